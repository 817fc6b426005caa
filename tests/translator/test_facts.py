"""Numbers in Chinese characters, and whether a translation states every fact of its source."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.desk.english_numbers import numbers
from translations.desk.facts import missing_facts
from translations.numerals import scaled, value


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("三十", 30),
        ("十五", 15),
        ("两", 2),
        ("一百零五", 105),
        ("二〇一五", 2015),
        ("一万二千", 12000),
        ("三亿零五十万", 300500000),
        ("一千一百二十三", 1123),
    ],
)
def test_numerals_are_read(numeral: str, number: int) -> None:
    assert value(numeral) == number


def test_what_is_no_numeral_is_refused() -> None:
    for text in ("", "甲", "三0"):
        with pytest.raises(ValueError, match=f"^{text}$"):
            value(text)


def test_amounts_are_scaled() -> None:
    assert (scaled("1.5", "亿"), scaled("12,000", "")) == (Decimal(150_000_000), Decimal(12_000))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("注册资本10万元", "registered capital of CNY 100,000"),
        ("注册资本10万元", "registered capital of 100 thousand yuan"),
        ("投资1.5亿元", "an investment of RMB 150 million"),
        ("自2026年3月1日起", "from 1 March 2026"),
        ("自2026年3月1日起", "from 2026-03-01"),
        ("自2026年9月1日起", "from Sep 1st, 2026"),
        ("15个工作日内", "within 15 working days"),
        ("20日内", "within twenty days"),
        ("三份，一式两份", "three copies, in duplicate"),
        ("二十五日", "twenty-five days"),
        ("第三十条第一款", "Article 30, first paragraph"),
        ("拨打0835-2802000", "call +86 835 280 2000"),
        ("拨打0835-2802000", "call 0835-2802000"),
        ("见https://www.example.cn/a?b=1。", "see https://www.example.cn/a?b=1"),
        ("填写SL-2026表", "fill in form sl-2026"),
        ("１５日", "15 days"),
        ("一般情况", "usually"),
        ("万一", "in case"),
        ("<p data-block-key='a9'>无</p>", "<p>none</p>"),
        ("3份", ""),
    ],
)
def test_a_translation_may_write_facts_its_own_way(source: str, target: str) -> None:
    assert missing_facts(source, target, "en") == []


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        ("注册资本10万元", "registered capital of CNY 10,000", ["10万"]),
        ("自2026年3月1日起", "from 1 May 2026", ["2026年3月1日"]),
        ("自2026年3月1日起", "from March 2026", ["2026年3月1日"]),
        ("15日内，3份", "within 15 days", ["3"]),
        ("第三十条", "Article 31", ["第三十"]),
        ("三份", "copies", ["三"]),
        ("拨打0835-2802000", "call 0835-2802001", ["0835-2802000"]),
        ("见http://a.cn/b", "see http://a.cn", ["http://a.cn/b"]),
        ("填写SL-2026表", "fill in the form 2026", ["SL-2026"]),
        ("%(count)d项", "items", ["%(count)d"]),
    ],
)
def test_what_a_translation_leaves_out_is_named(source: str, target: str, missing: list[str]) -> None:
    assert missing_facts(source, target, "en") == missing


def test_in_a_language_whose_number_words_are_not_known_only_figures_are_asked_for() -> None:
    assert missing_facts("三份，15日内，2026年3月1日", "en trois exemplaires, sous 15 jours, 1er mars 2026", "fr") == []
    assert missing_facts("15日内", "sous 20 jours", "fr") == ["15"]
    assert missing_facts("收费100000元，利率3.5%", "100\u202f000 yuans, taux de 3,5 %", "fr") == []
    assert missing_facts("1.5亿元", "150.000.000 Yuan", "de") == []
    assert missing_facts("收费100000元", "10 000 yuans", "fr") == ["100000"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_strange(source: str, target: str) -> None:
    for fact in missing_facts(source, target, "en"):
        assert fact


@given(st.lists(st.integers(0, 10**7), max_size=5))
def test_figures_with_and_without_commas_state_a_number(amounts: list[int]) -> None:
    source = "，".join(f"{amount}元" for amount in amounts)
    assert missing_facts(source, "; ".join(f"{amount:,} yuan" for amount in amounts), "en") == []


def test_scaled_figures_state_both() -> None:
    assert {Decimal("1.5"), Decimal(1_500_000)} <= numbers("CNY 1.5 million")
