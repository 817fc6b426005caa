"""What the demonstration says: complete, bilingual where promised, and true to the law."""

import re
from collections import Counter
from pathlib import Path

import pytest

from guides.exchange.records import GuideRecord
from guides.lint.families import codes
from guides.lint.running import findings, refusals
from guides.models import GuidePage
from guides.publishing import facts_of
from knowledge.models import AnswerPage, Consultation, DepartmentPage, District, ServicePoint, User
from portal.demo import files
from portal.demo.accounts import ACCOUNTS
from translations.languages import column, translated_fields

from .statutes import Statutes

RECORDS = list(files.guide_records())
HAN = re.compile(r"[\u4e00-\u9fff]")
NEVER_TRANSLATED = {("legal_bases", "text")}  # the words of the law are quoted in the original

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("demonstration"),
    pytest.mark.xdist_group("demonstration"),  # so that it is built once
]


def test_the_hall_is_as_large_as_promised() -> None:
    assert GuidePage.objects.live().count() >= 60
    assert DepartmentPage.objects.live().count() >= 15
    assert District.objects.filter(level="county").count() == 8
    assert ServicePoint.objects.filter(kind="convenience_centre").count() >= 8
    assert GuidePage.objects.filter(translation_reviewed_en=True).count() >= 40


def test_written_answers_say_what_they_rest_on_and_are_about_items_that_there_are(statutes: Statutes) -> None:
    pages = AnswerPage.objects.live().prefetch_related("subjects__subject", "bases", "topics")
    assert len(pages) == len(files.read("answers.yaml"))
    assert sum(page.translation_reviewed_en for page in pages) >= 6
    for page in pages:
        assert page.subjects.all(), page
        assert page.topics.all(), page
        for basis in page.bases.all():
            assert statutes.contains(basis.statute_zh_hans, basis.article_zh_hans, ""), basis
        if page.translation_reviewed_en:
            assert not HAN.search(page.name_en + page.answer_en + page.variants_en), page


def test_questions_of_readers_are_there_in_all_states() -> None:
    assert set(Consultation.objects.values_list("state", flat=True)) == {"received", "checking", "answered"}
    assert Consultation.objects.overdue().exists()


def test_every_member_of_the_cast_can_log_in() -> None:
    assert set(User.objects.values_list("username", flat=True)) == {account.username for account in ACCOUNTS}


def test_codes_are_whole_and_given_once() -> None:
    times_given = Counter(record.code for record in RECORDS)
    assert [code for code, times in times_given.items() if times > 1] == []
    for record in RECORDS:
        facts = {"task_code": record.code, "catalog_code": record.values["catalog_code"]}
        assert findings(facts, codes.RULES) == []


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.place)
def test_an_item_lacks_nothing(record: GuideRecord) -> None:
    guide = GuidePage.objects.get(task_code=record.code)
    assert refusals(facts_of(guide)) == []
    assert guide.everyday_names_list
    assert guide.faqs.count() >= 2


@pytest.mark.parametrize(
    "record", [r for r in RECORDS if r.values["translation_reviewed_en"]], ids=lambda record: record.place
)
def test_reviewed_english_is_complete_and_english(record: GuideRecord) -> None:
    guide = GuidePage.objects.get(task_code=record.code)
    holders = [("", guide), *((name, row) for name in record.rows for row in getattr(guide, name).all())]
    for relation, holder in holders:
        for field in translated_fields(type(holder)):
            if field == "translation_reviewed" or (relation, field) in NEVER_TRANSLATED:
                continue
            chinese, english = (getattr(holder, column(field, lang)) or "" for lang in ("zh-hans", "en"))
            assert bool(chinese) == bool(english) or (field == "everyday_names"), f"{relation}.{field}: {chinese}"
            assert not HAN.search(english), f"{relation}.{field} has Chinese in its English"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.place)
def test_the_words_of_the_law_are_quoted_exactly(record: GuideRecord, statutes: Statutes) -> None:
    for basis in record.rows["legal_bases"]:
        if basis.get("text_zh_hans"):
            assert statutes.contains(basis["statute_zh_hans"], basis["article_zh_hans"], basis["text_zh_hans"]), basis


@pytest.fixture(scope="session")
def statutes(shared_data: Path) -> Statutes:
    return Statutes.read(shared_data / "statutes.tar.gz")
