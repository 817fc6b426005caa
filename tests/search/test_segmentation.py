"""One analysis for index and query: what stands in a text is found by any part of it."""

import json
from collections import Counter
from pathlib import Path

import jieba
import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.search.characters import is_han, runs
from knowledge.search.segmentation import (
    abbreviated,
    index_text,
    latin_tokens,
    names_text,
    needed_pairs,
    neighbours,
    pairs,
    query_text,
    query_tokens,
    whole_tokens,
)
from portal.demo import files

HAN = st.text(
    st.sampled_from("办理结婚登记身份证公积金社会保险水土保持营业执照外国人永久居留许可的了在和〇𠮷"), min_size=1
)
NAMES = sorted({run for record in files.guide_records() for run in runs(record.values["name_zh_hans"]) if is_han(run)})
MIXED = st.text(st.one_of(st.characters(), st.sampled_from("办理结婚登记 aAbB19'’-—，。（）Ａ１")))


@given(MIXED)
def test_any_text_becomes_tokens_without_white_space(text: str) -> None:
    for tokens in (index_text(text), query_text(text), *query_tokens(text).required, *query_tokens(text).optional):
        assert tokens == " ".join(tokens.split())
    assert all(not any(one.isspace() for one in run) for run in runs(text))


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


@given(HAN)
def test_what_a_word_needs_is_some_of_its_pairs(word: str) -> None:
    assert set(needed_pairs(word)) <= set(pairs(word))


@pytest.mark.parametrize(
    ("word", "needed"),
    [("客运公司", ["客运", "公司"]), ("营业执照", ["营业", "执照"]), ("残疾人", ["残疾", "疾人"]), ("护照", ["护照"])],
)
def test_a_word_made_of_words_may_stand_apart(word: str, needed: list[str]) -> None:
    assert needed_pairs(word) == needed


@given(HAN, st.data())
def test_known_words_are_kept_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(len(text) - 2, 0)))
    word = text[start : start + data.draw(st.integers(2, 6))]
    asked = query_tokens(text, {word})
    assert set(asked.required) <= set(index_text(text).split())
    if len(word) > 1:
        assert set(pairs(word)) <= {*asked.required, *asked.optional} | {"的了"}


def test_a_name_is_not_more_about_what_it_says_twice() -> None:
    tokens = Counter(names_text("技工学校设立审批（省属技工学校设立审批）", "技工学校设立").split())
    assert tokens["设立"] == tokens["学校"] == 1
    assert Counter(names_text("学校转学校").split())["学校"] == 2


@given(MIXED, MIXED)
def test_names_have_every_token_of_each(one: str, other: str) -> None:
    assert {*index_text(one).split(), *index_text(other).split()} <= set(names_text(one, other).split())


def test_latin_words_side_by_side_are_a_token_in_any_order() -> None:
    assert neighbours("Extension of visas") == neighbours("visa extensions") == ["extens_visa"]
    assert neighbours("visa 签证 extension") == []
    assert "extens_visa" in names_text("Visa extension").split()
    assert "extens_visa" in query_tokens("extension of my visa").optional


def test_the_parts_of_a_name_are_names() -> None:
    assert whole_tokens("指纹、掌纹公证（指引）").split() == [
        "=指纹掌纹公证指引",
        "=指纹掌纹公证",
        "=指纹",
        "=掌纹公证",
        "=指引",
    ]
    assert whole_tokens("…") == ""


def test_long_words_are_abbreviated_by_their_first_characters() -> None:
    assert abbreviated("经济适用房") == (("经适",),)
    assert abbreviated("visa") == ()


# --- rjieba is jieba ----------------------------------------------------------------------------------------------


def cuts_alike(run: str) -> None:
    assert rjieba.cut(run, False) == jieba.lcut(run, HMM=False), run
    assert rjieba.cut_for_search(run, False) == list(jieba.cut_for_search(run, HMM=False)), run


COMMON = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=30)


@settings(max_examples=400)  # jieba loads its dictionary
@given(st.one_of(COMMON, HAN, st.text(st.sampled_from(sorted({one for word in NAMES for one in word})), min_size=1)))
def test_rjieba_cuts_any_characters_as_jieba_does(text: str) -> None:
    for run in runs(text):
        if is_han(run):
            cuts_alike(run)


@settings(max_examples=400)  # jieba loads its dictionary
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4).map("".join), st.data())
def test_rjieba_cuts_pieces_of_official_language_as_jieba_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    cuts_alike(text[start : data.draw(st.integers(start + 1, len(text)))])


def test_rjieba_cuts_the_demonstration_as_jieba_does() -> None:
    texts = [value for record in files.guide_records() for value in record.values.values() if isinstance(value, str)]
    found = {run for text in texts for run in runs(text) if is_han(run)}
    assert len(found) > 500
    for run in found:
        cuts_alike(run)


@pytest.mark.data
def test_rjieba_cuts_real_names_as_jieba_does(shared_data: Path) -> None:
    names = {json.loads(line)["TASK_NAME"] for line in (shared_data / "items_guangdong.jsonl").open(encoding="utf-8")}
    for run in {run for name in names for run in runs(name)}:
        cuts_alike(run)
