"""What search engines outside should know: every public page, in each language."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.models import Page

from forms_library.listing import public_forms
from guides.listing import counted_topics, public_guides
from guides.models import PublishedList, Statute
from knowledge.answers.listing import public_answers
from knowledge.models import DepartmentIndexPage, DepartmentPage, District, ServicePoint, Topic
from knowledge.public import public
from portal.models import HomePage, InvestorPage


class _Bilingual(Sitemap[Any]):
    i18n = True
    alternates = True
    x_default = True


class PagesSitemap(_Bilingual):
    """Home page, departments, the guide for investors."""

    def items(self) -> list[Page]:
        return [p for model in (HomePage, InvestorPage, DepartmentIndexPage, DepartmentPage) for p in public(model)]

    def location(self, item: Page) -> str:
        return path_of(item)


class GuidesSitemap(_Bilingual):
    """Service items."""

    def items(self) -> QuerySet[Any]:
        return public_guides().order_by("path")

    def location(self, item: Page) -> str:
        return path_of(item)

    def lastmod(self, item: Page) -> Any:
        return item.last_published_at


class FormsSitemap(_Bilingual):
    """Forms, after the list of them."""

    def items(self) -> list[Any]:
        return ["forms", *public_forms().order_by("path")]

    def location(self, item: Any) -> str:
        return reverse("forms_library:forms") if item == "forms" else path_of(item)


class AnswersSitemap(_Bilingual):
    """Written answers, after the list of them, the ways to ask and the glossary."""

    def items(self) -> list[Any]:
        names = ["knowledge:questions", "knowledge:ask", "knowledge:ask_status", "translations_public:glossary"]
        return [*names, *public_answers().order_by("path")]

    def location(self, item: Any) -> str:
        return reverse(item) if isinstance(item, str) else path_of(item)


class StatutesSitemap(_Bilingual):
    """Laws and regulations, after the list of them."""

    def items(self) -> list[Any]:
        return ["statutes", *Statute.objects.order_by("pk")]

    def location(self, item: Any) -> str:
        return reverse("guides:statutes") if item == "statutes" else item.get_absolute_url()


class BrowsingSitemap(_Bilingual):
    """Lists, and the pages of topics, districts and places."""

    def items(self) -> list[Any]:
        names = ["topics", "audiences", "districts", "alphabet", "quality"]
        return [*names, *counted_topics(), *District.objects.all(), *ServicePoint.objects.all()]

    def location(self, item: Any) -> str:
        if isinstance(item, Topic):
            return reverse("guides:topic", args=[item.audience, item.code])
        if isinstance(item, District):
            return reverse("guides:district", args=[item.code])
        if isinstance(item, ServicePoint):
            return reverse("guides:place", args=[item.slug])
        return reverse(f"guides:{item}")


def path_of(page: Page) -> str:
    """A page's path in the active language, without the host."""
    parts = page.get_url_parts()
    return parts[2] if parts else ""


class RecordSitemap(_Bilingual):
    """What has changed: of the hall, departments, items; lists of items, of today and as they were published."""

    def items(self) -> list[Any]:
        names = ["record", "catalogue"]
        departments = list(public(DepartmentPage))
        below = [(page, name) for page in departments for name in names]
        issues = PublishedList.objects.filter(Q(department=None) | Q(department__in=[page.pk for page in departments]))
        items = [(page, "record") for page in public_guides().order_by("path")]
        return [*names, *below, *items, *issues.defer("rows")]

    def location(self, item: Any) -> str:
        if isinstance(item, PublishedList):
            return reverse("guides:issue", args=[item.pk])
        return f"{path_of(item[0])}{item[1]}/" if isinstance(item, tuple) else reverse(f"guides:{item}")


SITEMAPS = {
    "pages": PagesSitemap,
    "guides": GuidesSitemap,
    "forms": FormsSitemap,
    "answers": AnswersSitemap,
    "statutes": StatutesSitemap,
    "browsing": BrowsingSitemap,
    "record": RecordSitemap,
}
