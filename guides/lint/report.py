"""Lists in the admin: items with their scores and findings, and the rules with how often each is broken."""

from typing import Any

import django_filters
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from guides.models import ItemQuality, QualityFinding
from knowledge.models import DepartmentPage, with_departments
from translations.admin_page import AdminPage

from .levels import Level
from .rule import title_of
from .running import BY_CODE, RULES

MOST_SHOWN = 3  # findings of an item in the list; its editing screen shows all
ORDER = {level.value: number for number, level in enumerate(Level)}


def seen_by(user: Any) -> QuerySet[ItemQuality]:
    """The items that somebody may open in the admin."""
    pages = PagePermissionPolicy().explorable_instances(user).values("pk")
    return ItemQuality.objects.filter(page__in=pages)


def departments_seen_by(request: Any) -> QuerySet[Page]:
    return DepartmentPage.objects.filter(pk__in=PagePermissionPolicy().explorable_instances(request.user).values("pk"))


def rule_choices() -> list[tuple[str, str]]:
    return [(rule.code, title_of(rule)) for rule in RULES]


class QualityFilterSet(WagtailFilterSet):
    """``?department=12&rule=phones.same&level=warn``"""

    department = django_filters.ModelChoiceFilter(
        label=_("Department"), queryset=departments_seen_by, method="of_department"
    )
    level = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a finding", "Level"), choices=Level.choices, method="with_level"
    )
    rule = django_filters.ChoiceFilter(label=_("Rule"), choices=rule_choices, method="with_rule")

    class Meta:
        model = ItemQuality
        fields = ["department", "level", "rule"]

    def of_department(self, items: Any, _name: str, department: Page) -> Any:
        return items.filter(page__path__startswith=department.path)

    def with_level(self, items: Any, _name: str, level: str) -> Any:
        return items.filter(**{f"{Level(level).value}__gt": 0})

    def with_rule(self, items: Any, _name: str, code: str) -> Any:
        return items.filter(pk__in=QualityFinding.objects.filter(rule=code).values("item"))


def _editor(item: ItemQuality) -> str:
    return reverse("wagtailadmin_pages:edit", args=[item.pk])


class QualityView(ReportView):
    """The items, those with most to mend first."""

    index_url_name = "quality:index"
    index_results_url_name = "quality:results"
    page_title = _("Quality")
    header_icon = "check"
    model = ItemQuality
    filterset_class = QualityFilterSet
    default_ordering = "score"
    columns = [
        TitleColumn("page", label=_("Item"), url_name="wagtailadmin_pages:edit", get_url=_editor, width="22%"),
        Column("department", label=_("Department"), accessor="page.department.title", width="14%"),
        Column("score", label=_("Score"), sort_key="score"),
        Column("refuse", label=Level.REFUSE.label, sort_key="refuse"),
        Column("warn", label=Level.WARN.label, sort_key="warn"),
        Column("advise", label=Level.ADVISE.label, sort_key="advise"),
        Column("messages", label=_("Findings"), accessor="some_messages", width="34%"),
    ]
    list_export = [
        *("page.title", "page.task_code", "page.department.title", "score", "refuse", "warn", "advise"),
        *("all_messages", "checked_at"),
    ]
    export_headings = {
        "page.title": _("Item"),
        "page.task_code": _("implementation code"),
        "page.department.title": _("Department"),
        "score": _("Score"),
        "refuse": Level.REFUSE.label,
        "warn": Level.WARN.label,
        "advise": Level.ADVISE.label,
        "all_messages": _("Findings"),
        "checked_at": _("Checked"),
    }

    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("All rules"), reverse("quality:rules"), icon_name="list-ul")]

    def get_base_queryset(self) -> Any:
        return seen_by(self.request.user).select_related("page").prefetch_related("findings")

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "page__path")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        items = list(object_list)
        with_departments(item.page for item in items)
        for item in items:
            said = _messages(item)
            item.all_messages, item.some_messages = "\n".join(said), " ".join(said[:MOST_SHOWN])
        return items


def _messages(item: ItemQuality) -> list[str]:
    """The worst first, each once."""
    known = [one for one in item.findings.all() if one.rule in BY_CODE]  # others are of rules there are no more
    found = sorted(known, key=lambda one: ORDER[one.level])
    return list(dict.fromkeys(one.message for one in found))


class RulesView(AdminPage):
    """Every rule with its source, and in how many of the items that somebody may see it finds something."""

    template_name = "guides/lint/rules.html"
    page_title = _("Rules of quality")
    header_icon = "list-ul"
    trail = [("quality:index", _("Quality"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items = seen_by(self.request.user)
        broken = QualityFinding.objects.filter(item__in=items).order_by().values("rule")
        counts = dict(broken.annotate(number=Count("item", distinct=True)).values_list("rule", "number"))
        rules = [(rule, title_of(rule), counts.get(rule.code, 0)) for rule in RULES]
        return super().get_context_data(
            levels=[(level, [one for one in rules if one[0].level == level]) for level in Level], **kwargs
        )
