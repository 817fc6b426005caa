"""Readers ask, and look up what became of it."""

import json
import re

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.core.cache import cache
from django.test import Client

from guides.models import GuidePage
from knowledge.consultations.contacts import revealed
from knowledge.models import Consultation, Deflection
from tests.conftest import Hall

from .conftest import Receive, fields, sent

pytestmark = pytest.mark.usefixtures("nobody_waits")
STATUS = "/zh-hans/ask/status/"


@pytest.fixture(autouse=True)
def nobody_has_asked_yet() -> None:
    cache.clear()


def test_a_question_is_received_under_a_reference(guide: GuidePage, citizen: Client) -> None:
    response = sent(citizen, question="结婚登记  星期六办吗？\r\n谢谢", contact="13800138000", about=str(guide.pk))
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store"
    one = Consultation.objects.get()
    assert one.code[:4] in response.content.decode()
    assert (one.page_id, one.department) == (guide.pk, guide.department)
    assert revealed(one.contact) == "13800138000"
    assert "13800138000" not in one.contact
    assert [event.deed for event in one.events.all()] == ["received"]


def test_without_an_item_it_goes_to_whom_the_search_finds(guide: GuidePage, citizen: Client) -> None:
    sent(citizen, question="扯证要预约吗")
    assert Consultation.objects.get().department == guide.department


def test_what_nobody_is_competent_for_waits_for_the_reviewers(guide: GuidePage, citizen: Client) -> None:
    sent(citizen, question="qqqq zzzz xxxx")
    assert Consultation.objects.get().department is None


def test_first_the_reader_sees_what_may_answer_it(guide: GuidePage, citizen: Client) -> None:
    page = BeautifulSoup(citizen.post("/zh-hans/ask/", fields(step="", question="扯证要带什么")).content, "lxml")
    assert "居民身份证" in page.text
    assert not Consultation.objects.exists()
    radio = page.select_one(f'input[name=about][value="{guide.pk}"]')
    assert radio is not None
    kept = {str(one["name"]): str(one["value"]) for one in page.select(".ask-send input[type=hidden]")}
    assert citizen.post("/zh-hans/ask/", {**kept, "about": str(guide.pk), "step": "send"}).status_code == 200
    assert Consultation.objects.get().page_id == guide.pk


def test_who_was_answered_before_asking_is_counted_and_nothing_is_kept(hall: Hall, citizen: Client) -> None:
    for _time in range(2):
        assert citizen.post("/zh-hans/ask/", {"step": "solved", "question": "秘密"}).status_code == 200
    assert Deflection.objects.get().times == 2
    assert not Consultation.objects.exists()


def test_pressing_twice_asks_once(hall: Hall, citizen: Client) -> None:
    given = fields()
    pages = [citizen.post("/zh-hans/ask/", given).content.decode() for _ in range(2)]
    assert Consultation.objects.count() == 1
    code = Consultation.objects.get().code[:4]
    assert all(code in page for page in pages)


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": ""},
        {"question": "短"},
        {"question": "长" * 2001},
        {"contact": "微信"},
        {"website": "http://spam.example"},
        {"stamp": "not ours"},
        {"stamp": ""},
        {"district": "999999"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_that_was_typed_is_lost(
    hall: Hall, citizen: Client, wrong: dict[str, str]
) -> None:
    given = {"question": "星期六能登记结婚吗？", "contact": "13800138000", **wrong}
    response = sent(citizen, **given)
    assert response.status_code == 422
    page = BeautifulSoup(response.content, "lxml")
    assert page.select_one('[role="alert"] li')
    assert page.textarea is not None
    assert page.textarea.text.strip() == given["question"]
    assert not Consultation.objects.exists()


def test_control_characters_are_left_out(hall: Hall, citizen: Client) -> None:
    assert sent(citizen, question="星期六\x00能\x1b登记吗").status_code == 200
    assert Consultation.objects.get().question == "星期六能登记吗"


def test_nobody_sends_questions_without_end(hall: Hall, citizen: Client, settings: LazySettings) -> None:
    settings.CONSULTATIONS_AN_HOUR = 2
    assert [sent(citizen).status_code for _ in range(3)] == [200, 200, 429]
    assert Consultation.objects.count() == 2


def test_a_question_about_an_item_begins_on_its_page(guide: GuidePage, citizen: Client) -> None:
    link = BeautifulSoup(citizen.get(guide.url).content, "lxml").select_one(f'a[href$="/ask/?about={guide.pk}"]')
    assert link is not None
    assert guide.name_zh_hans in citizen.get(str(link["href"])).content.decode()
    for about in ("x", "999999", "-1", "²"):
        assert citizen.get("/zh-hans/ask/", {"about": about}).status_code == 200


# --- looking it up ------------------------------------------------------------------------------------------------


def looked_up(client: Client, code: str, **more: str) -> str:
    response = client.post(STATUS, {"code": code, **more})
    assert response.status_code == 200
    return response.content.decode()


def test_with_the_reference_one_sees_what_became_of_it(received: Receive, citizen: Client) -> None:
    one = received()
    page = looked_up(citizen, one.code.lower())
    assert one.question in page
    assert "雅安市民政局" in page
    assert one.code not in re.sub(r'value="[^"]*"', "", str(citizen.get(STATUS).content))


def test_a_reply_that_is_not_out_yet_is_not_shown(received: Receive, citizen: Client) -> None:
    one = received()
    Consultation.objects.filter(pk=one.pk).update(reply="还没想好")
    assert "还没想好" not in looked_up(citizen, one.code)
    assert "还没想好" not in looked_up(citizen, one.code, deed="export")


@pytest.mark.parametrize("code", ["", "x", "7KX2-M9QR-TAC", "长" * 500, "\x00"])
def test_a_wrong_reference_is_a_kind_error(hall: Hall, citizen: Client, code: str) -> None:
    response = citizen.post(STATUS, {"code": code})
    assert response.status_code == 404
    assert "请核对" in response.content.decode()


def test_nobody_tries_references_without_end(hall: Hall, citizen: Client) -> None:
    statuses = [citizen.post(STATUS, {"code": "7KX2M9QRTAC"}).status_code for _ in range(22)]
    assert statuses[-1] == 429


def test_everything_that_is_kept_can_be_had_and_erased(received: Receive, citizen: Client) -> None:
    one = received(contact="a@b.example")
    content = json.loads(looked_up(citizen, one.code, deed="export"))
    assert content["contact"] == "a@b.example"
    assert content["question"] == one.question
    assert "已全部删除" in looked_up(citizen, one.code, deed="erase")
    one.refresh_from_db()
    assert (one.question, one.reply, one.contact) == ("", "", "")
    assert "星期六" not in looked_up(citizen, one.code)


def test_a_question_is_withdrawn_once(received: Receive, citizen: Client) -> None:
    one = received()
    for _time in range(2):
        looked_up(citizen, one.code, deed="withdraw")
    assert [event.deed for event in one.events.all()] == ["received", "withdrawn"]
