"""What looks alike is one to a search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.characters import han_length, is_han, normalise, query_key, runs, traditional

ANY = st.text(st.one_of(st.characters(), st.sampled_from("办理结婚登记證國 aAbB19'’-—，。（）Ａ１")))


@given(ANY)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ANY)
def test_runs_are_never_mixed_and_nothing_between_them_is_kept(text: str) -> None:
    found = runs(text)
    assert all(han_length(run) == (len(run) if is_han(run) else 0) for run in found)
    assert not any(one.isspace() for run in found for one in run)
    assert runs(" ".join(found)) == found


@given(st.sampled_from(sorted(traditional())))
def test_a_traditional_character_is_the_simplified_one_at_the_same_place(character: str) -> None:
    assert len(normalise(f"a{character}b")) == 3
    assert normalise(character) != character


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ＶＩＳＡ", "visa"), ("Café", "cafe"), ("身份證", "身份证"), ("“护照”？", "护照"), ("護照 Ｂ類", "护照 b 类")],
)
def test_two_ways_to_type_the_same_are_one_query(typed: str, meant: str) -> None:
    assert query_key(typed) == query_key(meant)
