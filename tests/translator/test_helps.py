"""What a translator is shown beside a text: what changed, which terms are in it, what departs from the glossary."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.desk.differences import Change, Piece, differences
from translations.glossary.checking import misuses
from translations.glossary.in_text import by_beginning, marked

WORDS = st.text(st.sampled_from("办理登记变更 3<p>a"), max_size=30)


def test_changed_words_and_characters_are_told_apart() -> None:
    assert differences("收费3元", "收费15元") == [
        Piece(Change.SAME, "收费"),
        Piece(Change.GONE, "3"),
        Piece(Change.NEW, "15"),
        Piece(Change.SAME, "元"),
    ]


@given(WORDS, WORDS)
def test_what_stayed_and_went_was_there_and_what_stayed_and_came_is(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.NEW) == before
    assert "".join(piece.text for piece in pieces if piece.change is not Change.GONE) == after


@given(WORDS, st.lists(st.sampled_from(["登记", "变更登记", "办理", "变更", "3"])))
def test_marking_terms_loses_nothing(text: str, terms: list[str]) -> None:
    parts = marked(text, by_beginning(terms))
    assert "".join(part.text for part in parts) == text
    assert {part.text for part in parts if part.is_term} <= set(terms)


def test_the_longer_of_two_terms_counts() -> None:
    terms = by_beginning(["变更", "登记", "变更登记", "条"])
    assert [part.text for part in marked("办理变更登记，登记条件", terms) if part.is_term] == ["变更登记", "登记"]


@dataclass
class Term:
    term: str
    rendering: str
    forbidden_renderings: list[str] = field(default_factory=list)


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("Record-filing of a company", None),
        ("record filings", None),
        ("Put on record", ("forbidden", "put on record")),
        ("Puts on records", ("forbidden", "put on record")),
        ("Put on the record", ("other", "")),
        ("Registration of a company", ("other", "")),
        ("", None),
    ],
)
def test_other_renderings_than_the_glossary_s_are_found(target: str, found: tuple[str, str] | None) -> None:
    term = Term("备案", "record-filing", ["put on record"])
    assert [(misuse.use.value, misuse.words) for misuse in misuses(target, [term])] == ([found] if found else [])


def test_a_right_rendering_may_hold_a_forbidden_one() -> None:
    term = Term("送达", "service of documents", ["documents"])
    assert list(misuses("Service of documents", [term])) == []


def test_a_word_of_the_same_family_is_not_the_forbidden_one() -> None:
    term = Term("公示", "public notice", ["publicity"])
    assert [misuse.use.value for misuse in misuses("On the public platform", [term])] == ["other"]
