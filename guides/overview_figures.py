"""What is counted of service items and of the translations of all pages, and what these ask of somebody."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from knowledge.overview.registry import Counts, Duty, Figure, leads_to, register_duties, register_figures
from knowledge.overview.scope import by_department
from translations.freshness.states import State
from translations.models import TranslatedText

from .holes import with_open_questions
from .listing import public_guides
from .models import GuidePage, ItemQuality
from .responsibility import listing as certification
from .responsibility.certifying import PERMISSION as CERTIFYING
from .rules.certification import Standing
from .statutes.access import open_flags, open_flags_of

ITEMS, LAW, TRANSLATIONS = _("Service items"), _("Changes of the law"), _("Translations")


def _doubtful() -> QuerySet[ItemQuality]:
    """Published items in which something is probably wrong."""
    return ItemQuality.objects.filter(warn__gt=0, page__live=True)


def _standing(wanted: Standing) -> Counts:
    return by_department(certification.in_standing(certification.offered_items(), wanted, timezone.localdate()))


def _flags() -> Counts:
    return dict(open_flags().order_by().values_list("department").annotate(number=Count("pk")))


def _texts(state: State) -> Any:
    return TranslatedText.objects.exclude(source="").in_state(state)


def _texts_by_department(state: State) -> Counts:
    return by_department(_texts(state), path="page__path")


register_figures(
    Figure(
        "items",
        _("Published items"),
        lambda: by_department(public_guides()),
        leads_to("items:index"),
        ITEMS,
        is_debt=False,
    ),
    Figure(
        "items_incomplete",
        _("Items that leave questions open"),
        lambda: by_department(with_open_questions()),
        leads_to("items:index", open="on"),
        ITEMS,
        out_of="items",
    ),
    Figure(
        "items_doubtful",
        _("Items in which something is probably wrong"),
        lambda: by_department(_doubtful(), path="page__path"),
        leads_to("quality:index", level="warn"),
        ITEMS,
        out_of="items",
    ),
    Figure(
        "items_overdue",
        _("Items overdue to be certified as correct"),
        partial(_standing, Standing.OVERDUE),
        leads_to("certification:index", show=Standing.OVERDUE.value),
        ITEMS,
        CERTIFYING,
        out_of="items",
    ),
    Figure(
        "items_in_work",
        _("Items with changes that are not published"),
        lambda: by_department(GuidePage.objects.filter(has_unpublished_changes=True)),
        leads_to("items:index", in_work="on"),
        ITEMS,
    ),
    Figure("legal_flags", _("Pages that a change of the law touches"), _flags, leads_to("legal_flags:index", ""), LAW),
    *(
        Figure(
            f"texts_{state.value}",
            label,
            partial(_texts_by_department, state),
            leads_to("translations:to_do", "below", state=state.value),
            TRANSLATIONS,
        )
        for state, label in (
            (State.OUTDATED, _("Outdated translations")),
            (State.MISSING, _("Missing translations")),
            (State.DRAFT, _("Translations that nobody has looked over")),
        )
    ),
)


@register_duties
def duties(user: Any) -> Iterator[Duty]:
    """Pages that wait for somebody's approval, items to certify, flags of the law, translations."""
    today = timezone.localdate()
    waiting = TaskState.objects.reviewable_by(user).count()
    yield Duty(_("pages wait for my approval"), waiting, reverse("wagtailadmin_reports:workflow_tasks"))
    mine = certification.items_of(certification.departments_of(user))
    overdue = certification.in_standing(mine, Standing.OVERDUE, today).count()
    yield Duty(_("items are overdue to be certified as correct"), overdue, reverse("certification:index"), is_late=True)
    flags = open_flags_of(user)
    late = flags.filter(due_on__lt=today).count()
    yield Duty(_("pages rest on law that has changed, and are late"), late, reverse("legal_flags:index"), is_late=True)
    yield Duty(_("pages rest on law that has changed"), flags.count() - late, reverse("legal_flags:index"))
    if user.has_perm("translations.translate_lists"):
        yield Duty(_("translations are outdated"), _texts(State.OUTDATED).count(), reverse("translations:to_do"))
