"""The admin's pages: upload, preview, confirm, result, undo; for those who may, and for their own departments."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from guides.exchange.lock import LOCK, exchange_directory
from guides.exchange.presentation import undoing_label
from guides.exchange.undo import Undoing
from guides.exchange.workbook_write import write_items
from guides.models import GuidePage, ImportRun
from knowledge import staff
from tests import factories
from tests.conftest import Hall

INDEX = "/admin/exchange/"


def upload(client: Client, content: bytes, name: str = "items.jsonl", **data: Any) -> Any:
    return client.post(INDEX, {"file": SimpleUploadedFile(name, content), "profile": "guangdong", **data}, follow=True)


def as_lines(*rows: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


def press(client: Client, button: str, run: ImportRun) -> str:
    response = client.post(reverse(f"exchange:{button}", args=[run.pk]), follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def waiting_uploads() -> list[Path]:
    return [path for path in exchange_directory().iterdir() if path.name != LOCK]


@pytest.fixture
def editor(hall: Hall) -> Client:
    """An editor of the civil affairs bureau who may import."""
    group = staff.editors_of(hall.civil_affairs)
    group.permissions.add(Permission.objects.get(codename="import_guides"))
    client = Client()
    client.force_login(factories.UserFactory(username="editor", groups=[group]))
    return client


def test_a_list_is_checked_shown_taken_over_as_drafts_and_undone(
    admin: Client, import_hall: Hall, row: dict[str, Any]
) -> None:
    preview = upload(admin, as_lines(row)).content.decode()
    run = ImportRun.objects.get()
    assert run.state == "checked"
    assert row["TASK_NAME"] in preview
    assert row["DEPT_NAME"] in preview
    assert not GuidePage.objects.exists()
    assert "Refresh" not in admin.get(reverse("exchange:run", args=[run.pk]))

    press(admin, "confirm", run)
    guide = GuidePage.objects.get()
    run.refresh_from_db()
    assert (run.state, guide.live, guide.owner) == ("applied", False, run.user)
    assert waiting_uploads() == []

    told = press(admin, "undo", run)
    run.refresh_from_db()
    assert run.state == "undone"
    assert not GuidePage.objects.exists()
    assert undoing_label(Undoing.DELETE) in told
    assert undoing_label(Undoing.GONE) not in told


@pytest.mark.parametrize("what", Undoing)
def test_whatever_becomes_of_a_page_has_a_name(what: Undoing) -> None:
    assert undoing_label(what)


def test_what_would_change_is_shown_old_and_new(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    upload(admin, as_lines(row))
    press(admin, "confirm", ImportRun.objects.get())
    page = upload(admin, as_lines({**row, "handle_time_limit": "5(工作日)"})).content.decode()
    assert "<del>7</del>" in page
    assert "<ins>5</ins>" in page


def test_refusals_are_shown_by_line(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    page = upload(admin, as_lines(row, {**row, "TASK_CODE": "X" * 500})).content.decode()
    assert "第 2 行" in page or "line 2" in page
    assert "500" in page


def test_html_of_a_list_is_shown_as_text(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    page = upload(admin, as_lines({**row, "TASK_NAME": "<script>alert(1)</script>"})).content.decode()
    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_second_press_of_a_button_does_nothing(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    upload(admin, as_lines(row))
    run = ImportRun.objects.get()
    press(admin, "confirm", run)
    press(admin, "confirm", run)
    press(admin, "cancel", run)
    run.refresh_from_db()
    assert run.state == "applied"
    assert GuidePage.objects.count() == 1


def test_a_cancelled_list_is_forgotten(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    upload(admin, as_lines(row))
    run = ImportRun.objects.get()
    press(admin, "cancel", run)
    press(admin, "confirm", run)
    run.refresh_from_db()
    assert (run.state, run.upload, waiting_uploads()) == ("cancelled", "", [])
    assert not GuidePage.objects.exists()


def test_a_file_that_cannot_be_read_says_why_and_is_not_kept(admin: Client, import_hall: Hall) -> None:
    upload(admin, "事项".encode("gb18030"))
    run = ImportRun.objects.get()
    assert run.state == "failed"
    assert "UTF-8" in run.message
    assert waiting_uploads() == []


def test_a_file_that_is_gone_says_so(admin: Client, import_hall: Hall, row: dict[str, Any]) -> None:
    upload(admin, as_lines(row))
    for path in waiting_uploads():
        path.unlink()
    run = ImportRun.objects.get()
    press(admin, "confirm", run)
    run.refresh_from_db()
    assert run.state == "failed"
    assert run.message


@pytest.mark.parametrize(
    ("name", "size"), [("items.xlsx", 10), ("items.jsonl", 20 * 1024 * 1024 + 1)], ids=["ending", "size"]
)
def test_files_of_the_wrong_kind_or_size_are_refused_at_once(admin: Client, hall: Hall, name: str, size: int) -> None:
    response = upload(admin, b" " * size, name)
    assert response.context["form"].errors["file"]
    assert not ImportRun.objects.exists()


def test_an_upload_needs_the_token_against_forgery(import_hall: Hall, superuser: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(superuser)
    assert client.post(INDEX, {"profile": "guangdong"}).status_code == 403


@pytest.mark.parametrize("name", ["index", "template", "export"])
def test_without_the_permission_there_is_no_way_in(hall: Hall, name: str) -> None:
    client = Client()
    client.force_login(factories.UserFactory(groups=[staff.editors_of(hall.civil_affairs)]))
    assert client.get(reverse(f"exchange:{name}")).status_code == 302
    assert "exchange" not in client.get("/admin/").content.decode()


def test_those_with_the_permission_find_it_in_the_menu(editor: Client) -> None:
    assert INDEX in editor.get("/admin/").content.decode()
    assert editor.get(INDEX).status_code == 200


def test_an_editor_cannot_make_departments(editor: Client, topics: None, row: dict[str, Any]) -> None:
    upload(editor, as_lines(row))
    run = ImportRun.objects.get()
    assert (run.counts["create"], run.counts["refused"]) == (0, 1)


def test_an_editor_changes_items_of_the_own_department_only(
    editor: Client, import_hall: Hall, guide: GuidePage, tmp_path: Path
) -> None:
    other = factories.GuidePageFactory(parent=import_hall.public_security, slug="other", name_zh_hans="户口迁移")
    path = tmp_path / "all.xlsx"
    write_items(GuidePage.objects.all(), path)
    book = load_workbook(path)
    items = book["items"]
    column = [cell.value for cell in items[1]].index("short_name_zh_hans") + 1
    items.cell(3, column).value = items.cell(4, column).value = "新简称"
    book.save(path)

    upload(editor, path.read_bytes(), "all.xlsx", profile="standard")
    run = ImportRun.objects.get()
    press(editor, "confirm", run)
    run.refresh_from_db()
    assert (run.counts["update"], run.counts["refused"]) == (1, 1)
    drafts = [GuidePage.objects.get(pk=page.pk).get_latest_revision_as_object() for page in (guide, other)]
    assert [draft.short_name_zh_hans for draft in drafts] == ["新简称", None]
    guide.refresh_from_db()
    assert guide.short_name_zh_hans is None


def test_what_somebody_imports_is_published_by_somebody_else(
    admin: Client, import_hall: Hall, row: dict[str, Any]
) -> None:
    upload(admin, as_lines(row), publish="on")
    ImportRun.objects.update(publish=True)  # uploaded before there were reviews
    press(admin, "confirm", ImportRun.objects.get())
    guide = GuidePage.objects.get()
    address = reverse(
        "wagtail_bulk_action", args=["wagtailcore", "page", "publish"], query={"id": guide.pk, "next": "/"}
    )
    admin.post(address)
    assert not GuidePage.objects.get().live
    colleague = factories.UserFactory(groups=[staff.reviewers(import_hall.home)])
    guide.latest_revision.publish(user=colleague)
    assert GuidePage.objects.get().live


def test_an_editor_sees_only_their_own_imports(
    editor: Client, admin: Client, import_hall: Hall, row: dict[str, Any]
) -> None:
    upload(admin, as_lines(row))
    run = ImportRun.objects.get()
    assert editor.get(reverse("exchange:run", args=[run.pk])).status_code in {
        302,
        404,
    }  # 302: to the same in /zh-hans/, which is a 404
    assert editor.post(reverse("exchange:confirm", args=[run.pk])).status_code in {
        302,
        404,
    }  # 302: to the same in /zh-hans/, which is a 404
    assert run.file_name not in editor.get(INDEX).content.decode()


def test_an_editor_exports_only_the_own_department(editor: Client, import_hall: Hall, guide: GuidePage) -> None:
    factories.GuidePageFactory(parent=import_hall.public_security, slug="other", name_zh_hans="户口迁移")
    response = editor.get(reverse("exchange:export"))
    items = load_workbook(BytesIO(b"".join(response.streaming_content)))["items"]  # type: ignore[attr-defined]
    assert [row[0] for row in items.iter_rows(min_row=3, values_only=True)] == [guide.task_code]


def test_somebody_who_lost_the_permission_applies_nothing(
    editor: Client, import_hall: Hall, guide: GuidePage, tmp_path: Path
) -> None:
    path = tmp_path / "all.xlsx"
    write_items(GuidePage.objects.all(), path)
    upload(editor, path.read_bytes(), "all.xlsx", profile="standard")
    run = ImportRun.objects.get()
    ImportRun.objects.update(user=None, state="queued")
    from guides.exchange.runs import apply  # noqa: PLC0415

    apply.call(run.pk, "en")
    run.refresh_from_db()
    assert run.state == "failed"


def test_the_template_can_be_downloaded_and_is_an_empty_list(admin: Client, import_hall: Hall) -> None:
    response = admin.get(reverse("exchange:template"))
    content = b"".join(response.streaming_content)  # type: ignore[attr-defined]
    upload(admin, content, "template.xlsx", profile="standard")
    run = ImportRun.objects.get()
    assert (run.message, run.state, set(run.counts.values())) == ("", "checked", {0})


def test_a_run_under_way_renews_its_page(admin: Client, hall: Hall, superuser: Any) -> None:
    run = ImportRun.objects.create(user=superuser, profile="guangdong", file_name="x", state="queued", total=10, done=3)
    response = admin.get(reverse("exchange:run", args=[run.pk]))
    assert response["Refresh"] == "2"
    assert 'value="3"' in response.content.decode()


def test_a_run_whose_process_died_is_interrupted_and_may_be_undone(admin: Client, hall: Hall, superuser: Any) -> None:
    run = ImportRun.objects.create(user=superuser, profile="guangdong", file_name="x", state="applying")
    admin.get(reverse("exchange:run", args=[run.pk]))
    run.refresh_from_db()
    assert run.state == "interrupted"
    assert run.may_be_undone


@pytest.fixture(autouse=True)
def no_uploads_left(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path / "state"
