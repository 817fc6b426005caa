"""Terms of the glossary in a Chinese text. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SHORTEST = 2  # characters: a single one is part of other words more often than a term

Terms = Mapping[str, list[str]]  # by their first two characters, the longest first


@dataclass(frozen=True)
class Stretch:
    """A part of a text: a term, or what is between two."""

    text: str
    is_term: bool = False


def by_beginning(terms: Iterable[str]) -> Terms:
    """Terms as ``marked`` looks them up."""
    found: dict[str, list[str]] = {}
    for term in sorted(terms, key=len, reverse=True):
        if len(term) >= SHORTEST:
            found.setdefault(term[:SHORTEST], []).append(term)
    return found


def marked(text: str, terms: Terms) -> list[Stretch]:
    """The text in parts; of two terms that begin alike the longer one: ``变更登记`` is not ``变更`` and ``登记``."""
    stretches, begun, at = [], 0, 0
    while at < len(text):
        term = next((term for term in terms.get(text[at : at + SHORTEST], ()) if text.startswith(term, at)), "")
        if term:
            stretches += [Stretch(text[begun:at]), Stretch(term, is_term=True)]
            begun = at + len(term)
        at += len(term) or 1
    return [stretch for stretch in (*stretches, Stretch(text[begun:])) if stretch.text]
