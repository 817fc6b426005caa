"""What is counted of service items, and of the translations of all pages."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from knowledge.overview.registry import Counts, Duty, Figure, register_duties, register_figures
from knowledge.overview.scope import by_department
from translations.freshness.states import State
from translations.models import TranslatedText

from .holes import with_open_questions
from .listing import public_guides
from .models import GuidePage

ITEMS, TRANSLATIONS = _("Service items"), _("Translations")


def _items(**narrowed: str) -> Callable[[int | None], str]:
    """The list of items, narrowed down."""

    def address(department: int | None) -> str:
        query = {**narrowed, **({"department": department} if department else {})}
        return f"{reverse('items:index')}?{urlencode(query)}"

    return address


def _texts(state: State) -> Any:
    return TranslatedText.objects.exclude(source="").in_state(state)


def _texts_by_department(state: State) -> Counts:
    return by_department(_texts(state), path="page__path")


def _list_of(state: State) -> Callable[[int | None], str]:
    def address(department: int | None) -> str:
        below = f"&below={department}" if department else ""
        return f"{reverse('translations:to_do')}?state={state.value}{below}"

    return address


register_figures(
    Figure("items", _("Published items"), lambda: by_department(public_guides()), _items(), ITEMS, is_debt=False),
    Figure(
        "items_incomplete",
        _("Items that leave questions open"),
        lambda: by_department(with_open_questions()),
        _items(open="on"),
        ITEMS,
        out_of="items",
    ),
    Figure(
        "items_in_work",
        _("Items with changes that are not published"),
        lambda: by_department(GuidePage.objects.filter(has_unpublished_changes=True)),
        _items(in_work="on"),
        ITEMS,
    ),
    *(
        Figure(
            f"texts_{state.value}",
            label,
            partial(_texts_by_department, state),
            _list_of(state),
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
    """Translations, for those who translate and do not publish."""
    if user.has_perm("translations.translate_lists"):
        yield Duty(_("translations are outdated"), _texts(State.OUTDATED).count(), reverse("translations:to_do"))
