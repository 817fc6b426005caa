"""Lists of items: of today, of a day, and as they were published."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from guides.models import Change, GuidePage, PublishedList
from guides.record.issues import last_quarter, publish_last_quarter, publish_lists
from tests import factories
from tests.conftest import Hall

from .conftest import publish


def html(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def backdate(guide: GuidePage, day: str) -> None:
    Change.objects.filter(page_id=guide.pk).update(at=timezone.make_aware(datetime.fromisoformat(f"{day}T12:00")))


@pytest.fixture
def two(guide: GuidePage, hall: Hall) -> GuidePage:
    """An item of each department, published in February and in April; answers with the second."""
    backdate(guide, "2026-02-01")
    second = factories.GuidePageFactory(
        parent=hall.public_security,
        slug="passport",
        name_zh_hans="=护照签发",
        handling_type="promised",
        promised_days=7,
    )
    backdate(second, "2026-04-01")
    return second


def test_the_hall_lists_all_departments_and_a_department_its_own(two: GuidePage, client: Client) -> None:
    everything = html(client, "/zh-hans/catalogue/")
    assert "内地居民结婚登记" in everything
    assert "护照签发" in everything
    own = html(client, "/zh-hans/departments/public-security/catalogue/")
    assert "护照签发" in own
    assert "7 个工作日" in own
    assert two.task_code in own
    assert "内地居民结婚登记" not in own


def test_a_list_of_a_day_has_what_was_offered_then(two: GuidePage, client: Client) -> None:
    march = html(client, "/zh-hans/catalogue/?day=2026-03-01")
    assert "内地居民结婚登记" in march
    assert "护照签发" not in march
    assert "/as-of/2026-03-01/" in march


def test_a_day_that_is_none_is_refused_in_words(two: GuidePage, client: Client) -> None:
    assert "record-error" in html(client, "/zh-hans/catalogue/?day=some")
    assert client.get("/zh-hans/catalogue/xlsx/?day=some").status_code == 404


def test_what_has_ended_is_not_listed(two: GuidePage, client: Client) -> None:
    publish(two, status="cancelled")
    assert "护照签发" not in html(client, "/zh-hans/catalogue/")
    two.unpublish()
    assert "护照签发" not in html(client, "/zh-hans/catalogue/")


def test_a_moved_item_is_in_the_list_of_its_department_of_then(two: GuidePage, hall: Hall, client: Client) -> None:
    two.move(hall.civil_affairs, pos="last-child")
    assert "护照签发" not in html(client, "/zh-hans/departments/public-security/catalogue/")
    assert "护照签发" in html(client, "/zh-hans/departments/public-security/catalogue/?day=2026-05-01")
    assert "护照签发" in html(client, "/zh-hans/departments/civil-affairs/catalogue/")


def test_the_workbook_has_texts_and_no_formulas(two: GuidePage, client: Client) -> None:
    content = client.get("/zh-hans/catalogue/xlsx/?day=2026-05-01").content
    sheet: Any = load_workbook(io.BytesIO(content)).active
    rows = list(sheet.iter_rows())
    assert len(rows) == 3
    name = next(cell for row in rows for cell in row if cell.value == "=护照签发")
    assert name.data_type == "s"


def words_of(content: bytes) -> str:
    import pdfplumber  # noqa: PLC0415 -- slow to load

    with pdfplumber.open(io.BytesIO(content)) as document:
        return "".join(page.extract_text() or "" for page in document.pages)


@pytest.mark.parametrize(("language", "title"), [("zh-hans", "政务服务事项清单"), ("en", "List of items of the hall")])
def test_the_pdf_has_text_that_can_be_selected(two: GuidePage, client: Client, language: str, title: str) -> None:
    response = client.get(f"/{language}/catalogue/pdf/?day=2026-05-01")
    assert response.headers["Content-Type"] == "application/pdf"
    text = words_of(response.content).replace("\n", "")
    assert title in text
    assert "雅安市" in text or "Ya'an" in text


def test_without_a_font_the_pdf_says_so(two: GuidePage, client: Client, settings: Any) -> None:
    settings.FORM_FONT = "/no/such/font.ttf"
    response = client.get("/zh-hans/catalogue/pdf/")
    assert response.status_code == 503
    assert "FORM_FONT" in response.content.decode()


# --- as they were published ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2026, 1, 1), ("2025-Q4", date(2025, 12, 31))),
        (date(2026, 3, 31), ("2025-Q4", date(2025, 12, 31))),
        (date(2026, 4, 1), ("2026-Q1", date(2026, 3, 31))),
        (date(2026, 12, 31), ("2026-Q3", date(2026, 9, 30))),
    ],
)
def test_the_quarter_that_ended_last(today: date, quarter: tuple[str, date]) -> None:
    assert last_quarter(today) == quarter


def test_each_quarter_is_published_once_as_it_ended(two: GuidePage, client: Client) -> None:
    made = publish_last_quarter(date(2026, 4, 2))
    assert [(one.period, one.count) for one in made] == [("2026-Q1", 1), ("2026-Q1", 1)]
    assert publish_last_quarter(date(2026, 4, 3)) == []
    assert "内地居民结婚登记" in html(client, f"/zh-hans/catalogue/issues/{made[0].pk}/")


def test_before_the_record_begins_nothing_is_published(two: GuidePage) -> None:
    assert publish_last_quarter(date(2026, 1, 2)) == []


def test_a_published_list_never_changes(two: GuidePage, client: Client) -> None:
    made = publish_lists("2026-05-03", date(2026, 5, 3))
    publish(two, name_zh_hans="另一个名称")
    two.delete()
    page = html(client, f"/zh-hans/catalogue/issues/{made[0].pk}/")
    assert "护照签发" in page
    assert client.get(f"/zh-hans/catalogue/issues/{made[0].pk}/xlsx/").status_code == 200
    assert client.get(f"/zh-hans/catalogue/issues/{made[0].pk}/pdf/").status_code == 200
    made[0].rows = []
    with pytest.raises(TypeError):
        made[0].save()
    assert "2026-05-03" in html(client, "/zh-hans/catalogue/")


def test_the_command_publishes_a_day_and_refuses_tomorrow(two: GuidePage) -> None:
    call_command("publish_lists", "--day", "2026-05-03", verbosity=0)
    assert PublishedList.objects.count() == 3
    with pytest.raises(CommandError):
        call_command("publish_lists", "--day", "2099-01-01")
    with pytest.raises(CommandError):
        call_command("publish_lists", "--day", "some")


def test_reviewers_publish_the_lists_of_today_and_editors_look_at_them(
    two: GuidePage, reviewer: Client, civil_affairs_editor: Client
) -> None:
    url = reverse("record:lists")
    assert civil_affairs_editor.post(url).status_code in (302, 403)
    assert not PublishedList.objects.exists()
    reviewer.post(url)
    reviewer.post(url)
    assert PublishedList.objects.count() == 3
    assert timezone.localdate().isoformat() in civil_affairs_editor.get(url).content.decode()


def test_the_record_is_begun_for_items_that_were_published_before(two: GuidePage) -> None:
    Change.objects.all().delete()
    call_command("begin_record", verbosity=0)
    call_command("begin_record", verbosity=0)
    assert Change.objects.count() == 2
    assert {one.at for one in Change.objects.all()} == {one.last_published_at for one in GuidePage.objects.all()}
