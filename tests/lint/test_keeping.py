"""Scores and findings of published items: kept on publishing, by a command, every day; shown in lists and in public."""

import csv
import io
from datetime import timedelta
from io import StringIO
from urllib.error import HTTPError

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone, translation
from openpyxl import load_workbook

from guides import jobs
from guides.lint import keeping, links
from guides.lint.running import RULES
from guides.models import GuidePage, ItemQuality, LinkCheck, QualityFinding
from portal.models import InvestorPage, InvestorStep
from tests import factories
from tests.complete_rows import document
from tests.conftest import Hall


def publish(guide: GuidePage, **changes: object) -> GuidePage:
    page = GuidePage.objects.get(pk=guide.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(clean=False).publish()
    return page


def rules_of(guide: GuidePage) -> set[str]:
    return set(QualityFinding.objects.filter(item=guide.pk).values_list("rule", flat=True))


# --- keeping ------------------------------------------------------------------------------------------------------


def test_publishing_keeps_a_score_and_what_was_found(guide: GuidePage) -> None:
    before = ItemQuality.objects.get(page=guide).score
    publish(guide, promised_days=5, handling_type="immediate", summary_zh_hans="请登陆网站。")
    after = ItemQuality.objects.get(page=guide)
    wrong = {"limits.immediate_takes_days", "limits.promised_review", "typos.word"}
    assert after.score == before - 3 * len(wrong)
    assert wrong <= rules_of(guide)
    assert after.warn == QualityFinding.objects.filter(item=guide.pk, level="warn").count()


def test_a_draft_changes_no_score(guide: GuidePage) -> None:
    guide.summary_zh_hans = "请登陆网站。"
    guide.save_revision()
    assert "typos.word" not in rules_of(guide)


def test_what_is_public_no_more_has_no_score(guide: GuidePage) -> None:
    guide.unpublish()
    assert not ItemQuality.objects.filter(page=guide).exists()


def test_the_command_looks_at_all_or_only_at_what_is_new(guide: GuidePage) -> None:
    ItemQuality.objects.all().delete()
    out = StringIO()
    call_command("lint_guides", "--missing", stdout=out)
    assert ItemQuality.objects.filter(page=guide).exists()
    assert "1" in out.getvalue()
    ItemQuality.objects.update(score=1)
    call_command("lint_guides", "--missing", stdout=out)
    assert ItemQuality.objects.get(page=guide).score == 1
    call_command("lint_guides", stdout=out)
    assert ItemQuality.objects.get(page=guide).score > 1


def test_what_others_see_of_an_item_is_in_their_language(guide: GuidePage) -> None:
    publish(guide, summary_zh_hans="请登陆网站。")
    found = QualityFinding.objects.get(item=guide.pk, rule="typos.word")
    with translation.override("en"):
        assert "probably" in str(found)
    with translation.override("zh-hans"):
        assert "可能" in str(found)
    found.rule = "gone.rule"
    assert str(found) == "gone.rule"


def test_items_of_the_guide_for_investors_need_english(guide: GuidePage, hall: Hall) -> None:
    publish(guide, summary_en="")
    assert "english.summary" not in rules_of(guide)
    investors = InvestorPage(name_zh_hans="外商投资指南", slug="investors")
    hall.home.add_child(instance=investors)
    InvestorStep.objects.create(page=investors, chapter="living", guide=guide)
    keeping.look([guide.pk])
    assert "english.summary" in rules_of(guide)


# --- links and files ----------------------------------------------------------------------------------------------

ADDRESS = "https://www.sczwfw.gov.cn/item/1"


def test_an_address_is_reported_when_it_failed_twice(guide: GuidePage, settings: LazySettings) -> None:
    settings.CHECK_LINKS = True
    publish(guide, online_url=ADDRESS, channels=["counter", "online"])
    now = timezone.now()
    for days, failures in ((0, 1), (0, 1), (1, 2)):
        links.check([ADDRESS], now + timedelta(days=days), lambda address: "HTTP 404")
        assert LinkCheck.objects.get().failures == failures
        keeping.look([guide.pk])
        assert ("links.broken" in rules_of(guide)) is (failures == 2)
    assert QualityFinding.objects.get(rule="links.broken").values == {"what": "HTTP 404"}
    links.check([ADDRESS], now + timedelta(days=2), lambda address: "")
    keeping.look([guide.pk])
    assert "links.broken" not in rules_of(guide)
    assert links.check([ADDRESS], now + timedelta(days=3), lambda address: "") == 0
    links.check([], now, lambda address: "")
    assert not LinkCheck.objects.exists()


def test_the_network_is_not_asked_unless_the_hall_wants_it(guide: GuidePage) -> None:
    assert links.check([ADDRESS], timezone.now(), lambda address: pytest.fail("asked")) == 0


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://localhost:8000/x", "file:///etc/passwd", "ftp://a.cn/", "http://"]
)
def test_the_check_does_not_reach_into_the_halls_own_network(address: str) -> None:
    with pytest.raises(OSError, match="not"):
        links.refuse_inside(address)
    assert links.opened(address)


@pytest.mark.parametrize(("code", "trouble"), [(404, "HTTP 404"), (503, "HTTP 503"), (403, ""), (405, "")])
def test_websites_that_refuse_machines_are_not_broken(monkeypatch: pytest.MonkeyPatch, code: int, trouble: str) -> None:
    class Opener:
        def open(self, request: object, timeout: int) -> None:
            raise HTTPError(ADDRESS, code, "no", {}, None)  # type: ignore[arg-type]

    monkeypatch.setattr(links, "refuse_inside", lambda address: None)
    monkeypatch.setattr(links, "build_opener", lambda *handlers: Opener())
    assert links.opened(ADDRESS) == trouble


def test_a_missing_file_is_found(guide: GuidePage) -> None:
    lost = document("登记申请书")
    page = GuidePage.objects.get(pk=guide.pk)
    page.flow_chart = lost
    publish(page, flow_chart=lost)
    assert "links.missing_file" not in rules_of(guide)
    lost.file.storage.delete(lost.file.name)
    jobs.look_at_all_items()
    assert QualityFinding.objects.get(item=guide.pk, rule="links.missing_file").place == "flow_chart"


# --- lists --------------------------------------------------------------------------------------------------------


@pytest.fixture
def two(guide: GuidePage, hall: Hall) -> GuidePage:
    """A second item, of another department."""
    return factories.GuidePageFactory(
        parent=hall.public_security, name_zh_hans="居住证申领", slug="residence", charges_fee=True
    )


def names(page: bytes) -> list[str]:
    return [cell.get_text(" ", strip=True) for cell in BeautifulSoup(page, "lxml").select("td.title")]


def test_the_report_lists_items_and_is_filtered(admin: Client, guide: GuidePage, two: GuidePage) -> None:
    assert len(names(admin.get("/admin/quality/").content)) == 2
    for query in ({"rule": "missing.fee_items"}, {"level": "refuse"}, {"department": two.get_parent().pk}):
        assert [one[:5] for one in names(admin.get("/admin/quality/", query).content)] == ["居住证申领"]
    assert names(admin.get("/admin/quality/", {"rule": "phones.same"}).content) == []


def test_everybody_sees_their_own_pages_only(
    civil_affairs_editor: Client, window_clerk: Client, guide: GuidePage, two: GuidePage
) -> None:
    page = civil_affairs_editor.get("/admin/quality/").content
    assert len(names(page)) == 1
    assert "雅安市公安局" not in page.decode()
    clerk = window_clerk.get("/admin/quality/")
    assert clerk.status_code == 302 or names(clerk.content) == []


def test_the_report_is_downloaded_with_all_findings(admin: Client, guide: GuidePage, two: GuidePage) -> None:
    text = b"".join(admin.get("/admin/quality/", {"export": "csv"}).streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 3
    assert any("居住证申领" in row and "雅安市公安局" in row for row in rows)
    book = b"".join(admin.get("/admin/quality/", {"export": "xlsx"}).streaming_content)  # type: ignore[attr-defined]
    assert load_workbook(io.BytesIO(book)).active.max_row == 3  # type: ignore[union-attr]


def test_all_rules_are_listed_with_their_source_and_number(admin: Client, two: GuidePage) -> None:
    soup = BeautifulSoup(admin.get("/admin/quality/rules/").content, "lxml")
    assert len(soup.select("table.listing tbody tr")) == len(RULES)
    assert soup.select_one("a[href$='?rule=missing.fee_items']").text == "1"  # type: ignore[union-attr]
    assert "《行政许可法》第三十条" in soup.text


def test_the_report_stands_in_the_menu(admin: Client, guide: GuidePage) -> None:
    assert "/admin/quality/" in admin.get("/admin/").content.decode()


# --- in public ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "department"), [("zh-hans", "雅安市公安局"), ("en", "Ya'an Municipal Public Security Bureau")]
)
def test_readers_compare_departments(client: Client, two: GuidePage, language: str, department: str) -> None:
    soup = BeautifulSoup(client.get(f"/{language}/quality/").content, "lxml")
    rows = [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in soup.select("tbody tr")]
    assert len(rows) == 2
    scores = [int(row[1]) for row in rows]
    assert scores == sorted(scores, reverse=True)
    [police] = [row for row in rows if row[0] == department]
    assert police[2:] == ["1", "0 %"]
    assert not soup.select("[style], script:not([src])")


def test_the_page_of_quality_is_linked_and_says_when_there_is_nothing(client: Client, hall: Hall) -> None:
    assert "/zh-hans/quality/" in client.get("/zh-hans/").content.decode()
    page = client.get("/zh-hans/quality/")
    assert page.status_code == 200
    assert "还没有检查过任何事项" in page.content.decode()


@pytest.mark.parametrize("address", ["https://x.gov.cn/bs 咨询", "http://[", "https://"])
def test_an_address_that_is_none_is_said_to_be_wrong_and_stops_nothing(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "refuse_inside", lambda address: None)
    assert links.opened(address)
