"""What is counted, and what somebody may have to do. Apps register both in their module ``overview_figures``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise

Label = str | Promise
Counts = Mapping[int | None, int]  # by the key of a department; ``None`` is what belongs to none


@dataclass(frozen=True)
class Figure:
    """A number for each department.

    ``address`` leads to the list behind it, of one department or, for ``None``, of all. A figure that is ``out_of``
    another one, by its key, is shown with its share. ``is_debt`` is work that waits: the fewer the better.
    """

    key: str
    label: Label
    count: Callable[[], Counts]
    address: Callable[[int | None], str]
    group: Label
    permission: str = ""
    out_of: str = ""
    is_debt: bool = True


@dataclass(frozen=True)
class Duty:
    """Something that waits for one person: how much of it, where to do it, and whether it is late."""

    label: Label
    count: int
    address: str
    is_late: bool = False


Duties = Callable[[Any], Iterable[Duty]]  # of a user


def leads_to(name: str, department_as: str = "department", **narrowed: str) -> Callable[[int | None], str]:
    """The address of a list, narrowed down. Where ``department_as`` is empty, the list knows no departments."""

    def address(department: int | None) -> str:
        query = {**narrowed, **({department_as: str(department)} if department and department_as else {})}
        return f"{reverse(name)}?{urlencode(query)}" if query else reverse(name)

    return address


_figures: dict[str, Figure] = {}
_duties: list[Duties] = []


def register_figures(*figures: Figure) -> None:
    """Add to the overview, in this order."""
    _figures.update({figure.key: figure for figure in figures})


def register_duties(duties: Duties) -> Duties:
    """Add to what somebody is told after logging in. A decorator."""
    _duties.append(duties)
    return duties


def figures() -> list[Figure]:
    """All that there are."""
    return list(_figures.values())


def duties_of(user: Any) -> list[Duty]:
    """What waits for somebody, what is late first; nothing that there is none of."""
    found = [duty for duties in _duties for duty in duties(user) if duty.count]
    return sorted(found, key=lambda duty: not duty.is_late)
