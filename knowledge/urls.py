"""Addresses of the knowledge base, in each language."""

from django.urls import path

from .search import views

app_name = "knowledge"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("search/clicks/", views.clicked, name="clicks"),
]
