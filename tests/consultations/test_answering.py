"""Members of staff answer, each what is theirs."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge.consultations import deeds
from knowledge.consultations.mailing import send_reply
from knowledge.jobs import remind_of_overdue_questions, remove_contacts
from knowledge.models import AnswerPage, Consultation, ReplyTemplate, User
from tests.conftest import Hall

from .conftest import Receive

INBOX = "/admin/consultations/"


def post(client: Client, one: Consultation, deed: str, **more: str) -> str:
    one.refresh_from_db()
    data = {"deed": deed, "version": str(one.version), "reply": one.reply, **more}
    response = client.post(f"{INBOX}{one.pk}/", data, follow=True)
    one.refresh_from_db()
    return response.content.decode()


# --- who may what -------------------------------------------------------------------------------------------------

ACTIONS = ("keep", "check", "answer", "mark", "transfer")


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("who", "theirs"),
    [
        ("civil_affairs_editor", {"own"}),
        ("public_security_editor", {"other"}),
        ("reviewer", {"own", "other"}),
        ("translator", set()),
        ("window_clerk", set()),
        ("citizen", set()),
    ],
)
def test_each_answers_what_is_theirs(
    hall: Hall, received: Receive, request: pytest.FixtureRequest, action: str, who: str, theirs: set[str]
) -> None:
    client: Client = request.getfixturevalue(who)
    for whose, department in (("own", hall.civil_affairs), ("other", hall.public_security)):
        one = received()
        one.department = department
        one.save()
        more = {"department": str(hall.index.get_first_child().pk), "reason": "不归我们管", "reply": "可以。"}
        post(client, one, action, **more)
        assert one.events.exclude(deed="received").exists() is (whose in theirs)


def test_what_belongs_to_nobody_is_seen_by_those_who_answer_for_all(
    received: Receive, reviewer: Client, civil_affairs_editor: Client
) -> None:
    one = received()
    Consultation.objects.update(department=None)
    assert civil_affairs_editor.get(f"{INBOX}{one.pk}/").status_code == 302
    assert reviewer.get(f"{INBOX}{one.pk}/").status_code == 200


# --- answering ----------------------------------------------------------------------------------------------------


def test_the_hall_proposes_its_answer_with_the_source(guide: GuidePage, received: Receive, reviewer: Client) -> None:
    one = received("扯证要带什么")
    page = post(reviewer, one, "insert", reply="您好！")
    assert "您好！" in page
    assert "居民身份证" in page
    assert "来源：内地居民结婚登记" in page
    assert one.reply == ""


def test_a_template_is_filled_in(received: Receive, reviewer: Client) -> None:
    template = ReplyTemplate.objects.create(title="问候", text_zh_hans="您的咨询{reference}，请拨打{phone}。")
    one = received()
    page = post(reviewer, one, f"insert:{template.pk}")
    assert f"您的咨询{one.code[:4]}" in page
    assert "请拨打0835-2800200" in page


def test_a_reply_goes_out_and_is_mailed(
    received: Receive, civil_affairs_editor: Client, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    one = received(contact="a@b.example")
    post(civil_affairs_editor, one, "answer", reply="可以。\n要预约。")
    assert one.state == "answered"
    for _time in range(2):  # a worker that died does it again
        send_reply.func(one.pk)
    (letter,) = mail.outbox
    assert letter.to == ["a@b.example"]
    assert "可以。\n要预约。" in letter.body
    assert one.events.filter(deed="mailed").count() == 1


def test_what_nobody_can_see_is_left_out_of_a_reply(received: Receive, civil_affairs_editor: Client) -> None:
    one = received()
    post(civil_affairs_editor, one, "answer", reply="可\x00以\x1b。")
    assert one.reply == "可以。"


def test_an_empty_reply_does_not_go_out(received: Receive, civil_affairs_editor: Client) -> None:
    one = received()
    assert "请先写答复" in post(civil_affairs_editor, one, "answer", reply=" ")
    assert one.is_open


def test_the_second_of_two_is_told_and_loses_nothing(received: Receive, civil_affairs_editor: Client) -> None:
    one = received()
    post(civil_affairs_editor, one, "keep", reply="第一个人写的")
    page = post(civil_affairs_editor, one, "answer", reply="第二个人写的", version="0")
    assert "刚刚处理了这条咨询" in page
    assert "第二个人写的" in page
    assert one.reply == "第一个人写的"
    assert one.is_open


def test_a_sensitive_one_goes_out_from_a_second_hand_only(
    received: Receive, first_editor: User, second_editor: User
) -> None:
    one = received("我要投诉窗口")
    assert one.sensitive
    with pytest.raises(deeds.NotNowError):
        deeds.answer(one, first_editor, one.version, "对不起。")
    deeds.send_for_check(one, first_editor, one.version, "对不起。")
    with pytest.raises(deeds.NotNowError):
        deeds.answer(one, first_editor, one.version, "对不起。")
    deeds.return_draft(one, second_editor, one.version, "再客气一点")
    deeds.send_for_check(one, first_editor, one.version, "非常对不起。")
    deeds.answer(one, second_editor, one.version, "非常对不起。")
    history = [event.deed for event in one.events.all()]
    assert history == ["received", "checked", "returned", "checked", "answered"]


def test_it_is_given_to_another_department_with_the_reason(hall: Hall, received: Receive, first_editor: User) -> None:
    one = received()
    with pytest.raises(deeds.NotNowError):
        deeds.transfer(one, first_editor, one.version, hall.public_security, " ")
    deeds.transfer(one, first_editor, one.version, hall.public_security, "户口归公安管")
    assert one.department == hall.public_security
    assert one.events.filter(note__contains="户口归公安管").exists()


# --- afterwards ---------------------------------------------------------------------------------------------------


def answered(one: Consultation, user: User, reply: str = "可以。") -> Consultation:
    deeds.answer(one, user, one.version, reply)
    return one


def test_a_reply_becomes_the_draft_of_a_public_answer(guide: GuidePage, received: Receive, first_editor: User) -> None:
    one = answered(received("星期六能登记结婚吗？", page=guide), first_editor)
    page = deeds.publish(one, first_editor)
    draft = AnswerPage.objects.get(pk=page.pk)
    assert not draft.live
    assert draft.name_zh_hans == one.question
    one.refresh_from_db()
    assert one.answer == draft
    with pytest.raises(deeds.NotNowError):
        deeds.publish(one, first_editor)


@pytest.mark.parametrize(
    ("question", "reply"), [("我的电话13800138000打不通", "好。"), ("打不通？", "请拨13800138000。")]
)
def test_nothing_with_numbers_of_people_becomes_public(
    received: Receive, first_editor: User, question: str, reply: str
) -> None:
    one = received(question)
    Consultation.objects.filter(pk=one.pk).update(sensitive=False)
    one.refresh_from_db()
    answered(one, first_editor, reply)
    with pytest.raises(deeds.NotNowError):
        deeds.publish(one, first_editor)
    assert not AnswerPage.objects.exists()


def test_contacts_are_forgotten_when_their_time_has_come(received: Receive, first_editor: User) -> None:
    old, new, waiting = (received(contact="a@b.example") for _ in range(3))
    for one in (old, new):
        answered(one, first_editor)
    long_ago = timezone.now() - timedelta(days=31)
    Consultation.objects.filter(pk=old.pk).update(answered_at=long_ago)
    Consultation.objects.filter(pk=waiting.pk).update(asked_at=long_ago)
    remove_contacts()
    kept = set(Consultation.objects.exclude(contact="").values_list("pk", flat=True))
    assert kept == {new.pk, waiting.pk}


def test_what_is_overdue_is_told_to_those_who_should_have_answered(
    hall: Hall, received: Receive, civil_affairs_editor: Client, public_security_editor: Client, translator: Client
) -> None:
    one = received()
    received()
    Consultation.objects.filter(pk=one.pk).update(due_on=timezone.localdate() - timedelta(days=2))
    remind_of_overdue_questions()
    (letter,) = mail.outbox
    assert letter.to == ["editor-civil-affairs@hall.test"]
    assert one.code[:4] in letter.body
    assert one.question not in letter.body
    assert "已逾期 2 天" in civil_affairs_editor.get(f"{INBOX}?show=overdue").content.decode()
    assert "条群众咨询已逾期" in civil_affairs_editor.get("/admin/").content.decode()
