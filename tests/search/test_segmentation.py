"""One analysis for index and query: what stands in a text is found by any part of it."""

import json
from pathlib import Path

import jieba
import pytest
import rjieba
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.segmentation import index_text, latin_tokens, normalise, query_text, query_tokens, runs

HAN = st.text(
    st.sampled_from("办理结婚登记身份证公积金社会保险水土保持营业执照外国人永久居留许可的了在和〇𠮷"), min_size=1
)
MIXED = st.text(st.one_of(st.characters(), st.sampled_from("办理结婚登记 aAbB19'’-—，。（）Ａ１")))


@given(MIXED)
def test_any_text_becomes_tokens_without_white_space(text: str) -> None:
    for tokens in (index_text(text), query_text(text), *query_tokens(text).required, *query_tokens(text).optional):
        assert tokens == " ".join(tokens.split())
    assert all(not any(one.isspace() for one in run) for run in runs(text))


@given(MIXED)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(HAN, st.data())
def test_a_text_is_found_by_every_part_of_it(text: str, data: st.DataObject) -> None:
    if len(text) < 2:
        return
    start = data.draw(st.integers(0, len(text) - 2))
    part = text[start : data.draw(st.integers(start + 2, len(text)))]
    held = set(index_text(text).split())
    assert set(query_text(part).split()) <= held
    assert set(query_tokens(part).required) <= held


@given(MIXED)
def test_a_text_is_found_by_itself(text: str) -> None:
    assert set(query_text(text).split()) | set(query_tokens(text).required) <= set(index_text(text).split())


@given(MIXED)
def test_every_token_of_a_query_comes_once(text: str) -> None:
    asked = query_tokens(text)
    assert len({*asked.required, *asked.optional}) == len(asked.required) + len(asked.optional)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("水保", {"水保"}),
        ("税", {"税"}),
        ("Registrations", {"registr"}),
        ("Ya'an's companies", {"yaan", "compani"}),
        ("０８３５－2802000", {"08352802000"}),
        ("Café", {"cafe"}),
        ("11511800008650000A", {"11511800008650000a"}),
        ("", set()),
        ("的", set()),
        ("？！…", set()),
    ],
)
def test_what_a_query_asks_for(text: str, tokens: set[str]) -> None:
    assert set(query_text(text).split()) == tokens


def test_a_telephone_number_is_found_whole_and_by_its_parts() -> None:
    held = set(index_text("电话 0835-2802000").split())
    assert {"08352802000", "0835", "2802000"} <= held


def test_words_with_hyphens_are_several_words() -> None:
    assert latin_tokens("e-mails") == ("e", "mail")


def test_pairs_across_two_words_are_not_required() -> None:
    asked = query_tokens("频率新申请")
    assert "率新" not in asked.required
    assert "率新" in asked.optional


def test_an_abbreviation_keeps_its_characters() -> None:
    assert query_tokens("法援").characters == ("法", "援")


@pytest.mark.data
def test_rjieba_cuts_real_names_as_jieba_does(shared_data: Path) -> None:
    names = {json.loads(line)["TASK_NAME"] for line in (shared_data / "items_guangdong.jsonl").open(encoding="utf-8")}
    for run in {run for name in names for run in runs(name)}:
        assert rjieba.cut(run, False) == jieba.lcut(run, HMM=False), run
        assert rjieba.cut_for_search(run, False) == list(jieba.cut_for_search(run, HMM=False)), run
