"""Exact scores and counts, whatever the query; hostile text is text."""

from collections.abc import Callable, Iterable

import numpy as np
import pytest
from haystack.query import SQ
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.engines.evaluation import evaluate
from knowledge.search.engines.filters import Fields, of_filters
from knowledge.search.engines.found import Found, Numbers, alike
from knowledge.search.expressions import (
    EVERYTHING,
    NOTHING,
    AllOf,
    AnyOf,
    Best,
    Except,
    Expression,
    First,
    Has,
    Prefer,
    Prefix,
    Term,
    first_in,
    known_count,
    needed_in,
)
from knowledge.search.inputs import Token

FIELDS = Fields("text", frozenset({"text", "name"}))
TOKENS = st.sampled_from(["a", "ab", "b", "c"])


class Shelf:
    """Documents of tokens in one field; each token scores 1."""

    def __init__(self, documents: list[set[str]]) -> None:
        self.documents = documents
        self.size = len(documents)

    def scores(self, field: str, token: str) -> Found:
        return alike(np.array([number for number, held in enumerate(self.documents) if token in held], np.int32))

    def tokens(self, field: str, start: str) -> Iterable[str]:
        return {token for held in self.documents for token in held if token.startswith(start)}

    def once(self, expression: Expression, find: Callable[[], Found]) -> Found:
        return find()

    def all_documents(self) -> Numbers:
        return np.arange(self.size, dtype=np.int32)


def scores(expression: Expression, documents: list[set[str]]) -> dict[int, float]:
    """What is found, by document."""
    found = evaluate(expression, Shelf(documents))
    return dict(zip(found.numbers.tolist(), found.scores.tolist(), strict=True))


def expressions() -> st.SearchStrategy[Expression]:
    leaves: st.SearchStrategy[Expression] = st.one_of(
        TOKENS.map(lambda token: Term("f", token)),
        TOKENS.map(lambda token: Has("f", token)),
        TOKENS.map(lambda token: Prefix("f", token)),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3).map(lambda parts: AllOf(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
            st.lists(inner, max_size=3).map(lambda parts: Best(tuple(parts))),
            inner.map(Except),
            st.tuples(inner, st.lists(inner, max_size=3)).map(lambda both: Prefer(both[0], tuple(both[1]))),
            st.tuples(inner, inner).map(lambda both: First(AllOf(both), both[0])),
        ),
        max_leaves=8,
    )


def finds(expression: Expression, held: set[str]) -> bool:
    """The plain meaning of an expression for one document."""
    match expression:
        case Term(_, token) | Has(_, token):
            return token in held
        case Prefix(_, start):
            return any(token.startswith(start) for token in held)
        case AllOf(parts):
            return all(finds(part, held) for part in parts)
        case AnyOf(parts) | Best(parts):
            return any(finds(part, held) for part in parts)
        case Except(part):
            return not finds(part, held)
        case Prefer(needed, _) | First(_, needed):
            return finds(needed, held)


@given(expressions(), st.lists(st.sets(TOKENS), max_size=6))
def test_exactly_the_documents_meant_are_found(expression: Expression, documents: list[set[str]]) -> None:
    assert set(scores(expression, documents)) == {
        number for number, held in enumerate(documents) if finds(expression, held)
    }


def test_scores_add_up_by_weight() -> None:
    expression = Prefer(AnyOf((Term("f", "a", 2.0), Term("f", "b"))), (Term("f", "c", 0.5),))
    assert scores(expression, [{"a", "b", "c"}, {"b"}, {"c"}]) == {0: 3.5, 1: 1.0}


def test_of_several_ways_to_say_it_the_best_counts_alone() -> None:
    expression = Best((Term("f", "a", 2.0), Term("f", "b", 3.0), Term("f", "c")))
    assert scores(expression, [{"a", "b"}, {"a"}, {"c"}, set()]) == {0: 3.0, 1: 2.0, 2: 1.0}


def test_a_filter_on_segmented_text_asks_for_its_tokens() -> None:
    assert of_filters(SQ(name="结婚登记"), FIELDS) == AllOf(tuple(Term("name", t) for t in ("结婚", "婚登", "登记")))


def test_a_filter_of_nothing_to_look_for_finds_nothing() -> None:
    assert of_filters(SQ(name="？"), FIELDS) == NOTHING


def test_no_filter_finds_everything() -> None:
    assert of_filters(SQ(), FIELDS) == EVERYTHING


def test_filters_keep_their_logic() -> None:
    node = (SQ(kind="guide") | SQ(kind="department")) & ~SQ(code__in=["1", "2"])
    guide, department = Term("kind", "guide"), Term("kind", "department")
    codes = AnyOf((Term("code", "1"), Term("code", "2")))
    assert of_filters(node, FIELDS) == AllOf((AnyOf((guide, department)), Except(codes)))


def test_a_token_is_taken_as_it_is_with_its_weight() -> None:
    assert of_filters(SQ(name=Token("结婚登记", 6.0)), FIELDS) == Term("name", "结婚登记", 6.0)


@pytest.mark.parametrize("text", ['"', "(a OR b)", "*", "name:x", "NOT a", "[a TO z]", "a~2", "\\"])
def test_syntax_is_only_characters(text: str) -> None:
    assert of_filters(SQ(kind=text), FIELDS) == Term("kind", text)


def test_an_unknown_lookup_is_refused() -> None:
    with pytest.raises(ValueError, match="kind__gt"):
        of_filters(SQ(kind__gt="a"), FIELDS)


@given(expressions(), st.lists(st.sets(TOKENS), max_size=6))
def test_what_is_only_needed_finds_as_many(expression: Expression, documents: list[set[str]]) -> None:
    assert set(scores(needed_in(expression), documents)) == set(scores(expression, documents))


def test_what_stands_first_is_said_however_it_is_narrowed_down() -> None:
    a, b, c = Term("f", "a"), Term("f", "b"), Term("f", "c")
    whole = First(AllOf((a, b)), a, count=3)
    assert first_in(AllOf((AllOf((whole, c)),))) == AllOf((AllOf((AllOf((a, b)), c)),))
    assert first_in(AllOf((a, b))) is None
    assert known_count(AllOf((whole,))) == 3
    assert known_count(AllOf((whole, c))) is None


def test_the_first_stand_before_all_others_on_every_page() -> None:
    first, others = Found(np.array([4, 7], np.int32), np.array([1.0, 2.0])), alike(np.array([1, 2, 5], np.int32), 9.0)
    whole = [7, 4, 1, 2, 5]
    for start in range(6):
        for end in range(start, 7):
            assert first.best_before(others, start, end).numbers.tolist() == whole[start:end]
    assert first.best_before(others, 0, None).numbers.tolist() == whole
