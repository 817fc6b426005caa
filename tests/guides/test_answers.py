"""What an item answers to the questions that people ask about any item."""

from datetime import date

import pytest
from django.utils import translation

from guides.answers import answer
from guides.models import GuidePage, Material, Result
from guides.reading_rows import Rows
from knowledge.answers.answer import Answer
from knowledge.search.intents import Intent
from translations.reading import Reading

MONDAY = date(2026, 9, 28)  # three days before the National Day holidays


def ask(guide: GuidePage, intent: Intent, language: str = "zh-hans", day: date = MONDAY) -> Answer | None:
    with translation.override(language):
        item = Reading(guide, language)
        return answer(item, Rows(item), intent, day)


def said(guide: GuidePage, intent: Intent, language: str = "zh-hans") -> list[str]:
    found = ask(guide, intent, language)
    assert found is not None
    return [str(line) for line in (*found.lines, *found.notes)]


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        (Intent.MATERIALS, ["居民身份证 (原件 1 份)", "特定情形或可后补： 合影照片 (原件 3 份)"]),
        (Intent.FEE, ["不收费"]),
        (Intent.DURATION, ["当场办结", "当场登记"]),
        (Intent.WHO, ["男女双方自愿结婚", "服务对象： 自然人", "无数量限制"]),
        (Intent.VISITS, ["到现场 1 次", "双方须共同到场"]),
        (Intent.RESULT, ["结婚证"]),
        (
            Intent.LEGAL_BASIS,
            ["《中华人民共和国民法典》第一千零四十九条 要求结婚的男女双方应当亲自到婚姻登记机关申请结婚登记。"],
        ),
        (Intent.CONTACT, ["电话 0835-2800201"]),
        (Intent.COMPLAINT, ["电话 0835-2801201"]),
        (Intent.APPEAL, ["行政复议 雅安市人民政府"]),
        (Intent.HOW, ["受理 (婚姻登记员)", "窗口办理"]),
        (Intent.ONLINE, ["可下载表格"]),
    ],
)
def test_an_item_answers_from_its_fields(guide: GuidePage, intent: Intent, words: list[str]) -> None:
    assert said(guide, intent) == words


@pytest.mark.parametrize("intent", list(Intent))
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_answer_has_its_source(guide: GuidePage, intent: Intent, language: str) -> None:
    found = ask(guide, intent, language)
    if intent is Intent.VALIDITY:
        assert found is None  # nothing is said about it
        return
    assert found is not None
    assert found.source.url.partition("/departments/")[2].startswith(guide.url.partition("/departments/")[2])
    assert found.source.name.plain
    assert found.source.department.plain
    assert found.source.as_of


def test_where_and_when_are_those_of_the_counters(guide: GuidePage) -> None:
    place = guide.windows.get().place
    assert place is not None
    assert place.name_zh_hans in said(guide, Intent.WHERE)[0]
    assert "3号窗口" in said(guide, Intent.WHERE)[0]
    assert place.hours_zh_hans in said(guide, Intent.HOURS)[0]


def test_what_is_not_in_english_yet_is_marked_as_chinese(guide: GuidePage) -> None:
    guide.materials.set([Material(name_zh_hans="户口簿")])
    assert said(guide, Intent.MATERIALS, "en") == ['<span lang="zh-Hans">户口簿</span>']


def test_a_limit_ends_on_a_working_day_of_the_official_calendar(guide: GuidePage) -> None:
    guide.promised_days, guide.promised_unit = 5, "working_day"
    found = ask(guide, Intent.DURATION)
    assert found is not None
    # Tuesday and Wednesday, then seven days off; Thursday, Friday, and the Saturday that is made up for.
    assert "如今天受理：2026年10月10日前" in found.notes


def test_days_of_a_year_whose_calendar_is_not_out_are_not_guessed(guide: GuidePage) -> None:
    guide.promised_days, guide.promised_unit = 20, "working_day"
    found = ask(guide, Intent.DURATION, day=date(2026, 12, 25))
    assert found is not None
    assert [str(line) for line in found.lines] == ["20 个工作日"]
    assert not [note for note in found.notes if "2027" in str(note)]


def test_calendar_days_are_counted_as_they_are(guide: GuidePage) -> None:
    guide.promised_days, guide.promised_unit = 10, "calendar_day"
    found = ask(guide, Intent.DURATION)
    assert found is not None
    assert "2026年10月8日" in str(found.notes[0])


def test_what_the_hall_looks_up_itself_is_told_apart(guide: GuidePage) -> None:
    guide.materials.set([Material(name_zh_hans="申请书"), Material(name_zh_hans="户口簿", no_submission=True)])
    assert said(guide, Intent.MATERIALS) == ["申请书", "无需提交： 户口簿"]


def test_the_validity_is_that_of_the_results(guide: GuidePage) -> None:
    guide.results.set([Result(name_zh_hans="居住证", validity_zh_hans="1年", renewal_zh_hans="期满前30日内签注")])
    assert said(guide, Intent.VALIDITY) == ["居住证: 1年", "期满前30日内签注"]


def test_no_markup_of_an_editor_becomes_markup(guide: GuidePage) -> None:
    guide.materials.set([Material(name_zh_hans="<b>申请书</b>", originals=1)])
    assert said(guide, Intent.MATERIALS)[0].startswith("&lt;b&gt;")
