"""What a reader's words ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.codes import asked_code, backwards, code_tokens
from knowledge.search.plan import MOST_CLAUSES, NAME_WEIGHT, TEXT_WEIGHT, plan
from knowledge.search.standing import ACT, ACT_WEIGHT, SERVICE, SERVICE_WEIGHT
from knowledge.search.thesaurus import Entry, Thesaurus

THESAURUS = Thesaurus([Entry("扯证", ("结婚登记",), "colloquial"), Entry("宝宝", ("出生登记",), "life_event")])


def said(text: str, thesaurus: Thesaurus | None = None) -> list[list[tuple[str, ...]]]:
    """For each part of a query the ways to say it."""
    return [[choice.tokens for choice in clause] for clause in plan(text, thesaurus).clauses]


@given(st.text(max_size=600))
def test_every_text_has_a_plan_of_bounded_size(text: str) -> None:
    made = plan(text, THESAURUS)
    assert len(made.clauses) <= MOST_CLAUSES
    assert len(made.helpful) <= MOST_CLAUSES
    assert len(made.characters) <= MOST_CLAUSES
    assert all(len(pairs) <= MOST_CLAUSES for pairs in made.abbreviations)


@pytest.mark.parametrize("text", ["", "  ", "\x00\x07", "的", '"()[]*?~^:', "…"])
def test_words_that_ask_for_nothing_make_an_empty_plan(text: str) -> None:
    assert not plan(text, THESAURUS)


def test_one_character_is_a_plan() -> None:
    assert said("税") == [[("税",)]]
    assert not plan("税").characters


def test_names_weigh_more_than_text() -> None:
    assert NAME_WEIGHT > TEXT_WEIGHT


def test_everyday_words_may_be_said_in_official_ones() -> None:
    assert said("扯证", THESAURUS) == [[("扯证",), ("结婚", "登记")]]


def test_pairs_across_words_help_the_way_they_belong_to() -> None:
    own, official = plan("外国人扯证", THESAURUS).clauses[-1]
    assert own.helpful == ()
    assert official.helpful == ("婚登", "结婚登记")
    assert plan("外国人扯证", THESAURUS).helpful == ("人扯", "外国人")


def test_official_words_count_for_less_than_what_was_said() -> None:
    own, official = plan("扯证", THESAURUS).clauses[0]
    assert official.weight * len(official.tokens) < own.weight * len(own.tokens) + 1e-9


def test_the_thesaurus_leads_in_one_direction() -> None:
    assert said("结婚登记", THESAURUS) == said("结婚登记")


def test_what_is_around_everyday_words_is_still_asked_for() -> None:
    assert said("外国人扯证", THESAURUS)[-1] == [("扯证",), ("结婚", "登记")]
    assert [("外国",)] in said("外国人扯证", THESAURUS)


def test_a_published_name_is_one_word_of_a_query() -> None:
    assert said("熊猫码申领") == [[("熊猫",)], [("申领",)]]
    known = plan("熊猫码申领", names=lambda text: {"熊猫码"} if "熊猫码" in text else set())
    assert [clause[0].tokens for clause in known.clauses] == [("熊猫",), ("猫码",), ("申领",)]


def test_a_query_may_be_abbreviated_in_names() -> None:
    assert plan("经济适用房").abbreviations == (("经适",),)
    assert plan("护照").abbreviations == ()


def test_pages_of_offices_come_first_only_where_an_office_is_asked_for() -> None:
    assert dict(plan("低保").standings) == {SERVICE: SERVICE_WEIGHT, ACT: ACT_WEIGHT}
    assert dict(plan("低保进度查询").standings) == {SERVICE: SERVICE_WEIGHT}
    assert plan("民政局在哪里").standings == ()


def test_asking_weighs_nothing_and_is_remembered() -> None:
    made = plan("扯证要带什么", THESAURUS)
    assert made.clauses == plan("扯证", THESAURUS).clauses
    assert made.intents == ("materials",)


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
