"""Addresses of the record; ``address`` is that of a department's page, or of an item's, without slashes at its ends."""

from collections.abc import Callable
from typing import Any

from django.urls import URLPattern, path

from . import as_of, catalogue_views, feeds, files, views

ITEM = "<path:address>/"


def everywhere(route: str, view: Callable[..., Any], name: str) -> list[URLPattern]:
    """For the hall, and below the addresses of departments and items."""
    return [path(route, view, name=name), path(f"{ITEM}{route}", view, name=f"{name}_of")]


urlpatterns = [
    path("record/changes/<int:key>/", views.change, name="change"),
    *everywhere("record/", views.record, "record"),
    *everywhere("record/atom/", feeds.AtomChanges(), "record_atom"),
    *everywhere("record/rss/", feeds.RssChanges(), "record_rss"),
    *everywhere("record/csv/", files.changes_csv, "record_csv"),
    *everywhere("catalogue/", catalogue_views.catalogue, "catalogue"),
    *everywhere("catalogue/xlsx/", catalogue_views.workbook, "catalogue_xlsx"),
    *everywhere("catalogue/pdf/", catalogue_views.document, "catalogue_pdf"),
    path("catalogue/issues/<int:key>/", catalogue_views.issue, name="issue"),
    path("catalogue/issues/<int:key>/xlsx/", catalogue_views.issue_workbook, name="issue_xlsx"),
    path("catalogue/issues/<int:key>/pdf/", catalogue_views.issue_document, name="issue_pdf"),
    path("i/<path:code>/as-of/<str:day>/", as_of.by_code, name="as_of_code"),
    path(f"{ITEM}as-of/", as_of.choose, name="as_of_of"),
    path(f"{ITEM}as-of/<str:day>/", as_of.standing, name="as_of_of"),
]
