"""How often pages are opened: counted once a reader has them, with nothing about the reader."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from guides.models import GuidePage
from knowledge import openings
from knowledge.models import PageOpening, PageReading
from tests.admin.conftest import civil_affairs_editor
from tests.freshness.test_publishing import known
from translations.models import TranslatedText

__all__ = ["civil_affairs_editor", "known"]


def tell(client: Client, page: GuidePage, language: str = "zh-hans") -> int:
    """Open a page as a browser does; answers the status of what its script sends."""
    address = page.url.replace("/zh-hans/", f"/{language}/")
    body = BeautifulSoup(client.get(address).content, "lxml").body
    assert body is not None
    return client.post(str(body["data-opened"]), {"token": body["data-opened-token"]}).status_code


def test_an_opened_page_is_counted_by_day_and_language(client: Client, guide: GuidePage) -> None:
    assert tell(client, guide) == tell(client, guide) == tell(client, guide, "en") == 204
    counted = {(row.language, row.day, row.times) for row in PageOpening.objects.filter(page=guide)}
    today = timezone.localdate()
    assert counted == {("zh-hans", today, 2), ("en", today, 1)}


def test_fetching_a_page_alone_counts_nothing(client: Client, guide: GuidePage) -> None:
    client.get(guide.url)
    assert not PageOpening.objects.exists()


def test_staff_are_not_counted(civil_affairs_editor: Client, guide: GuidePage) -> None:
    tell(civil_affairs_editor, guide)
    assert not PageOpening.objects.exists()


@pytest.mark.parametrize("token", ["", "1", "1:abc:def", "\x00"])
def test_a_token_that_is_not_ours_is_refused(client: Client, guide: GuidePage, token: str) -> None:
    assert client.post("/zh-hans/openings/", {"token": token}).status_code == 400
    assert not PageOpening.objects.exists()


def test_a_page_that_is_gone_is_ignored(client: Client, guide: GuidePage) -> None:
    token = openings.token_of(guide)
    guide.unpublish()
    assert client.post("/zh-hans/openings/", {"token": token}).status_code == 204
    assert not PageOpening.objects.exists()


def test_nobody_counts_for_many(client: Client, guide: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openings, "A_MINUTE", 3)
    for _ in range(5):
        tell(client, guide)
    assert PageOpening.objects.get().times == 3


def test_nothing_is_kept_where_statistics_are_off(client: Client, guide: GuidePage, settings: object) -> None:
    settings.SEARCH_LOG_DAYS = 0  # type: ignore[attr-defined]
    tell(client, guide)
    assert not PageOpening.objects.exists()


def test_pages_that_lie_outside_the_tree_count_nothing(client: Client, guide: GuidePage) -> None:
    body = BeautifulSoup(client.get("/zh-hans/topics/").content, "lxml").body
    assert body is not None
    assert "data-opened" not in body.attrs


def test_the_last_weeks_are_summed_up_and_old_days_forgotten(guide: GuidePage, settings: object) -> None:
    today = timezone.localdate()
    days = {0: 2, 30: 1, 100: 5, 400: 7}
    for ago, times in days.items():
        for _ in range(times):
            openings.note(guide.pk, "en", today - timedelta(days=ago))
    openings.roll_up(today)
    assert PageReading.objects.get(page=guide).times == 3
    assert sorted(PageOpening.objects.values_list("times", flat=True)) == [1, 2, 5]
    openings.roll_up(today + timedelta(days=100))
    assert not PageReading.objects.exists()


def test_translators_see_what_is_read_most_first(known: GuidePage, admin_client: Client) -> None:
    for text in TranslatedText.objects.filter(page=known):
        text.made_from = "earlier"
        text.save()
    other = GuidePage(name_zh_hans="少有人看的事项", name_en="Seldom read", slug="seldom")
    known.get_parent().add_child(instance=other)
    TranslatedText.objects.create(
        page=other,
        content_type=TranslatedText.objects.filter(page=known).latest("pk").content_type,
        object_id=0,
        field="name",
        language="en",
        source="少有人看",
        target="Seldom read",
        made_from="earlier",
        reviewed=True,
        outdated_on=timezone.localdate() - timedelta(days=99),
    )
    openings.note(known.pk, "en", timezone.localdate())
    openings.roll_up(timezone.localdate())
    shown = admin_client.get("/admin/translations/").content.decode()
    assert shown.index(escape(known.title)) < shown.index("少有人看")
