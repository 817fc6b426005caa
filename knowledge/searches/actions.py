"""What can be done about a search, and by whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail.permissions import page_permission_policy

from .places import address

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


@dataclass(frozen=True)
class Way:
    """A way to make a search find more, or first what is meant; ``may`` says who may go it."""

    name: str  # of the view
    label: "StrPromise"
    may: Callable[[Any], bool]


EVERYDAY_NAME = Way(
    "everyday_name", _("Add everyday name"), lambda user: page_permission_policy.user_has_permission(user, "change")
)
SYNONYM = Way("synonym", _("Add synonym"), lambda user: user.has_perm("knowledge.add_thesaurusentry"))
# What stands first for everybody is not for one department to say: staff.py gives it to reviewers.
PROMOTE = Way(
    "promote", _("Promote a result"), lambda user: user.has_perm("wagtailsearchpromotions.add_searchpromotion")
)


@dataclass(frozen=True)
class Action:
    """A way, for one query."""

    label: "StrPromise"
    url: str


def actions(user: Any, query: str, language: str) -> list[Action]:
    """What this person may do about a query."""
    ways = (way for way in (EVERYDAY_NAME, SYNONYM, PROMOTE) if way.may(user))
    return [Action(way.label, address(way.name, query, language)) for way in ways]
