"""The texts among the facts of an item, each with its place. Pure."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from .rule import Facts, Row

CHINESE, ENGLISH = "_zh_hans", "_en"
QUOTED = frozenset({"legal_bases"})  # the words of the law are what they are
RICH = frozenset({"remarks"})
HAN = re.compile(r"[㐀-鿿]")

Placed = tuple[str, str]  # place, text


KEPT = "texts"  # among the facts: what a dozen rules ask for is gathered once


def with_texts(facts: Facts) -> Facts:
    """The facts with their texts at hand."""
    return {**facts, KEPT: {ending: tuple(_gathered(facts, ending)) for ending in (CHINESE, ENGLISH)}}


def texts(facts: Facts, ending: str = CHINESE) -> Iterable[Placed]:
    """Every text in one language that the hall itself wrote; rich text without its marks."""
    kept = facts.get(KEPT)
    return kept[ending] if kept else _gathered(facts, ending)


def _gathered(facts: Facts, ending: str) -> Iterator[Placed]:
    yield from _of(facts, ending, "")
    for relation, found in facts.items():
        if relation not in QUOTED and isinstance(found, list):
            for number, row in enumerate(found):
                if isinstance(row, dict):
                    yield from _of(row, ending, f"{relation}.{number}.")


def _of(row: Row, ending: str, prefix: str) -> Iterator[Placed]:
    for name, value in row.items():
        if name.endswith(ending) and isinstance(value, str) and value.strip():
            plain = without_marks(value) if name.removesuffix(ending) in RICH else value
            yield prefix + name, plain.strip()


def without_marks(markup: str) -> str:
    """``"<p>甲<br/>乙</p>"`` -> ``"甲\\n乙"``."""
    broken = re.sub(r"<(?:br\s*/?|/p|/li|/h\d)>", "\n", markup)
    return unescape(re.sub(r"<[^>]+>", "", broken)).strip()


def is_name(place: str) -> bool:
    """Is this what the item, or something of it, is called? Official names are given, not written."""
    return place.rpartition(".")[2] in {"name_zh_hans", "short_name_zh_hans", "everyday_names_zh_hans"}
