"""Uploads of forms: everything is kept, or nothing."""

from http import HTTPStatus
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import PageLogEntry

from forms_library.models import FormDocument, FormPage, FormVersion, VersionPage
from forms_library.safety.kinds import MOST_BYTES
from tests import factories
from tests.conftest import Hall
from tests.forms import office_bombs, pdf_bombs

from .form_uploads import errors, messages, soup, stored_files, upload

NUMBER = "11010519491231002X"  # a valid number that nobody has


@pytest.fixture
def form(hall: Hall) -> FormPage:
    page: FormPage = factories.FormPageFactory(parent=hall.civil_affairs, slug="marriage-application")
    return page


def nothing_was_saved(before: set[Any]) -> bool:
    return not FormVersion.objects.exists() and not VersionPage.objects.exists() and stored_files() == before


def test_a_pdf_becomes_a_draft_with_text_and_pictures(civil_affairs_editor: Client, form: FormPage) -> None:
    content = b"BT /F1 20 Tf 100 700 Td (APPLICATION) Tj ET"
    response = upload(civil_affairs_editor, form, "申请书.PDF", pdf_bombs.simple_pdf(content), comment="新版")
    version = form.versions.get()
    assert response["Location"] == f"/admin/forms/{form.pk}/1/"
    assert (version.state, version.number, version.file_kind) == ("draft", 1, "pdf")
    assert (version.original_name, version.note, str(version.dated)) == ("申请书.PDF", "新版", "2026-05-01")
    assert version.file.read().startswith(b"%PDF-")
    page = version.pages.get()
    with Image.open(BytesIO(page.small.read())) as small, Image.open(BytesIO(page.large.read())) as large:
        assert small.size == (page.width, page.height)
        assert large.width > small.width
    entry = PageLogEntry.objects.get(action="forms_library.version.upload")
    assert entry.data["version"] == 1
    assert entry.user is not None
    assert civil_affairs_editor.get(f"/admin/forms/{form.pk}/1/").status_code == HTTPStatus.OK


def test_a_document_becomes_a_draft_with_its_places_to_fill_in(civil_affairs_editor: Client, form: FormPage) -> None:
    upload(civil_affairs_editor, form, "a.docx", office_bombs.docx("姓名：________"))
    version = form.versions.get()
    assert version.detection is not None
    assert [field.label for field in version.detection.fields] == ["姓名"]
    assert [page.text for page in version.pages.all()] == ["姓名：________"]
    shown = soup(civil_affairs_editor.get(f"/admin/forms/{form.pk}/1/"))
    assert "找到 1 个填写位置" in shown.text


def test_what_was_confirmed_is_carried_over_to_the_next_version(civil_affairs_editor: Client, form: FormPage) -> None:
    upload(civil_affairs_editor, form, "a.docx", office_bombs.docx("姓名：________ 民族：________"))
    first = form.versions.get()
    first.reviews = {
        field["id"]: {"confirmed": True, "label_en": {"姓名": "Name", "民族": "Ethnic group"}[field["label"]]}
        for field in first.fields["fields"]
    }
    first.save()
    response = upload(civil_affairs_editor, form, "b.docx", office_bombs.docx("职业：________ 姓名：________"))
    second = form.versions.get(number=2)
    assert second.detection is not None
    labels = {field.id: field.label for field in second.detection.fields}
    assert [(labels[key], review.label("en")) for key, review in second.reviewed.items()] == [("姓名", "Name")]
    assert "民族" in messages(civil_affairs_editor.get(response["Location"]))


def test_a_script_is_told_where_to_go(civil_affairs_editor: Client, form: FormPage) -> None:
    values = {"file": SimpleUploadedFile("a.pdf", pdf_bombs.simple_pdf()), "dated": "2026-05-01"}
    response = civil_affairs_editor.post(f"/admin/forms/{form.pk}/upload/", values, headers={"X-Upload": "1"})
    assert response.json() == {"url": f"/admin/forms/{form.pk}/1/"}


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"", "文件是空的"),
        ("a.exe", b"MZ" * 500, ".exe"),
        ("a.pdf", b"MZ" * 500, "扩展名不符"),
        ("a.docx", office_bombs.macros_renamed(), "宏"),
    ],
    ids=["empty", "unknown", "misnamed", "macros"],
)
def test_a_refused_file_leaves_nothing(
    civil_affairs_editor: Client, form: FormPage, name: str, data: bytes, words: str
) -> None:
    before = stored_files()
    assert words in errors(upload(civil_affairs_editor, form, name, data))
    assert nothing_was_saved(before)


def test_a_file_is_required_and_so_is_a_day(civil_affairs_editor: Client, form: FormPage) -> None:
    response = civil_affairs_editor.post(f"/admin/forms/{form.pk}/upload/", {"dated": "tomorrow"})
    assert set(response.context["form"].errors) == {"file", "dated"}


def test_what_breaks_half_way_leaves_nothing(
    civil_affairs_editor: Client, form: FormPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise OSError("the disk is full")

    before = stored_files()
    monkeypatch.setattr(VersionPage, "save", broken)
    with pytest.raises(OSError, match="full"):
        upload(civil_affairs_editor, form, "a.pdf", pdf_bombs.simple_pdf())
    monkeypatch.undo()
    assert nothing_was_saved(before)
    assert not PageLogEntry.objects.filter(action__startswith="forms_library").exists()


def test_a_body_that_is_too_large_is_not_read(civil_affairs_editor: Client, form: FormPage) -> None:
    class Unreadable:
        def read(self, *args: Any) -> bytes:
            raise AssertionError("the body was read")

        readline = read

    sent: dict[str, Any] = {"CONTENT_LENGTH": str(MOST_BYTES * 2), "wsgi.input": Unreadable()}
    address = f"/admin/forms/{form.pk}/upload/"
    response = civil_affairs_editor.generic("POST", address, b"", "multipart/form-data; boundary=x", **sent)
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "20 MB" in response.content.decode()


def test_the_token_against_forged_forms_is_checked(civil_affairs_editor: Client, form: FormPage) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = civil_affairs_editor.cookies
    assert upload(strict, form, "a.pdf", pdf_bombs.simple_pdf()).status_code == HTTPStatus.FORBIDDEN
    shown = soup(strict.get(f"/admin/forms/{form.pk}/upload/"))
    token = str(shown.select_one("form[data-upload] input[name=csrfmiddlewaretoken]")["value"])  # type: ignore[index]
    accepted = upload(strict, form, "a.pdf", pdf_bombs.simple_pdf(), csrfmiddlewaretoken=token)
    assert accepted.status_code == HTTPStatus.FOUND


def test_other_departments_translators_without_rights_and_clerks_cannot_upload(
    public_security_editor: Client, window_clerk: Client, citizen: Client, form: FormPage
) -> None:
    for client in (public_security_editor, window_clerk, citizen):
        response = upload(client, form, "a.pdf", pdf_bombs.simple_pdf())
        assert response.status_code == HTTPStatus.FOUND
        assert client.get(f"/admin/forms/{form.pk}/").status_code == HTTPStatus.FOUND
    assert not FormVersion.objects.exists()


def test_a_form_that_somebody_else_has_locked_takes_no_file(
    civil_affairs_editor: Client, form: FormPage, superuser: Any
) -> None:
    FormPage.objects.filter(pk=form.pk).update(locked=True, locked_by=superuser)
    response = upload(civil_affairs_editor, form, "a.pdf", pdf_bombs.simple_pdf())
    assert response["Location"] == f"/admin/forms/{form.pk}/"
    assert not FormVersion.objects.exists()


# --- numbers of people --------------------------------------------------------------------------------------------


def with_number(number: str = NUMBER) -> bytes:
    return office_bombs.docx(f"身份证号码：{number}")


def test_a_number_of_a_person_stops_the_editor_and_is_shown_masked(
    civil_affairs_editor: Client, form: FormPage
) -> None:
    before = stored_files()
    response = upload(civil_affairs_editor, form, "a.docx", with_number())
    assert "号码" in errors(response)
    shown = response.content.decode()
    assert "第 1 页" in shown
    assert "110************02X" in shown
    assert NUMBER not in shown
    assert nothing_was_saved(before)


def test_a_decision_is_about_one_file_and_stands_in_the_history(civil_affairs_editor: Client, form: FormPage) -> None:
    data = with_number()
    stopped = upload(civil_affairs_editor, form, "a.docx", data)
    about = str(soup(stopped).select_one("input[name=about]")["value"])  # type: ignore[index]
    for decision in ({"decided": "on"}, {"about": about}, {"decided": "on", "about": "forged"}):
        assert errors(upload(civil_affairs_editor, form, "a.docx", data, **decision))
    other = with_number("110105194912310038")
    assert errors(upload(civil_affairs_editor, form, "a.docx", other, decided="on", about=about))
    assert not FormVersion.objects.exists()
    upload(civil_affairs_editor, form, "a.docx", data, decided="on", about=about)
    assert form.versions.count() == 1
    assert PageLogEntry.objects.get(action="forms_library.version.upload").data["numbers"] == {"id_number": 1}


# --- documents of Wagtail -----------------------------------------------------------------------------------------


def add_document(client: Client, name: str, data: bytes, **more: str) -> Any:
    values = {"title": name, "file": SimpleUploadedFile(name, data), "name_zh_hans": "", "name_en": "", "tags": ""}
    return client.post("/admin/documents/add/", {**values, "collection": "1", **more})


def test_a_document_is_examined_and_made_anew(admin: Client) -> None:
    assert add_document(admin, "a.pdf", pdf_bombs.everything_that_acts()).status_code == HTTPStatus.FOUND
    made = FormDocument.objects.get()
    data = made.file.read()
    assert b"/JavaScript" not in data
    assert made.file_size == len(data)
    response = admin.get(made.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_hostile_document_is_refused_by_every_way_in(admin: Client) -> None:
    bomb = office_bombs.macros_renamed()
    assert "file" in add_document(admin, "a.docx", bomb).context["form"].errors
    values = {"title": "a", "files[]": SimpleUploadedFile("a.docx", bomb), "collection": "1"}
    answer = admin.post("/admin/documents/multiple/add/", values, headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.json()["success"] is False
    assert not FormDocument.objects.exists()


def test_a_document_that_wagtail_put_aside_is_not_taken_unexamined(admin: Client) -> None:
    values = {"title": "长" * 300, "files[]": SimpleUploadedFile("a.pdf", pdf_bombs.simple_pdf()), "collection": "1"}
    aside = admin.post("/admin/documents/multiple/add/", values).json()
    key = aside["uploaded_file_id"]
    fields = {f"uploaded-document-{key}-{name}": value for name, value in (("title", "a"), ("collection", "1"))}
    answer = admin.post(f"/admin/documents/multiple/create_from_uploaded_document/{key}/", fields)
    assert answer.json()["success"] is False
    assert not FormDocument.objects.exists()


def test_numbers_of_people_stop_a_document_too(admin: Client) -> None:
    assert "110************02X" in str(add_document(admin, "a.docx", with_number()).context["form"].errors)
    assert add_document(admin, "a.docx", with_number(), no_people="on").status_code == HTTPStatus.FOUND
