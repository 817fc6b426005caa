"""One key says that an item is correct; it makes no version, is undone, listed, mailed, and told to readers."""

import datetime as dt
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Revision

from guides.jobs import remind_of_items_to_certify
from guides.models import GuidePage
from guides.responsibility.mailing import NotRemindedError
from guides.rules.certification import latest_review
from tests import factories
from tests.conftest import Hall

from .browser import edit_address
from .steps import drafted, stored

INDEX = "/admin/certification/"
POST = "婚姻登记科科长"


@pytest.fixture
def item(guide: GuidePage) -> Any:
    """Last certified so long ago that it is overdue."""
    long_ago = timezone.localdate() - dt.timedelta(days=400)
    named = {"responsible_post_zh_hans": POST, "responsible_post_en": "Head of Marriage Registration"}
    GuidePage.objects.filter(pk=guide.pk).update(certified_on=long_ago, certified_by_post="原科长", **named)
    return stored(guide)


def certify(client: Client, item: GuidePage, **data: str) -> Any:
    return client.post(reverse("certification:certify", args=[item.pk]), data, follow=False)


def undo_address(html: str) -> str:
    button = BeautifulSoup(html, "lxml").select_one("[data-w-action-url-value*='certification/undo']")
    assert button is not None
    return str(button["data-w-action-url-value"])


def test_one_key_certifies_and_makes_no_version(civil_affairs_editor: Client, item: GuidePage) -> None:
    before = (item.latest_revision_id, item.last_published_at, Revision.objects.count())
    certify(civil_affairs_editor, item)
    after = stored(item)
    today = timezone.localdate()
    assert (after.certified_on, after.certified_by_post, after.review_by) == (today, POST, latest_review(today))
    assert (after.latest_revision_id, after.last_published_at, Revision.objects.count()) == before
    entry = PageLogEntry.objects.get(action="guides.certify")
    assert (entry.page_id, str(entry.user), entry.data["before"]["certified_by_post"]) == (
        item.pk,
        "editor-civil-affairs",
        "原科长",
    )


def test_it_is_taken_back_by_who_did_it(civil_affairs_editor: Client, reviewer: Client, item: GuidePage) -> None:
    certify(civil_affairs_editor, item)
    address = undo_address(civil_affairs_editor.get(INDEX).content.decode())
    reviewer.post(address)
    assert stored(item).certified_by_post == POST
    civil_affairs_editor.post(address)
    after = stored(item)
    assert (after.certified_on, after.certified_by_post, after.review_by) == (item.certified_on, "原科长", None)
    history = reverse("wagtailadmin_pages:history", args=[item.pk])
    assert "已撤回确认" in civil_affairs_editor.get(history).content.decode()


def test_no_version_changes_a_certification(civil_affairs_editor: Client, item: GuidePage) -> None:
    draft = drafted(item)
    GuidePage.objects.filter(pk=item.pk).update(certified_by_post="后来的岗位")
    draft.latest_revision.publish()
    assert stored(item).certified_by_post == "后来的岗位"


@pytest.mark.parametrize("obstacle", ["draft", "unpublished", "no post"])
def test_what_cannot_be_certified_says_why(reviewer: Client, item: GuidePage, obstacle: str) -> None:
    if obstacle == "draft":
        drafted(item)
    elif obstacle == "unpublished":
        item.unpublish()
    else:
        GuidePage.objects.filter(pk=item.pk).update(responsible_post_zh_hans="")
    response = certify(reviewer, item)
    assert response.status_code == 200
    words = {"draft": "尚未发布的修改", "unpublished": "已经公开", "no post": "没有写明责任岗位"}
    assert words[obstacle] in response.content.decode()
    assert stored(item).certified_on == item.certified_on
    if obstacle == "no post":
        certify(reviewer, item, post="值班科长")
        assert stored(item).certified_by_post == "值班科长"


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (300, True), (400, False)])
def test_it_holds_for_a_year_at_most(reviewer: Client, item: GuidePage, days: int, allowed: bool) -> None:
    chosen = timezone.localdate() + dt.timedelta(days=days)
    certify(reviewer, item, review_by=chosen.isoformat())
    assert (stored(item).review_by == chosen) is allowed


def test_the_key_is_in_the_editor_when_nothing_has_changed(
    civil_affairs_editor: Client, translator: Client, item: GuidePage
) -> None:
    address = reverse("certification:certify", args=[item.pk])
    button, link = f'data-w-action-url-value="{address}"', f'href="{address}"'
    page = civil_affairs_editor.get(edit_address(item)).content.decode()
    assert button in page
    assert link in page
    assert link not in translator.get(edit_address(item)).content.decode()
    drafted(item)
    assert button not in civil_affairs_editor.get(edit_address(item)).content.decode()


# --- the list -----------------------------------------------------------------------------------------------------


def test_the_list_shows_one_s_own_departments_and_certifies_many(
    civil_affairs_editor: Client, item: GuidePage, hall: Hall
) -> None:
    other = factories.GuidePageFactory(
        parent=hall.public_security, slug="other", name_zh_hans="户口迁移", certified_on=dt.date(2020, 1, 1)
    )
    page = civil_affairs_editor.get(INDEX).content.decode()
    assert item.name_zh_hans in page
    assert other.name_zh_hans not in page
    response = civil_affairs_editor.post(INDEX, {"item": [item.pk, other.pk]}, follow=True).content.decode()
    assert stored(item).certified_on == timezone.localdate()
    assert stored(other).certified_on == dt.date(2020, 1, 1)
    assert "户口迁移" in response
    civil_affairs_editor.post(undo_address(response))
    assert stored(item).certified_by_post == "原科长"


def test_the_list_is_filtered_and_downloaded(reviewer: Client, item: GuidePage, hall: Hall) -> None:
    query = {"show": "overdue", "department": hall.civil_affairs.pk, "format": "csv"}
    lines = reviewer.get(INDEX, query).content.decode("utf-8-sig").splitlines()
    assert lines[1].split(",")[0] == item.name_zh_hans
    assert POST in lines[1]
    assert len(reviewer.get(INDEX, {**query, "department": hall.public_security.pk}).content.splitlines()) == 1
    assert item.name_zh_hans not in reviewer.get(INDEX, {"show": "soon"}).content.decode()


def test_translators_and_clerks_have_no_list(translator: Client, window_clerk: Client, hall: Hall) -> None:
    for client in (translator, window_clerk):
        assert client.get(INDEX).status_code == 302


# --- reminders ----------------------------------------------------------------------------------------------------


def test_editors_are_told_once_a_week_what_is_overdue(
    civil_affairs_editor: Client, public_security_editor: Client, reviewer: Client, item: GuidePage
) -> None:
    for _time in range(2):
        remind_of_items_to_certify()
    [message] = mail.outbox
    assert message.to == ["editor-civil-affairs@hall.test"]
    assert item.name_zh_hans in message.body
    assert INDEX in message.body


def test_what_is_in_order_is_not_mailed(civil_affairs_editor: Client, item: GuidePage) -> None:
    certify(civil_affairs_editor, item)
    remind_of_items_to_certify()
    assert mail.outbox == []


# --- readers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "post", "overdue"),
    [("zh-hans", POST, "已逾期"), ("en", "Head of Marriage Registration", "overdue for review since")],
)
def test_readers_see_who_confirmed_it_and_that_it_is_overdue(
    civil_affairs_editor: Client, citizen: Client, item: GuidePage, language: str, post: str, overdue: str
) -> None:
    address = f"/{language}/departments/civil-affairs/{item.slug}/"
    assert overdue in citizen.get(address).content.decode()
    certify(civil_affairs_editor, item)
    page = BeautifulSoup(citizen.get(address).content, "lxml")
    assert overdue not in page.text
    assert post in page.select_one(".guide-meta").text  # type: ignore[union-attr]
    assert not page.select(".guide-meta [lang]")


def test_readers_see_from_when_until_when_it_is_in_force(citizen: Client, item: GuidePage) -> None:
    address = f"/zh-hans/departments/civil-affairs/{item.slug}/"
    GuidePage.objects.filter(pk=item.pk).update(effective_date=timezone.localdate() + dt.timedelta(days=9))
    assert "尚未生效" in citizen.get(address).content.decode()
    GuidePage.objects.filter(pk=item.pk).update(effective_date=None, end_date=dt.date(2025, 1, 1))
    assert "已失效" in citizen.get(address).content.decode()


def test_what_cannot_be_sent_to_one_department_keeps_no_other_from_being_told(
    civil_affairs_editor: Client, public_security_editor: Client, item: GuidePage, hall: Hall, monkeypatch: Any
) -> None:
    other = factories.GuidePageFactory(parent=hall.public_security, slug="other", certified_on=dt.date(2020, 1, 1))
    sent = mail.EmailMessage.send

    def send(message: Any, *args: Any, **kwargs: Any) -> int:
        if message.to == ["editor-civil-affairs@hall.test"]:
            raise OSError("no such mailbox")
        return sent(message, *args, **kwargs)

    monkeypatch.setattr(mail.EmailMessage, "send", send)
    with pytest.raises(NotRemindedError):
        remind_of_items_to_certify()
    assert [message.to for message in mail.outbox] == [["editor-public-security@hall.test"]]
    assert other.name_zh_hans in mail.outbox[0].body


def test_nobody_certifies_what_has_been_cancelled(reviewer: Client, item: GuidePage) -> None:
    assert item.name_zh_hans in reviewer.get(INDEX).content.decode()
    GuidePage.objects.filter(pk=item.pk).update(status="cancelled")
    assert item.name_zh_hans not in reviewer.get(INDEX).content.decode()
