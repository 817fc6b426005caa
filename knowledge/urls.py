"""Addresses of the knowledge base, in each language."""

from django.urls import path

from . import openings
from .answers import questions, voting
from .consultations import asking, status
from .desk import views as desk
from .search import views

app_name = "knowledge"

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/suggestions/", views.suggestions, name="suggestions"),
    path("ask/", asking.AskView.as_view(), name="ask"),
    path("ask/status/", status.StatusView.as_view(), name="ask_status"),
    path("desk/", desk.desk, name="desk"),
    path("desk/sheet/<int:key>/", desk.sheet, name="desk_sheet"),
    path("desk/favourites/<int:key>/", desk.favourite, name="desk_favourite"),
    path("desk/unanswered/", desk.unanswered, name="desk_unanswered"),
    path("questions/", questions.frequent, name="questions"),
    path("answers/<int:key>/vote/", voting.vote, name="vote"),
    path("openings/", openings.opened, name="opened"),
    path("search/clicks/", views.clicked, name="clicks"),
]
