"""By what names the registry knows its statutes, and which one a title means."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from guides.models import Statute, StatuteName
from translations.lists import read_yaml
from translations.models import latin_slug

from .titles import same_writing, title_key, without_state

ABBREVIATIONS = Path(__file__).with_name("abbreviations.yaml")


@dataclass(frozen=True)
class Candidate:
    """A statute that a title may mean."""

    key: int  # of the row
    title: str


Names = Mapping[str, Collection[Candidate]]  # by ``title_key``


def meant(title: str, names: Names) -> Collection[Candidate]:
    """One statute; none when the registry does not know the title; several when it may mean any of them.

    Whoever writes a title in full means that one, also where another one differs only by 中华人民共和国.
    """
    found = names.get(title_key(title), ())
    exact = [one for one in found if same_writing(one.title) == same_writing(title)]
    return exact if len(exact) == 1 else found


def all_names() -> dict[str, list[Candidate]]:
    """Every name, for reading many texts."""
    return _names(StatuteName.objects.all())


def names_for(titles: Iterable[str]) -> dict[str, list[Candidate]]:
    """The names among these titles, with one query."""
    keys = {title_key(title) for title in titles if title}
    return _names(StatuteName.objects.filter(key__in=keys)) if keys else {}


def _names(rows: QuerySet[StatuteName]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {}
    for key, pk, title in rows.order_by("statute_id").values_list("key", "statute_id", "statute__title_zh_hans"):
        found.setdefault(key, []).append(Candidate(pk, title))
    return found


def keep_names(statute: Statute) -> None:
    """Make its names those that follow from its title and its abbreviations."""
    texts = [title_of(statute), *statute.abbreviations.splitlines()]
    wanted = {key for text in texts if (key := title_key(text))}
    known = set(statute.names.values_list("key", flat=True))
    statute.names.filter(key__in=known - wanted).delete()
    StatuteName.objects.bulk_create(StatuteName(statute=statute, key=key) for key in sorted(wanted - known))


def free_slug(title: str) -> str:
    """An address that no statute has: the pinyin of the title."""
    base = latin_slug(without_state(title), "") or "statute"
    taken = set(Statute.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


@cache
def _abbreviations() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = read_yaml(ABBREVIATIONS)
    return found


def usual_abbreviations(title: str) -> str:
    """How a statute is usually called for short, one a line."""
    return "\n".join(_abbreviations().get(without_state(title), ()))


def title_of(statute: Any) -> str:
    """Its Chinese title, whatever language is active."""
    return str(statute.title_zh_hans)
