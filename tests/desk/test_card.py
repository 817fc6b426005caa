"""What window staff see of an item."""

from datetime import date

import pytest
from django.utils import timezone

from guides.desk import desk_card
from guides.models import FeeItem, GuidePage, Material
from knowledge.desk.as_text import as_text
from knowledge.desk.card import Card
from knowledge.search.intents import Intent
from tests import factories
from tests.conftest import Hall

FRIDAY = date(2026, 11, 27)


def card(guide: GuidePage, language: str = "zh-hans") -> Card:
    return desk_card(guide, language, FRIDAY)


def script(guide: GuidePage, language: str = "zh-hans") -> str:
    return "".join(map(str, card(guide, language).script))


def test_what_to_say_is_said_in_sentences(guide: GuidePage) -> None:
    assert script(guide) == "您要准备1样材料：居民身份证。不收费。当场就能办好。一共要来1次。办好以后领取：结婚证。"


def test_in_english_too(guide: GuidePage) -> None:
    said = script(guide, "en")
    assert "You need one thing: Resident identity card." in said
    assert "It is done while you wait." in said


def test_the_day_is_counted_in_working_days(hall: Hall) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, promised_days=5, statutory_days=10)
    assert "今天受理的话，2026年12月4日前办好" in script(guide)


def test_many_materials_are_handed_over_and_not_recited(hall: Hall) -> None:
    names = [f"材料{number}" for number in range(9)]
    guide = factories.GuidePageFactory(
        parent=hall.civil_affairs, materials=[Material(name_zh_hans=name, originals=1) for name in names]
    )
    said = script(guide)
    assert "一共要准备9样材料，清单我打印给您" in said
    assert "材料5" in said
    assert "材料6" not in said


def test_what_it_costs_is_said_with_the_standard(hall: Hall) -> None:
    guide = factories.GuidePageFactory(
        parent=hall.civil_affairs,
        charges_fee=True,
        fee_items=[FeeItem(name_zh_hans="工本费", standard_zh_hans="九元", basis_zh_hans="批复")],
    )
    assert "收费标准：九元。" in script(guide)


def test_the_answers_to_all_questions_stand_on_it_the_asked_ones_first(guide: GuidePage) -> None:
    found = card(guide)
    assert found.answers[0].intent is Intent.MATERIALS
    assert found.asked([Intent.WHERE]).answers[0].intent is Intent.WHERE
    assert len(found.asked([Intent.WHERE]).answers) == len(found.answers)


def test_as_text_it_has_everything_and_no_markup(guide: GuidePage) -> None:
    for language in ("zh-hans", "en"):
        text = as_text(card(guide, language), "http://hall.test/i/1/")
        assert "<" not in text
        assert "&#" not in text
        assert text.endswith("http://hall.test/i/1/")
    assert "1. " not in as_text(card(guide), "") or "居民身份证" in as_text(card(guide), "")


@pytest.mark.parametrize("reviewed", [True, False])
def test_english_that_nobody_reviewed_is_not_shown(hall: Hall, reviewed: bool) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, translation_reviewed_en=reviewed)
    found = desk_card(guide, "en", timezone.localdate())
    assert found.reviewed is reviewed
    assert ("Resident identity card" in as_text(found, "")) is reviewed
