"""Filling in a form without scripts: questions, what is wrong with answers, the document."""

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from forms_library.detection.fields import FieldKind
from forms_library.models import FormPage, FormVersion
from forms_library.office.docx import detect_docx
from forms_library.office.package import read_parts
from forms_library.text.docx import docx_text
from forms_library.text.pdf import pdf_text
from tests import factories
from tests.forms.synthesis.document import docx_of
from tests.forms.synthesis.model import Form, Table, empty, words

from .filling_in import ENGLISH, RIGHT, address, application, fillable, read, send, shown


@pytest.fixture
def version(form: FormPage) -> FormVersion:
    return fillable(form, application())


def body(response: Any) -> bytes:
    assert response.status_code == 200, response
    return b"".join(response.streaming_content)


def test_the_page_of_a_form_leads_to_its_questions(client: Client, form: FormPage, version: FormVersion) -> None:
    page = read(client.get(form.url))
    assert page.select_one(f'.form-downloads a[href="{address(form)}"]')


def test_every_field_has_a_label_and_options_have_a_legend(client: Client, version: FormVersion) -> None:
    page = read(client.get(address(version.page)))
    labels = [label.text.strip() for label in page.select("#fill label")]
    assert labels == ["姓名 （必填）", "男", "女", "身份证号码", "出生日期", "申请理由"]
    assert [legend.text.strip() for legend in page.select("fieldset legend")] == ["性别"]
    assert page.select_one("#fill textarea") is not None
    assert len(page.select('#fill input[type="date"]')) == 1


def test_in_english_the_printed_label_stands_beside_the_english_one(client: Client, version: FormVersion) -> None:
    page = read(client.get(address(version.page, ENGLISH)))
    first = page.select("#fill label")[0]
    assert first.text.split() == ["Full", "name", "姓名", "(required)"]
    assert first.select_one('[lang="zh-Hans"]').text == "姓名"  # type: ignore[union-attr]
    assert page.select("#fill label")[3].select_one('[lang="zh-Hans"]').text == "身份证号码"  # type: ignore[union-attr]


def test_a_checked_form_is_shown_as_a_picture_and_a_list(client: Client, version: FormVersion) -> None:
    page = read(send(client, version, "check", RIGHT))
    assert page.select_one('.fill-pictures img[src^="data:image/png;base64,"]')
    assert [answer.text for answer in page.select(".fill-answers dd")][:2] == ["欧阳某某", "✓"]
    assert shown(page) == RIGHT


def test_the_document_has_the_answers(client: Client, version: FormVersion) -> None:
    response = send(client, version, "download", RIGHT)
    text = "".join(pdf_text(body(response)))
    assert "欧阳某某" in text.replace(" ", "")
    assert "attachment" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_answers_that_are_wrong_are_named_and_kept(client: Client, version: FormVersion) -> None:
    wrong = {"身份证号码": "110105194912310021", "出生日期": "1949-02-30", "女": "1"}
    for button in ("check", "download"):
        page = read(send(client, version, button, wrong))
        links = [link["href"] for link in page.select(".fill-errors a")]
        assert len(links) == 3
        for link in links:
            control = page.select_one(f"[id='{str(link)[1:]}']")
            assert control is not None
            assert control["aria-invalid"] == "true"
            assert page.find(id=str(control["aria-describedby"]).split()[-1])
        assert shown(page) == wrong


def test_characters_that_the_font_lacks_and_answers_without_room_are_told(client: Client, version: FormVersion) -> None:
    values = {**RIGHT, "姓名": "𪚥某", "申请理由": "因工作调动需要长期居住" * 120}
    problems = read(send(client, version, "check", values)).select(".fill-errors a")
    assert "𪚥" in problems[0].text
    assert len(problems) == 2


def test_an_empty_form_is_no_document(client: Client, version: FormVersion) -> None:
    page = read(send(client, version, "download", {}))
    assert page.select(".fill-errors a")
    assert "尚未填写" in page.select_one(".fill-errors").text  # type: ignore[union-attr]


def test_answers_are_kept_in_a_file_and_read_again(client: Client, version: FormVersion) -> None:
    kept = body(send(client, version, "keep", RIGHT))
    file = SimpleUploadedFile("answers.json", kept)
    page = read(send(client, version, "load", {"姓名": "别人"}, file=file))
    assert shown(page) == RIGHT


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b'{"about": "hall-form-answers", "form": 1}', b"\xff" * 100])
def test_a_file_without_answers_loses_nothing(client: Client, version: FormVersion, data: bytes) -> None:
    page = read(send(client, version, "load", RIGHT, file=SimpleUploadedFile("x.json", data)))
    assert page.select_one(".fill-errors")
    assert shown(page) == RIGHT


def test_answers_of_another_form_are_refused(client: Client, version: FormVersion) -> None:
    kept = json.loads(body(send(client, version, "keep", RIGHT)))
    other = json.dumps({**kept, "form": version.page_id + 1}).encode()
    page = read(send(client, version, "load", {}, file=SimpleUploadedFile("x.json", other)))
    assert shown(page) == {}


def test_who_was_writing_when_a_new_edition_came_goes_on_with_that(
    client: Client, form: FormPage, version: FormVersion
) -> None:
    version.state = "withdrawn"
    version.save()
    newer = fillable(form, application(reason="申领事由"))
    page = read(send(client, version, "download", RIGHT))
    assert shown(page) == {label: value for label, value in RIGHT.items() if label != "申请理由"}
    assert "申请理由" in page.select(".notice-warning")[1].text
    assert page.select_one("input[name=version]")["value"] == str(newer.number)  # type: ignore[index]


def test_only_so_many_documents_are_made_for_one_address(client: Client, version: FormVersion, settings: Any) -> None:
    settings.FORM_DOCUMENTS_A_MINUTE = 2
    for _time in range(2):
        body(send(client, version, "download", RIGHT))
    page = read(send(client, version, "download", RIGHT), 429)
    assert shown(page) == RIGHT
    assert body(send(client, version, "keep", RIGHT))


def test_behind_a_proxy_each_reader_has_an_address(client: Client, version: FormVersion, settings: Any) -> None:
    settings.FORM_DOCUMENTS_A_MINUTE, settings.BEHIND_PROXY = 1, True
    for last in ("10.0.0.1", "10.0.0.2"):
        client.defaults["HTTP_X_FORWARDED_FOR"] = f"made up, {last}"
        assert send(client, version, "download", RIGHT).status_code == 200
    assert send(client, version, "download", RIGHT).status_code == 429


def test_a_form_that_cannot_be_filled_in_leads_to_its_page(client: Client, form: FormPage) -> None:
    factories.FormVersionFactory(page=form)
    assert client.get(address(form))["Location"] == form.url


def test_a_request_that_is_too_large_is_refused_unread(client: Client, version: FormVersion) -> None:
    refused = client.post(address(version.page), {"a-f1": "x" * 1_000_001})
    assert refused.status_code == 413
    assert "请返回上一页" in refused.content.decode()


def test_a_request_from_another_site_is_refused(version: FormVersion) -> None:
    client = Client(enforce_csrf_checks=True)
    assert send(client, version, "download", RIGHT).status_code == 403


def test_a_word_document_is_filled_in_as_one(client: Client, form: FormPage) -> None:
    template = docx_of(Form("f", [Table([1, 2], [[words("姓名"), empty("姓名")]], [26.0])]))
    version = fillable(form, template, detect_docx(template), "docx")
    page = read(send(client, version, "check", {"姓名": "欧阳某某"}))
    assert not page.select(".fill-pictures")
    assert page.select('.fill-document[lang="zh-Hans"]')
    assert [[cell.text for cell in row.select("td")] for row in page.select(".fill-document tr")] == [
        ["姓名", "欧阳某某"]
    ]
    made = body(send(client, version, "download", {"姓名": "欧阳某某"}))
    assert "欧阳某某" in "".join(docx_text(read_parts(made)))


def test_every_kind_of_field_can_be_asked_for(client: Client, version: FormVersion) -> None:
    """No kind makes the page fail, and each keeps what was written."""
    plain = dict(version.fields or {})
    for kind in FieldKind:
        plain["fields"] = [{**plain["fields"][0], "kind": kind.value}, *plain["fields"][1:]]
        version.fields = plain
        version.save()
        page = read(send(client, version, "load", {"姓名": "1"}))
        assert shown(page)["姓名"] == "1"
