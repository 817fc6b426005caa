"""Addresses of the library, in each language."""

from django.urls import path

from . import views
from .answering.views import FillView

app_name = "forms_library"

urlpatterns = [
    path("forms/", views.forms, name="forms"),
    path("forms/<key:key>/fill/", FillView.as_view(), name="fill"),
    path("forms/<key:key>/<key:number>/", views.version, name="version"),
    path("forms/<key:key>/<key:number>/file/", views.file, name="file"),
    path("forms/<key:key>/<key:number>/sample/", views.sample, name="sample"),
    path("forms/<key:key>/<key:number>/<key:page>-<slug:size>.png", views.picture, name="picture"),
]
