"""Items that leave open what people ask about any item, found with one query for all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.codes import OnlineDepth
from guides.listing import public_guides
from guides.models import Condition, Enquiry, FeeItem, Material, Result, Step, Window
from knowledge.gaps.holes import Hole
from knowledge.models import PageOpening, with_departments
from knowledge.models.counting import times_of
from translations.languages import default_language
from translations.wording import enumeration

WITHIN = timedelta(days=90)
ONLINE_ONLY = OnlineDepth.WHOLLY_ONLINE


def _without(model: type[Any]) -> Q:
    return ~Q(Exists(model.objects.filter(page=OuterRef("pk"))))


# What an item cannot answer without, by the question that stays open.
OPEN_QUESTIONS: tuple[tuple[str, str | Promise, Callable[[], Q]], ...] = (
    ("materials", gettext_lazy("What to bring"), lambda: _without(Material)),
    ("fee", gettext_lazy("Cost"), lambda: Q(charges_fee=True) & _without(FeeItem)),
    ("duration", gettext_lazy("How long it takes"), lambda: Q(promised_days=None, statutory_days=None)),
    ("where", gettext_lazy("Where"), lambda: _without(Window) & ~Q(online_depth=ONLINE_ONLY)),
    ("who", gettext_lazy("Who can apply"), lambda: _without(Condition)),
    ("how", gettext_lazy("How it goes"), lambda: _without(Step)),
    ("visits", gettext_lazy("Visits in person"), lambda: Q(visits=None)),
    ("result", gettext_lazy("What you receive"), lambda: _without(Result)),
    ("contact", gettext_lazy("Whom to ask"), lambda: _without(Enquiry)),
)


def holes(most: int) -> list[Hole]:
    """The items with open questions, those first that readers open most."""
    guides = with_departments(_by_readers()[:most])
    with translation.override(default_language()):
        return [_hole(guide) for guide in guides]


def with_open_questions() -> Any:
    """The public items that leave at least one question open."""
    missing = Q()
    for _name, _label, condition in OPEN_QUESTIONS:
        missing |= condition()
    return public_guides().filter(missing)


def _by_readers() -> Any:
    since = timezone.localdate() - WITHIN
    opened = times_of(PageOpening.objects.filter(page=OuterRef("pk"), day__gte=since))
    missing = {f"lacks_{name}": condition() for name, _label, condition in OPEN_QUESTIONS}
    found: Any = with_open_questions().annotate(opened=opened, **missing)
    return found.order_by("-opened", "path")


def _hole(guide: Any) -> Hole:
    labels = [str(label) for name, label, _condition in OPEN_QUESTIONS if getattr(guide, f"lacks_{name}")]
    text = _("%(item)s does not say: %(missing)s") % {
        "item": guide.name_zh_hans,
        "missing": enumeration(labels),
    }
    return Hole(text, max(1, guide.opened), guide.pk, guide.department.pk)
