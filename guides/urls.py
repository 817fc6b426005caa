"""Addresses for browsing, in each language."""

from django.urls import path

from . import short, views
from .record.urls import urlpatterns as record_urls

app_name = "guides"

urlpatterns = [
    *record_urls,
    # A short address with its language. Django sends readers of an unknown /i/…/ here, and here it is a 404.
    path("i/<path:code>/", short.redirect_to_item, name="item"),
    path("topics/", views.topics, name="topics"),
    path("topics/<slug:audience>/<slug:code>/", views.topic, name="topic"),
    path("audiences/", views.audiences, name="audiences"),
    path("audiences/<slug:code>/", views.audience, name="audience"),
    path("districts/", views.districts, name="districts"),
    path("districts/<slug:code>/", views.district, name="district"),
    path("places/<slug:slug>/", views.place, name="place"),
    path("a-z/", views.alphabet, name="alphabet"),
    path("a-z/<slug:letter>/", views.alphabet, name="letter"),
]
