"""The one way in: kinds by content, the scanner, passwords, what is stored."""

import dataclasses
from io import BytesIO

import pikepdf
import pytest
from django.conf import LazySettings

from forms_library.safety import ooxml_rebuild, ooxml_screening
from forms_library.safety.examine import Examined, Refusal, examine, examine_each
from forms_library.safety.kinds import Kind, kind_of
from forms_library.safety.messages import MESSAGES
from forms_library.safety.reasons import Reason, Refused

from . import office_bombs, pdf_bombs
from .compound import compound_file


def reason(name: str, data: bytes) -> Reason:
    answer = examine(name, data)
    assert isinstance(answer, Refusal)
    return answer.reason


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"", Reason.EMPTY),
        ("a.exe", b"MZ" + b"\0" * 500, Reason.UNKNOWN_KIND),
        ("a", b"%PDF-1.7" + b"\0" * 500, Reason.UNKNOWN_KIND),
        ("a.pdf", b"MZ" + b"\0" * 500, Reason.WRONG_NAME),
        ("a.docx", b"%PDF-1.7" + b"\0" * 500, Reason.WRONG_NAME),
        ("a.pdf", b"%PDF-1.7", Reason.DAMAGED),
        ("a.pdf", b"%PDF-1.7" + b"\0" * 20_000_001, Reason.TOO_LARGE),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else str(value),
)
def test_name_and_content_must_agree(name: str, data: bytes, expected: Reason) -> None:
    with pytest.raises(Refused) as caught:
        kind_of(name, data)
    assert caught.value.reason is expected


def test_the_ending_may_be_in_capitals() -> None:
    assert kind_of("表.PDF", pdf_bombs.simple_pdf()) is Kind.PDF


def test_every_reason_has_a_sentence() -> None:
    assert set(MESSAGES) == set(Reason)


def test_a_workbook_that_is_called_a_document_is_refused() -> None:
    assert reason("a.docx", office_bombs.xlsx()) is Reason.WRONG_NAME


def test_a_pdf_with_a_password_is_refused() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf_bombs.simple_pdf())) as document:
        document.save(buffer, encryption=pikepdf.Encryption(user="user", owner="owner"))
    assert reason("a.pdf", buffer.getvalue()) is Reason.ENCRYPTED


def test_a_pdf_that_only_forbids_changes_is_refused_too() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf_bombs.simple_pdf())) as document:
        document.save(buffer, encryption=pikepdf.Encryption(user="", owner="owner"))
    assert reason("a.pdf", buffer.getvalue()) is Reason.ENCRYPTED


@pytest.mark.parametrize(
    ("streams", "name", "expected"),
    [
        ({"WordDocument": b"\xec\xa5" + b"\0" * 30}, "a.doc", None),
        ({"Workbook": b"\x09\x08"}, "a.xls", None),
        ({"WordDocument": b"\xec\xa5", "_VBA_PROJECT": b"x"}, "a.doc", Reason.ACTIVE),
        ({"WordDocument": b"\xec\xa5", "\x01Ole10Native": b"x"}, "a.doc", Reason.ACTIVE),
        ({"EncryptedPackage": b"x"}, "a.doc", Reason.ENCRYPTED),
        ({"WordDocument": b"\xec\xa5" + b"\0" * 8 + b"\0\x01"}, "a.doc", Reason.ENCRYPTED),
        ({"Workbook": b"\x09\x08"}, "a.doc", Reason.WRONG_NAME),
    ],
)
def test_files_of_the_old_kind_are_looked_into(streams: dict[str, bytes], name: str, expected: Reason | None) -> None:
    answer = examine(name, compound_file(streams))
    assert (answer.reason if isinstance(answer, Refusal) else None) is expected


def test_numbers_of_people_are_found_in_files_of_the_old_kind_too() -> None:
    text = "姓名 张三 身份证号码 11010519491231002X".encode("utf-16-le")
    answer = examine("a.doc", compound_file({"WordDocument": b"\xec\xa5" + b"\0" * 30 + text}))
    assert isinstance(answer, Examined)
    assert [number.masked for number in answer.personal] == ["110************02X"]


def test_who_wrote_a_document_is_forgotten() -> None:
    core = '<cp:coreProperties xmlns:dc="d" xmlns:cp="c"><dc:creator>张三</dc:creator></cp:coreProperties>'
    data = office_bombs.docx(**{"docProps/core.xml": core, "docProps/custom.xml": "<x/>"})
    made = ooxml_rebuild.rebuild(ooxml_screening.screen(data, Kind.DOCX))
    parts = ooxml_screening.screen(made, Kind.DOCX)
    assert "docProps/custom.xml" not in parts
    assert "张三".encode() not in parts["docProps/core.xml"]


def test_a_link_that_somebody_may_click_on_is_no_danger() -> None:
    data = office_bombs.docx(
        **{"word/_rels/document.xml.rels": office_bombs.relation("hyperlink", "https://www.gov.cn/")}
    )
    assert isinstance(examine("a.docx", data), Examined)


def test_the_same_file_gives_the_same_bytes() -> None:
    first, second = (examine("a.docx", office_bombs.docx()) for _time in range(2))
    assert isinstance(first, Examined)
    assert isinstance(second, Examined)
    assert first.sha256 == second.sha256


def test_a_document_has_its_text_and_its_fields() -> None:
    answer = examine("a.docx", office_bombs.docx("姓名：________"))
    assert isinstance(answer, Examined)
    assert answer.pages == ("姓名：________",)
    assert answer.detection is not None
    assert [field.label for field in answer.detection.fields] == ["姓名"]
    assert not answer.scanned


def test_numbers_of_people_in_a_blank_form_are_told() -> None:
    answer = examine("a.docx", office_bombs.docx("身份证号码：11010519491231002X"))
    assert isinstance(answer, Examined)
    assert [(number.page, number.masked) for number in answer.personal] == [(0, "110************02X")]


def test_without_an_answer_of_the_scanner_nothing_is_accepted(settings: LazySettings) -> None:
    settings.CLAMD = "tcp://127.0.0.1:1"
    assert reason("a.pdf", pdf_bombs.simple_pdf()) is Reason.NOT_SCANNED


def test_what_was_examined_cannot_be_changed() -> None:
    answer = examine("a.pdf", pdf_bombs.simple_pdf())
    assert isinstance(answer, Examined)
    with pytest.raises(dataclasses.FrozenInstanceError):
        answer.kind = Kind.DOCX  # type: ignore[misc]


def test_several_files_of_one_origin_are_examined_as_each_alone() -> None:
    files = [("a.pdf", pdf_bombs.simple_pdf()), ("a.exe", b"MZ" + b"\0" * 500), ("b.pdf", b"%PDF-1.7")]
    assert examine_each(files) == [examine(name, data) for name, data in files]
