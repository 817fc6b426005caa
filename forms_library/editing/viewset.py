"""Where the admin's pages about forms are, and who finds them in the menu."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from forms_library.models import FormPage

from . import field_views, trial_views, views


class FormsMenuItem(MenuItem):
    """Only for those who may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(PagePermissionPolicy().user_has_any_permission(request.user, {"add", "change", "publish"}))


class VersionsColumn(Column):
    """How many versions a form has and what state the newest is in, with the way there."""

    cell_template_name = "forms_library/editing/parts/versions_column.html"

    def get_value(self, instance: Any) -> Any:
        return instance.versions.first()


class FormsViewSet(PageListingViewSet):
    """``/admin/forms/``: the forms that somebody may see, and what happens to their files."""

    name = "forms"
    model = FormPage
    icon = "doc-full"
    menu_label = _("Forms")
    menu_order = 250
    menu_item_class = FormsMenuItem
    add_to_admin_menu = True
    columns = [*PageListingViewSet.columns, VersionsColumn("versions", label=_("Newest version"))]

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("<key:pk>/", views.VersionsView.as_view(), name="versions"),
            path("<key:pk>/upload/", views.UploadView.as_view(), name="upload"),
            path("<key:pk>/<key:number>/", views.VersionView.as_view(), name="version"),
            path("<key:pk>/<key:number>/sample/", views.SampleView.as_view(), name="sample"),
            path("<key:pk>/<key:number>/fields/", field_views.FieldsView.as_view(), name="fields"),
            path("<key:pk>/<key:number>/fields/trial/", trial_views.TrialView.as_view(), name="trial"),
            path("<key:pk>/<key:number>/<step:step>/", views.StepView.as_view(), name="step"),
        ]


def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """``register_page_header_buttons``: from the page of a form to its versions."""
    if isinstance(page.specific_deferred, FormPage) and page.permissions_for_user(user).can_edit():
        yield Button(
            _("Files and versions"), reverse("forms:versions", args=[page.pk]), icon_name="doc-full", priority=5
        )
