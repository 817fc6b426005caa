"""Wagtail's own API of the admin, which knows no departments: whoever is signed in would read every draft's title."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy


class VisiblePages(PagesAdminAPIViewSet):
    """What readers see, and what somebody finds in the explorer."""

    def get_queryset(self) -> QuerySet[Page]:
        pages = super().get_queryset()
        mine = page_permission_policy.explorable_instances(self.request.user)
        found: QuerySet[Page] = pages.filter(pk__in=mine.values("pk")) | pages.live()
        return found


def visible_pages(router: Any) -> None:
    """``construct_admin_api``."""
    router.register_endpoint("pages", VisiblePages)
