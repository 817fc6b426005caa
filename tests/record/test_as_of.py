"""An item as it stood on a day."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage, Material
from guides.record.packing import pack, unpack
from tests.complete_item import complete_item
from tests.conftest import Hall

from .conftest import dated, last, publish


def address(guide: GuidePage, day: str = "", language: str = "zh-hans") -> str:
    return f"/{language}/departments/civil-affairs/{guide.slug}/as-of/" + (f"{day}/" if day else "")


def html(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status, path
    return response.content.decode()


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        ("2026-02-01", "当场办结"),
        ("2026-03-01", "1 个工作日"),
        ("2026-05-01", "1 个工作日"),
        ("2026-05-02", "3 个工作日"),
    ],
)
def test_a_day_has_what_was_published_last_until_its_end(past: GuidePage, client: Client, day: str, limit: str) -> None:
    assert limit in html(client, address(past, day))


def test_the_page_says_what_it_is_and_keeps_out_of_search_engines(past: GuidePage, client: Client) -> None:
    then = html(client, address(past, "2026-03-15", "en"))
    assert "as it stood on 15 March 2026" in then
    assert '<meta name="robots" content="noindex">' in then
    assert "Ask a question about this service" not in then
    assert "Ask a question about this service" in html(client, address(past, language="en").removesuffix("as-of/"))


def test_before_the_first_publication_there_was_nothing(past: GuidePage, client: Client) -> None:
    assert "2026年2月1日" in html(client, address(past, "2026-01-31"), 404)


def test_while_it_was_taken_off_there_was_nothing(past: GuidePage, client: Client) -> None:
    past.unpublish()
    dated(past, "2026-02-01", "2026-03-01", "2026-05-02", "2026-06-01")
    html(client, address(past, "2026-06-02"), 404)
    assert "3 个工作日" in html(client, address(past, "2026-05-31"))


def test_a_form_leads_to_the_day(past: GuidePage, client: Client) -> None:
    assert 'type="date"' in html(client, address(past))
    assert client.get(f"{address(past)}?day=2026-05-03").headers["Location"] == address(past, "2026-05-03")


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", ""])
def test_a_day_that_is_none_is_refused_in_words(past: GuidePage, client: Client, day: str) -> None:
    assert "record-error" in html(client, f"{address(past)}?day={day}")


def test_a_day_that_has_not_come_is_refused(past: GuidePage, client: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "record-error" in html(client, address(past, tomorrow.isoformat()), 404)


def test_the_short_address_leads_there(past: GuidePage, client: Client) -> None:
    response = client.get(f"/i/{past.task_code}/as-of/2026-05-03/")
    assert response.headers["Location"] == address(past, "2026-05-03")
    assert client.get("/zh-hans/i/no-such-code/as-of/2026-05-03/").status_code == 404


def test_rows_are_those_of_the_day(guide: GuidePage, client: Client) -> None:
    publish(guide, materials=[Material(name_zh_hans="户口簿", copies=1)])
    dated(guide, "2026-02-01", "2026-03-01")
    then, later = (html(client, address(guide, day)) for day in ("2026-02-15", "2026-03-15"))
    assert "合影照片" in then
    assert "户口簿</span>" not in then
    assert "合影照片" not in later


def test_places_have_the_address_of_the_day(past: GuidePage, client: Client) -> None:
    place: Any = past.windows.get().place
    place.address_zh_hans = "雨城区新址9号"
    place.save()
    assert "示范路1号" in html(client, address(past, "2026-03-15"))
    assert "新址9号" in html(client, f"/zh-hans/departments/civil-affairs/{past.slug}/")


def test_it_survives_purging_and_the_deletion_of_the_item(past: GuidePage, client: Client) -> None:
    call_command("purge_revisions", verbosity=0)
    path = address(past, "2026-03-15")
    assert "1 个工作日" in html(client, path)
    past.delete()
    assert "1 个工作日" in html(client, path)


def test_it_follows_an_item_that_has_moved(past: GuidePage, hall: Hall, client: Client) -> None:
    old = address(past, "2026-03-15")
    past.move(hall.public_security, pos="last-child")
    response = client.get(old, follow=True)
    assert response.redirect_chain[-1][0].startswith("/zh-hans/departments/public-security/")
    assert "1 个工作日" in response.content.decode()


def test_columns_that_came_and_went_do_no_harm(past: GuidePage, client: Client) -> None:
    snapshot = last(past).snapshot
    content, references = unpack(snapshot.content)
    for gone in ("agent_assistance", "visits", "faqs"):
        del content[gone]
    content |= {"no_such_column": 1, "statutory_days": "many", "district": 987_654, "reviewed_on": "some day"}
    content["materials"][0] |= {"no_such_column": 1, "form_page": 987_654}
    snapshot.content = pack(content, {**references, "knowledge.district": {}})
    snapshot.save()
    page = html(client, address(past, "2026-05-03"))
    assert "3 个工作日" in page
    assert "需要户口簿吗" not in page


def test_every_element_of_an_item_can_be_shown_as_it_stood(hall: Hall, client: Client) -> None:
    item = complete_item(hall.civil_affairs)
    today = timezone.localdate().isoformat()
    for language in ("zh-hans", "en"):
        then = html(client, address(item, today, language))
        now = html(client, address(item, language=language).removesuffix("as-of/"))
        assert then.count('class="guide-section"') == now.count('class="guide-section"')
