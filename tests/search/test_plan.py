"""What a reader's words ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.codes import asked_code, backwards, code_tokens
from knowledge.search.plan import MOST_TOKENS, WEIGHTS, plan


@given(st.text(max_size=600))
def test_every_text_has_a_plan_of_bounded_size(text: str) -> None:
    made = plan(text)
    assert len(made.needed) <= MOST_TOKENS
    assert len(made.helpful) <= MOST_TOKENS * (len(WEIGHTS) + 2)


@pytest.mark.parametrize("text", ["", "  ", "\x00\x07", "的", '"()[]*?~^:', "…"])
def test_words_that_ask_for_nothing_make_an_empty_plan(text: str) -> None:
    assert not plan(text)


def test_one_character_is_a_plan() -> None:
    made = plan("税")
    assert [places[0].token for places in made.needed] == ["税"]
    assert not made.characters


def test_names_weigh_more_than_text() -> None:
    weights = {wanted.part: wanted.weight for wanted in plan("结婚").needed[0]}
    assert weights["everyday"] >= weights["name"] > weights["department"] >= weights["text"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11440000006939756B2440101007000", "11440000006939756b2440101007000"),
        (" 1144-0000 ", "11440000"),
        ("1144-0000", "11440000"),
        ("101007000", "101007000"),
        ("07000", ""),
        ("registration", ""),
        ("结婚123456", ""),
    ],
)
def test_a_code_or_six_characters_of_it_is_a_code(text: str, code: str) -> None:
    assert asked_code(text) == code


@given(st.text(st.sampled_from("0123456789ABCXYZ-"), min_size=6, max_size=70), st.data())
def test_both_ends_of_a_code_are_beginnings_of_its_tokens(code: str, data: st.DataObject) -> None:
    tokens = code_tokens([code]).split()
    if not tokens:
        return
    bare = tokens[0]
    size = data.draw(st.integers(1, len(bare)))
    assert any(token.startswith(bare[:size]) for token in tokens)
    assert any(token.startswith(backwards(bare[-size:])) for token in tokens)
