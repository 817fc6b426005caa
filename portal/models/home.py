"""The home page: a large search box and the doors beside it."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PageChooserPanel, TabbedInterface
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult

from translations.fields import RichTextField
from translations.models import TranslatedPage
from translations.panels import TextGroup, language_tabs


class HomePage(TranslatedPage):
    """The root of the hall."""

    lead = models.CharField(_("sentence above the search box"), max_length=300, blank=True)
    intro = RichTextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["knowledge.DepartmentIndexPage", "portal.InvestorPage"]
    template = "portal/home_page.html"

    edit_handler = TabbedInterface(
        [
            *language_tabs([TextGroup(_("Home page"), ["name", "lead", "intro"])]),
            ObjectList([InlinePanel("frequent_guides", label=_("frequent item"))], heading=_("Frequent items")),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("home page")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Straight to an item; Wagtail would walk down level by level with two queries each."""
        from portal.home import guide_at  # noqa: PLC0415 -- it reads the models

        guide = guide_at(f"{self.url_path}{'/'.join(path_components)}/")
        return RouteResult(guide) if guide else super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.home import home_context  # noqa: PLC0415 -- it reads the models

        return {**super().get_context(request, *args, **kwargs), **home_context(self)}


class FrequentGuide(Orderable):
    """An item that editors put on the home page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="frequent_guides")
    guide = models.ForeignKey("guides.GuidePage", verbose_name=_("item"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("guide")]

    class Meta(Orderable.Meta):
        verbose_name = _("frequent item")
