"""Every rule finds what it is for, and nothing else."""

import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from guides.exchange.schema import guide_columns, relations, row_columns
from guides.lint.families.english import needs_english
from guides.lint.families.misspellings import USAGE, WORDS
from guides.lint.families.phones import is_phone, several
from guides.lint.families.phrases import LISTS, NO_CONDITION, is_empty
from guides.lint.families.reading import longest_sentence, nested_part
from guides.lint.families.typos import misspelt, unbalanced
from guides.lint.levels import Level
from guides.lint.rule import Finding, Hit, Rule, said
from guides.lint.running import BY_CODE, REFUSING, RULES, by_level, findings, refusals, score
from guides.rules.completeness import REQUIRED

from .good_item import Facts, good
from .spoiled import FOUND, NOT_FOUND


def codes(facts: Facts) -> list[str]:
    return [finding.code for finding in findings(facts)]


def test_a_good_item_has_no_findings() -> None:
    assert codes(good()) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_finds_what_it_is_for(rule: Rule) -> None:
    assert rule.code in codes(FOUND[rule.code])


@pytest.mark.parametrize(
    ("code", "facts"), NOT_FOUND, ids=[f"{n}-{code}" for n, (code, _facts) in enumerate(NOT_FOUND)]
)
def test_what_looks_alike_is_let_pass(code: str, facts: Facts) -> None:
    assert code in BY_CODE
    assert code not in codes(facts)


def test_there_are_many_rules_and_each_has_its_own_code() -> None:
    assert len(RULES) > 120
    assert len(BY_CODE) == len(RULES)
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", rule.code) for rule in RULES)
    assert set(FOUND) == set(BY_CODE)


@pytest.mark.parametrize("code", sorted(FOUND))
def test_a_finding_names_a_place_that_editors_have(code: str) -> None:
    for finding in findings(FOUND[code]):
        name, _, rest = finding.place.partition(".")
        assert name in {*guide_columns(), *relations(), "topics"}, finding.place
        if rest:
            number, column = rest.split(".")
            assert column in row_columns(name), finding.place
            assert int(number) >= 0


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", sorted(FOUND))
def test_a_finding_is_said_in_words(code: str, language: str) -> None:
    with translation.override(language):
        [first, *_others] = [finding for finding in findings(FOUND[code]) if finding.code == code]
        assert not re.search(r"%\(\w+\)", first.message), first.message
        assert str(first.rule.source)
        if language == "zh-hans":
            assert re.search("[一-鿿]", first.message), first.message


def test_only_what_is_required_stands_in_the_way_of_publishing() -> None:
    assert [rule.code for rule in REFUSING] == [
        f"missing.{element.field.removesuffix('_zh_hans')}" for element in REQUIRED
    ]
    assert [finding.place for finding in refusals({"visits": 0})] == [
        element.field for element in REQUIRED if element.is_missing({"visits": 0})
    ]
    assert refusals(FOUND["limits.promise_longer"]) == []


def test_a_score_falls_with_every_rule_that_is_broken_and_not_with_every_row() -> None:
    assert score([]) == 100
    rules = [Rule(f"x.{level}", level, "", "", lambda facts: []) for level in Level]
    found = [Finding(rule, "visits") for rule in rules]
    assert score(found) == 100 - 8 - 3 - 1
    assert score([*found, *found]) == score(found)
    assert score(Finding(rule, "visits") for rule in RULES) == 0
    assert by_level([found[0], *found]) == {Level.REFUSE: 2, Level.WARN: 1, Level.ADVISE: 1}


def test_words_that_do_not_fit_their_values_are_said_as_they_are() -> None:
    assert said("%(a)s of %(b)s", {"a": 1}) == "%(a)s of %(b)s"
    assert said("100 %", {}) == "100 %"
    assert Hit("visits").values == {}


def test_there_are_enough_phrases_and_misspellings_and_each_can_be_found() -> None:
    assert sum(map(len, LISTS)) >= 70
    assert len(WORDS) + len(USAGE) >= 40


@pytest.mark.parametrize(
    "text",
    [
        "按规定",
        "按有关规定办理。",
        "相关材料",
        "其他",
        "其他相关材料；",
        "详见办事指南",
        "视情况而定",
        "另行通知",
        "以窗口答复为准",
        "1、其他材料",
    ],
)
def test_texts_that_say_nothing(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize(
    "text", ["符合条件的即可申请", "材料齐全、符合法定形式", "按照上级机关统一部署办理。", "提交申请文件"]
)
def test_conditions_that_are_none(text: str) -> None:
    assert is_empty(text, NO_CONDITION)
    assert not is_empty("已取得营业执照", NO_CONDITION)


@pytest.mark.parametrize(
    "text", ["申请书", "其他申请人的身份证", "按规定格式填写的申请书", "不动产登记申请材料清单", ""]
)
def test_texts_that_say_something(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("银行帐户", "账户"),
        ("户口薄", "户口簿"),
        ("登记薄", "登记簿"),
        ("登陆系统", "登录"),
        ("截止2026年", "截至"),
        ("一式两分", "一式两份"),
    ],
)
def test_misspellings_are_told_with_what_is_right(wrong: str, right: str) -> None:
    found = misspelt(wrong)
    assert found is not None
    assert found[1] == right


@pytest.mark.parametrize(
    "number", ["0835-2800110", "(0835)2800110", "+86 20 81218888", "12345", "020-12345", "95598", "13800000000"]
)
def test_telephone_numbers(number: str) -> None:
    assert is_phone(number)
    assert not several(number)


def test_several_numbers_are_told_apart_from_one() -> None:
    assert several("0835-2800110/0835-2800111")
    assert not several("0835-2800110 转 8001")


@pytest.mark.parametrize(
    ("name", "topics", "audiences", "needed"),
    [
        ("外商投资企业设立登记", [], [], True),
        ("食品经营许可", ["organisation/070"], ["enterprise"], True),
        ("食品经营许可", ["organisation/070"], ["individual"], False),
        ("延期R字签证", [], [], True),
        ("往来港澳通行证签发", ["individual/105"], ["individual"], False),
    ],
)
def test_who_needs_english(name: str, topics: list[str], audiences: list[str], needed: bool) -> None:
    facts = {"name_zh_hans": name, "topics": topics, "audiences": audiences}
    assert needs_english(facts) is needed
    assert needs_english(facts, is_chosen=True)


ODD = st.text(alphabet="的，。；（）()《》1a、\n申请材料其他按规定登陆帐户", max_size=200)


@given(st.text(max_size=120) | ODD)
def test_no_text_makes_a_rule_fail(text: str) -> None:
    facts = good()
    columns = [name for name, value in facts.items() if isinstance(value, str)]
    facts |= dict.fromkeys(columns, text)
    facts["materials"] = [{"name_zh_hans": text, "remark_zh_hans": text}]
    facts["enquiries"] = [{"kind": kind, "value": text} for kind in ("phone", "web", "email")]
    for finding in findings(facts):
        assert finding.message


@given(ODD)
def test_a_part_is_never_longer_than_its_text(text: str) -> None:
    assert len(longest_sentence(text)) <= len(text)
    assert nested_part(text) in text
    assert unbalanced(text) in {"", *"（）《》"}


@given(st.text(alphabet="甲乙，", max_size=30))
def test_brackets_that_are_closed_are_no_finding(text: str) -> None:
    assert unbalanced(f"（{text}）《{text}》({text})") == ""
    assert unbalanced(f"（{text}") == "（"
