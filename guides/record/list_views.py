"""Published lists of items in the admin: which there are, and a button for new ones."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from guides.models import PublishedList
from knowledge.models import DepartmentIndexPage
from translations.admin_page import AdminPage
from translations.reading import read_all

from .issues import publish_lists
from .withdrawal_views import WithdrawView

MOST_SHOWN = 200


def may_publish(user: Any) -> bool:
    """Those who may publish the list of departments, and so everything below it."""
    index = DepartmentIndexPage.objects.first()
    return bool(index and index.permissions_for_user(user).can_publish())


class ListsView(AdminPage):
    """``/admin/record/``"""

    template_name = "guides/record/admin/lists.html"
    header_icon = "list-ul"
    page_title = gettext_lazy("Published lists of items")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists = PublishedList.objects.defer("rows")[:MOST_SHOWN]
        return super().get_context_data(lists=read_all(lists), may_publish=may_publish(self.request.user), **kwargs)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        """Publish the lists of today. Raises ``PermissionDenied``."""
        if not may_publish(request.user):
            raise PermissionDenied
        today = timezone.localdate()
        made = len(publish_lists(today.isoformat(), today))
        if made:
            said = ngettext("%(count)d list has been published.", "%(count)d lists have been published.", made)
            messages.success(request, said % {"count": made})
        else:
            messages.warning(request, _("The lists of today have been published already; they do not change."))
        return redirect("record:lists")


class RecordViewSet(ViewSet):
    """``/admin/record/``"""

    name = "record"
    icon = "list-ul"

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ListsView.as_view(), name="lists"),
            path("<int:key>/end/", WithdrawView.as_view(), name="withdraw"),
        ]


def menu_item() -> MenuItem:
    """``register_reports_menu_item``."""
    words = gettext_lazy("Published lists of items")
    return MenuItem(words, reverse("record:lists"), name="record", icon_name="list-ul", order=92)
