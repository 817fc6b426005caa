"""Pages, feeds and files of the record."""

import csv
import io
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree
from django.test import Client
from django.utils import translation
from wagtail.models import PageViewRestriction

from guides.models import Change, GuidePage, Material
from tests.conftest import Hall

from .conftest import last, publish

ITEM = "/zh-hans/departments/civil-affairs"
ATOM = "{http://www.w3.org/2005/Atom}"


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.getvalue().decode()


def address(guide: GuidePage, language: str = "zh-hans") -> str:
    return f"/{language}/departments/civil-affairs/{guide.slug}/"


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_records_of_hall_department_and_item_show_a_change(past: GuidePage, client: Client, language: str) -> None:
    for start in (f"/{language}/", f"/{language}/departments/civil-affairs/", address(past, language)):
        html = page(client, f"{start}record/")
        assert "<del>1</del>" in html
        assert "<ins>3</ins>" in html
    with translation.override(language):
        assert str(GuidePage._meta.get_field("promised_days").verbose_name) in html


def test_a_text_is_shown_word_by_word(guide: GuidePage, client: Client) -> None:
    publish(guide, summary_zh_hans="双方自愿结婚的内地居民，领取电子结婚证。")
    assert "领取<ins>电子</ins>结婚证" in page(client, f"{address(guide)}record/")
    assert 'lang="zh-Hans">双方' in page(client, f"{address(guide, 'en')}record/")


def test_a_new_row_is_named_in_the_readers_language(guide: GuidePage, client: Client) -> None:
    materials = [*guide.materials.all(), Material(name_zh_hans="户口簿", name_en="Household register", copies=1)]
    publish(guide, materials=materials)
    assert "Household register" in page(client, f"{address(guide, 'en')}record/")
    assert "户口簿" in page(client, f"{address(guide)}record/")


def test_another_department_has_a_record_of_its_own(past: GuidePage, client: Client) -> None:
    assert past.name_zh_hans not in page(client, "/zh-hans/departments/public-security/record/")


def test_a_record_is_narrowed_down_by_kind_period_and_department(past: GuidePage, hall: Hall, client: Client) -> None:
    def found(query: str) -> int:
        return page(client, f"/zh-hans/record/?{query}").count('class="record-entry"')

    assert found("") == 3
    assert found("kind=first") == 1
    assert found("kind=cancelled") == 0
    assert found("since=2026-03-01&until=2026-03-01") == 1
    assert found(f"department={hall.civil_affairs.pk}") == 3


@pytest.mark.parametrize("query", ["since=yesterday", "kind=nothing", "since=2026-05-01&until=2026-04-01"])
def test_a_filter_that_cannot_be_understood_says_so(past: GuidePage, client: Client, query: str) -> None:
    html = page(client, f"/zh-hans/record/?{query}")
    assert "record-error" in html
    assert html.count('class="record-entry"') == 3


def test_a_long_record_has_pages(guide: GuidePage, client: Client) -> None:
    change = last(guide)
    for _number in range(24):
        change.pk = None
        change.save()
    html = page(client, "/zh-hans/record/?page=2")
    assert html.count('class="record-entry"') == 5


def test_a_change_has_a_page_with_all_its_parts(guide: GuidePage, client: Client) -> None:
    facts = {"visits": 2, "promised_days": 3, "item_type": "licence", "online_depth": "filing", "charges_fee": True}
    texts = {"quantity_limit_zh_hans": "一人一次", "summary_zh_hans": "领证", "visits_reason_zh_hans": "双方到场"}
    publish(guide, **facts, **texts)
    in_list = page(client, "/zh-hans/record/").count("record-label")
    html = page(client, f"/zh-hans/record/changes/{last(guide).pk}/")
    assert in_list < html.count("record-label") == len(facts) + len(texts)


def feed(client: Client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


@pytest.mark.parametrize("start", ["/zh-hans/", "/en/", f"{ITEM}/"])
def test_feeds_are_valid_and_hold_the_newest_changes(past: GuidePage, client: Client, start: str) -> None:
    atom = feed(client, f"{start}record/atom/")
    entries = atom.findall(f"{ATOM}entry")
    assert len(entries) == 3
    for entry in entries:
        assert all(entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "link", "summary"))
    assert "1 → 3" in str(entries[0].findtext(f"{ATOM}summary"))
    rss = feed(client, f"{start}record/rss/")
    assert len(rss.findall("channel/item")) == 3


def test_a_feed_survives_what_xml_cannot_carry(guide: GuidePage, client: Client) -> None:
    publish(guide, name_zh_hans="结婚\x0b登记<&>")
    titles = [one.text for one in feed(client, "/zh-hans/record/atom/").iter(f"{ATOM}title")]
    assert any("结婚登记<&>" in str(title) for title in titles)


def test_a_text_is_no_markup_in_a_feed(guide: GuidePage, client: Client) -> None:
    publish(guide, summary_zh_hans="<script>alert(1)</script>")
    summary = str(feed(client, "/zh-hans/record/atom/").findtext(f"{ATOM}entry/{ATOM}summary"))
    assert "&lt;script&gt;" in summary
    assert "<script>" not in summary


def test_the_feed_of_an_item_is_announced_on_its_page(guide: GuidePage, client: Client) -> None:
    html = page(client, address(guide))
    assert f'href="{address(guide)}record/atom/"' in html
    assert f'href="{address(guide)}record/"' in html


@pytest.mark.parametrize("start", ["/zh-hans/", "/en/", f"{ITEM}/"])
def test_the_file_has_a_line_for_each_part(past: GuidePage, client: Client, start: str) -> None:
    rows = list(csv.reader(io.StringIO(page(client, f"{start}record/csv/").removeprefix("\ufeff"))))
    assert len(rows) == 4
    assert rows[1][0] == "2026-05-02"
    assert rows[1][-3:-1] == ["1", "3"]


def test_no_cell_of_the_file_is_a_formula(guide: GuidePage, client: Client) -> None:
    publish(guide, summary_zh_hans="=HYPERLINK(1)")
    assert ",'=HYPERLINK(1)," in page(client, f"{address(guide)}record/csv/")


@pytest.mark.parametrize("rest", ["record/", "record/atom/", "record/csv/", "as-of/", "as-of/2026-05-03/"])
def test_what_is_behind_a_login_has_no_record_in_public(past: GuidePage, hall: Hall, client: Client, rest: str) -> None:
    PageViewRestriction.objects.create(page=hall.civil_affairs, restriction_type="login")
    assert client.get(f"{address(past)}{rest}").status_code == 404
    assert past.name_zh_hans not in page(client, "/zh-hans/record/")
    assert client.get(f"/zh-hans/record/changes/{last(past).pk}/").status_code == 404


def test_unknown_addresses_have_no_record(hall: Hall, client: Client) -> None:
    for path in ("departments/nowhere/record/", "departments/record/", "record/changes/99/", "x/as-of/2026-05-03/"):
        assert client.get(f"/zh-hans/{path}").status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_record(
    guide: GuidePage, client: Client, django_assert_max_num_queries: object
) -> None:
    for days in range(1, 12):
        publish(guide, promised_days=days)
    assert Change.objects.count() == 12
    client.get("/zh-hans/record/")
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        client.get("/zh-hans/record/")


@pytest.mark.parametrize("query", ["until=9999-12-31", "since=0001-01-01", "since=1500-01-01&until=x"])
@pytest.mark.parametrize("page", ["", "csv/"])
def test_days_that_no_calendar_reckons_with_narrow_nothing(
    past: GuidePage, client: Client, page: str, query: str
) -> None:
    assert client.get(f"/en/record/{page}?{query}").status_code == 200


@pytest.mark.parametrize("page", ["", "csv/", "as-of/2026-05-03/"])
def test_an_address_that_no_database_takes_is_not_found(hall: Hall, client: Client, page: str) -> None:
    assert (
        client.get(f"/en/a%00b/record/{page}" if not page.startswith("as") else f"/en/a%00b/{page}").status_code == 404
    )


def test_files_are_made_for_one_reader_only_so_often(past: GuidePage, client: Client) -> None:
    answers = [client.get("/en/record/csv/").status_code for _time in range(8)]
    assert answers[0] == 200
    assert answers[-1] == 429
