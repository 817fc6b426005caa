"""Addresses for browsing, in each language."""

from django.urls import path

from . import short, views
from .lint import public
from .record.urls import urlpatterns as record_urls
from .statutes import views as statutes

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
    path("quality/", public.quality, name="quality"),
    path("a-z/", views.alphabet, name="alphabet"),
    path("a-z/<slug:letter>/", views.alphabet, name="letter"),
    path("statutes/", statutes.statutes, name="statutes"),
    path("statutes/<slug:slug>/", statutes.statute, name="statute"),
    path("statutes/<slug:slug>/compare/", statutes.compare, name="statute_compare"),
    path("statutes/<slug:slug>/items/", statutes.items, name="statute_items"),
    path("statutes/<slug:slug>/items/<slug:anchor>/", statutes.items, name="article_items"),
    path("statutes/<slug:slug>/<slug:dated>/", statutes.statute, name="statute_version"),
]
