"""Texts that are translated elsewhere: out as XLIFF or XLSX, back with a report of what was not taken."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from guides.models import GuidePage
from tests.freshness.test_publishing import publish
from translations.exchange import sheet, xliff
from translations.exchange.segments import Segment
from translations.freshness.states import State
from translations.tables import LONGEST_TEXT
from translations.usable_text import UNUSABLE, FileError

from .test_desk import newest, save

ADDRESS = "/admin/translations/import/"
FORMATS = {"xliff": xliff, "xlsx": sheet}
TEXT = st.text(max_size=60).map(lambda text: UNUSABLE.sub("", text).replace("\r", "").strip())


def sent(client: Client, page: GuidePage, kind: str) -> bytes:
    answer = client.get("/admin/translations/export/", {"file": kind, "language": "en", "page": page.pk})
    assert answer.status_code == 200
    return bytes(answer.content)


def come_back(client: Client, content: bytes, name: str = "a.xlf") -> Any:
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, content), "language": "en"})


def rewritten(content: bytes, kind: str, **targets: str) -> bytes:
    """The file as a translator gives it back; by address."""
    segments = [
        Segment(one.page, one.address, one.source, targets.get(one.address, one.target), one.seen)
        for one in FORMATS[kind].read(content, "en")
    ]
    return FORMATS[kind].write(segments, "en")


@pytest.mark.parametrize("kind", FORMATS)
@given(st.lists(st.tuples(TEXT.filter(bool), TEXT), min_size=1, max_size=5))
def test_what_is_written_is_read_again(kind: str, texts: list[tuple[str, str]]) -> None:
    segments = [
        Segment(7, f"materials.{i}.name", a, b, "mark", "页", "名称", State.DRAFT) for i, (a, b) in enumerate(texts)
    ]
    found = list(FORMATS[kind].read(FORMATS[kind].write(segments, "en"), "en"))
    assert [(one.page, one.address, one.source, one.target, one.seen) for one in found] == [
        (one.page, one.address, one.source, one.target, one.seen) for one in segments
    ]


@pytest.mark.parametrize("kind", FORMATS)
def test_translations_come_back_as_drafts_that_wait_for_review(kind: str, translator: Client, known: GuidePage) -> None:
    file = rewritten(sent(translator, known, kind), kind, name="A better name")
    report = come_back(translator, file, f"a{FORMATS[kind].ENDINGS[0]}").context["report"]
    assert (report.taken, report.skipped, report.pages) == (1, [], {known.pk})
    assert report.same > 1
    assert newest(known).name_en == "A better name"
    assert GuidePage.objects.get(pk=known.pk).name_en == known.name_en
    assert "待审核" in translator.get(f"/admin/translations/{known.pk}/en/").content.decode()


@pytest.mark.parametrize("name", ["a.xlf", "A.XLF", "a.xliff"])
def test_xliff_is_known_by_both_of_its_endings(translator: Client, known: GuidePage, name: str) -> None:
    assert come_back(translator, sent(translator, known, "xliff"), name).context["report"].same > 1


def test_a_file_of_an_older_state_changes_only_what_is_still_the_same(
    translator: Client, civil_affairs_editor: Client, known: GuidePage
) -> None:
    file = sent(translator, known, "xliff")
    publish(known, name_zh_hans="离婚登记")
    save(civil_affairs_editor, known, "By the editor.", "summary")
    material = known.materials.all()[0]
    file = rewritten(file, "xliff", name="Older", summary="Older.", **{f"materials.{material.pk}.name": "Passport"})
    answer = come_back(translator, file)
    assert {remark.segment.address for remark in answer.context["skipped"]} == {"name", "summary"}
    assert "中文已经改动" in answer.content.decode()
    draft = newest(known)
    assert (draft.name_en, draft.summary_en) == (known.name_en, "By the editor.")
    assert "Passport" in [row.name_en for row in draft.materials.all()]


def test_what_may_not_be_taken_is_said_with_the_reason(
    public_security_editor: Client, translator: Client, known: GuidePage
) -> None:
    file = sent(translator, known, "xliff")
    answer = come_back(public_security_editor, rewritten(file, "xliff", name="Not mine"))
    assert answer.context["report"].taken == 0
    assert "无权" in answer.content.decode()
    too_long = come_back(translator, rewritten(file, "xliff", name="x" * 2000)).context["skipped"]
    chinese = come_back(translator, rewritten(file, "xliff", name=known.name_zh_hans)).context["skipped"]
    assert [remark.segment.address for remark in (*too_long, *chinese)] == ["name", "name"]
    assert newest(known).name_en == known.name_en


def test_a_translation_that_leaves_out_a_number_is_taken_and_named(translator: Client, known: GuidePage) -> None:
    publish(known, summary_zh_hans="15日内办结。")
    file = rewritten(sent(translator, known, "xlsx"), "xlsx", summary="Within 20 days.")
    (remark,) = come_back(translator, file, "a.xlsx").context["doubtful"]
    assert "15" in remark.words


def test_a_text_too_long_for_a_cell_is_refused_and_never_cut(translator: Client, known: GuidePage) -> None:
    publish(known, summary_zh_hans="甲" * LONGEST_TEXT)
    assert "甲" * LONGEST_TEXT in {one.source for one in sheet.read(sent(translator, known, "xlsx"), "en")}
    publish(known, summary_zh_hans="乙" * (LONGEST_TEXT + 1))
    address = "/admin/translations/export/"
    answer = translator.get(address, {"file": "xlsx", "language": "en", "page": known.pk}, follow=True)
    assert answer.redirect_chain == [(ADDRESS, 302)]
    assert "32768个字符" in answer.content.decode()
    assert "乙" * (LONGEST_TEXT + 1) in {one.source for one in xliff.read(sent(translator, known, "xliff"), "en")}


def test_pages_and_rows_that_are_gone_are_named(translator: Client, known: GuidePage) -> None:
    segments = [Segment(999_999, "name", "甲", "A"), Segment(known.pk, "materials.999999.name", "甲", "A")]
    assert len(come_back(translator, xliff.write(segments, "en")).context["skipped"]) == 2


def test_sentences_that_a_program_cut_apart_are_one_text_again() -> None:
    document = etree.fromstring(xliff.write([Segment(1, "name", "甲。乙。", "A. B.")], "en"))
    unit = next(document.iter(f"{{{xliff.NAMESPACE}}}unit"))
    whole = unit[-1]
    unit.remove(whole)
    for source, target in (("甲。", "A. "), ("乙。", "B.")):
        part = etree.SubElement(unit, f"{{{xliff.NAMESPACE}}}segment")
        etree.SubElement(part, f"{{{xliff.NAMESPACE}}}source").text = source
        etree.SubElement(part, f"{{{xliff.NAMESPACE}}}target").text = target
    (found,) = xliff.read(etree.tostring(document), "en")
    assert (found.source, found.target) == ("甲。乙。", "A. B.")


ENTITY = (
    b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff xmlns="%b">&e;</xliff>' % xliff.NAMESPACE.encode()
)


UNREADABLE = {
    "nothing": ("a.xlf", b""),
    "broken off": ("a.xlf", b"<xliff"),
    "older version": ("a.xlf", b'<xliff version="1.2"/>'),
    "entity": ("a.xlf", ENTITY),
    "other language": ("a.xlf", xliff.write([], "fr")),
    "no page": ("a.xlf", xliff.write([Segment(1, "name", "甲", "A")], "en").replace(b'id="p1"', b'id="x"')),
    "no workbook": ("a.xlsx", b"PK"),
    "no sheet": ("a.xlsx", sheet.write([], "fr")),
    "other kind": ("a.doc", b"x"),
}


@pytest.mark.parametrize(("name", "content"), UNREADABLE.values(), ids=UNREADABLE)
def test_files_that_cannot_be_read_are_refused_with_a_reason(translator: Client, name: str, content: bytes) -> None:
    answer = come_back(translator, content, name)
    assert answer.status_code == 200
    assert answer.context["upload"].errors["file"]


@given(st.binary(max_size=300))
def test_no_bytes_are_too_strange(content: bytes) -> None:
    for module in FORMATS.values():
        with pytest.raises(FileError):
            list(module.read(content, "en"))


def test_nothing_to_send_says_so(translator: Client, window_clerk: Client, known: GuidePage) -> None:
    for query in ({"file": "xliff", "language": "en", "page": "999999"}, {"file": "exe"}, {"page": "x"}):
        assert translator.get("/admin/translations/export/", query).status_code == 302
    query = {"file": "xliff", "language": "en", "page": str(known.pk)}
    assert window_clerk.get("/admin/translations/export/", query).status_code == 302


def test_what_is_open_is_sent_by_its_state(translator: Client, known: GuidePage) -> None:
    publish(known, name_zh_hans="离婚登记")
    query = {"file": "xliff", "language": "en", "state": "outdated"}
    found = list(xliff.read(translator.get("/admin/translations/export/", query).content, "en"))
    assert "离婚登记" in [segment.source for segment in found]
