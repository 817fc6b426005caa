"""Addresses of the knowledge base, in each language."""

from django.urls import path

from .answers import questions, voting
from .search import views

app_name = "knowledge"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("questions/", questions.frequent, name="questions"),
    path("answers/<int:key>/vote/", voting.vote, name="vote"),
    path("search/clicks/", views.clicked, name="clicks"),
]
