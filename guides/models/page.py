"""The page of a service item."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page
from wagtail.search import index

from guides.codes import ItemStatus
from guides.forms import GuideForm
from guides.panels import GUIDE_PANELS
from knowledge.models import OfDepartment, Topic
from knowledge.search.admin import SegmentedMixin
from translations.fields import RichTextField
from translations.languages import texts_in_all
from translations.models import TranslatedPage

from .access import Access, Assistance, Flow
from .identity import Authority, Identity
from .responsibility import Responsibility
from .terms import Terms, TimeLimits


class GuidePage(
    SegmentedMixin,
    OfDepartment,
    Responsibility,
    Identity,
    Authority,
    TimeLimits,
    Access,
    Assistance,
    Flow,
    Terms,
    TranslatedPage,
):
    """How to get one thing done: everything the law wants said about it, under the department that handles it."""

    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="guides")
    remarks = RichTextField(_("remarks"), blank=True)

    parent_page_types = ["knowledge.DepartmentPage"]
    subpage_types: list[str] = []
    template = "guides/guide_page.html"
    base_form_class = GuideForm
    edit_handler = GUIDE_PANELS

    search_fields = [
        *Page.search_fields,
        *SegmentedMixin.token_fields,
        index.SearchField("task_code"),
        index.FilterField("task_code"),
        index.FilterField("item_type"),
        index.FilterField("status"),
    ]

    class Meta:
        verbose_name = _("service guide")
        verbose_name_plural = _("service guides")

    def admin_search_texts(self) -> list[str | None]:
        texts = texts_in_all(self, "name", "everyday_names", "summary")
        return [*texts, self.task_code, *(material.name_zh_hans for material in self.materials.all())]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """An item that has ended says why and where to go, instead of what to bring."""
        ended = self.status == ItemStatus.CANCELLED and hasattr(self, "withdrawal")
        return "guides/record/withdrawn.html" if ended else super().get_template(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from guides.presentation import guide_context  # noqa: PLC0415 -- presentation reads the models

        context = super().get_context(request, *args, **kwargs)
        return {**context, **guide_context(context["reading"])}
