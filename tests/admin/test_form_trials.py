"""A form is tried out: filled in, read back and drawn, in a process of its own, and nothing of it is kept."""

import base64
from dataclasses import replace
from io import BytesIO

import pytest
from django.conf import LazySettings
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection, FieldKind
from forms_library.detection.geometry import Rect
from forms_library.detection.reading import read_pages
from forms_library.filling.read_back import Fault
from forms_library.models import FormPage, FormVersion
from forms_library.office.docx import detect_docx
from forms_library.office.xlsx import detect_xlsx
from forms_library.versions.trials import trial_of
from tests import factories
from tests.conftest import Hall
from tests.forms.conftest import answers
from tests.forms.synthesis.compose import form as synthetic_form
from tests.forms.synthesis.document import docx_of
from tests.forms.synthesis.model import Form, Table, empty, words
from tests.forms.synthesis.paper import Paper
from tests.forms.test_workbooks import workbook

from .form_uploads import soup, stored_files

__all__ = ["answers"]

ROWS = [[words("姓名"), empty("姓名")], [words("联系电话"), empty("联系电话")]]


@pytest.fixture
def form(hall: Hall) -> FormPage:
    page: FormPage = factories.FormPageFactory(parent=hall.civil_affairs, slug="marriage-application")
    return page


def version_of(form: FormPage, kind: str, data: bytes, found: Detection) -> FormVersion:
    version: FormVersion = factories.FormVersionFactory(
        page=form, state="draft", file_kind=kind, fields=found.as_plain()
    )
    version.file.save(f"real.{kind}", ContentFile(data))
    return version


@pytest.fixture
def paper(form: FormPage, answers: object) -> FormVersion:
    """A PDF with two cells: a name and a telephone number."""
    data = Paper(Form("f", [Table([1, 3], ROWS, [26.0, 26.0])])).draw()
    return version_of(form, "pdf", data, detect(read_pages(data)))


def change_first(version: FormVersion, rect: Rect, kind: FieldKind = FieldKind.TEXT) -> None:
    found = version.detection
    assert found is not None
    first = replace(found.fields[0], rect=rect, room=rect, kind=kind)
    version.fields = replace(found, fields=(first, *found.fields[1:])).as_plain()
    version.save()


def try_out(client: Client, version: FormVersion) -> object:
    return client.post(f"/admin/forms/{version.page_id}/{version.number}/fields/trial/")


def test_a_form_that_is_right_is_shown_filled_in(civil_affairs_editor: Client, paper: FormVersion) -> None:
    before = stored_files()
    response = civil_affairs_editor.post(f"/admin/forms/{paper.page_id}/1/fields/trial/")
    page = soup(response)
    assert "2 个填写项已填写并读回，全部正确" in page.text
    (picture,) = page.select(".fields-paper img")
    kind, _comma, data = str(picture["src"]).partition(",")
    assert kind == "data:image/png;base64"
    assert Image.open(BytesIO(base64.b64decode(data))).width == 900
    assert "no-store" in response["Cache-Control"]
    assert stored_files() == before


def test_a_field_without_room_and_one_over_print_are_named(civil_affairs_editor: Client, paper: FormVersion) -> None:
    found = paper.detection
    assert found is not None
    place = found.fields[0].rect
    change_first(paper, Rect(place.x0, place.top, place.x0 + 12, place.top + 8))
    page = soup(try_out(civil_affairs_editor, paper))
    assert "写不下" in page.select(".trial-fallen li")[0].text
    assert str(page.select(".trial-fallen a")[0]["href"]).endswith("/fields/#field-f1")
    assert len(page.select("svg rect")) == 1
    change_first(paper, Rect(place.x0 - 90, place.top, place.x0, place.bottom))
    assert "压住" in soup(try_out(civil_affairs_editor, paper)).select(".trial-fallen li")[0].text


def test_a_hall_without_a_font_says_so(
    civil_affairs_editor: Client, paper: FormVersion, settings: LazySettings
) -> None:
    settings.FORM_FONT = "/no/such/font.ttf"
    response = civil_affairs_editor.post(f"/admin/forms/{paper.page_id}/1/fields/trial/")
    assert response.status_code == 422
    assert "FORM_FONT" in response.content.decode()


def test_a_file_that_cannot_be_filled_in_says_so(civil_affairs_editor: Client, paper: FormVersion) -> None:
    paper.file.save("broken.pdf", ContentFile(b"%PDF-1.4 broken"))
    response = civil_affairs_editor.post(f"/admin/forms/{paper.page_id}/1/fields/trial/")
    assert response.status_code == 422
    assert "损坏" in response.content.decode()


@pytest.mark.parametrize("seed", [700, 704, 711])
def test_a_document_is_read_back_from_its_text(form: FormPage, seed: int) -> None:
    made = synthetic_form(seed)
    Paper(made, seed).draw()
    data = docx_of(made)
    outcome = trial_of(version_of(form, "docx", data, detect_docx(data)))
    assert (outcome.faults, outcome.pictures) == ({}, [])
    assert outcome.data != data


def test_a_workbook_is_read_back_from_its_text(civil_affairs_editor: Client, form: FormPage) -> None:
    data = workbook([["姓名", None], ["面积", "平方米"], ["填表日期", "    年  月  日"], ["性别", "□男 □女"]])
    version = version_of(form, "xlsx", data, detect_xlsx(data))
    assert trial_of(version).faults == {}
    assert "全部正确" in soup(try_out(civil_affairs_editor, version)).text


def test_a_value_that_does_not_come_out_is_noticed_behind_an_equal_one(form: FormPage) -> None:
    data = docx_of(
        Form("f", [Table([1, 3], [[words("姓名"), empty("姓名")], [words("户主"), empty("户主")]], [24.0] * 2)])
    )
    found = detect_docx(data)
    lost = replace(found.fields[1], source="")  # a place that the file does not have any more
    outcome = trial_of(version_of(form, "docx", data, replace(found, fields=(found.fields[0], lost))))
    assert outcome.faults == {lost.id: Fault.NOT_THERE}
