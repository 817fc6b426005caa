"""Boxes to tick become questions on the page of the fields: every button without a script, and what is refused."""

from typing import Any

import pytest
from django.test import Client

from forms_library.detection.fields import Group
from forms_library.models import FormPage, FormVersion
from tests import factories
from tests.forms_library.fields_by_hand import field_set, option
from tests.forms_library.filling_in import application

from .form_fields import address, colleague, draft, fields, form, press
from .form_uploads import messages, soup, upload

__all__ = ["colleague", "draft", "form"]


@pytest.fixture
def boxes(form: FormPage) -> FormVersion:
    """Four boxes to tick that belong to nothing."""
    found = field_set(*(option(f"f{number}", name) for number, name in enumerate("甲乙丙丁", start=1)))
    version: FormVersion = factories.FormVersionFactory(page=form, state="draft", fields=found.detection.as_plain())
    return version


def questions(version: FormVersion) -> dict[str, Group]:
    return {group.label: group for group in fields(version).groups}


def refused(client: Client, version: FormVersion, action: str, **sent: Any) -> Any:
    """The page that tells why not."""
    response = press(client, version, action, **sent)
    assert response.status_code == 400
    response.status_code = 200
    return soup(response)


def test_boxes_are_put_together_and_the_page_goes_on_with_their_question(
    civil_affairs_editor: Client, boxes: FormVersion
) -> None:
    assert len(soup(civil_affairs_editor.get(address(boxes))).select("[data-typed=join] [name=member]")) == 4
    response = press(civil_affairs_editor, boxes, "join", member=["f1", "f2", "f3"], name="种类", single="1", group="")
    assert response.redirect_chain[-1][0].endswith("#question-g1")
    assert (questions(boxes)["种类"].members, questions(boxes)["种类"].single) == (("f1", "f2", "f3"), True)
    page = soup(response)
    assert page.select_one("#question-g1 option[value='1'][selected]")
    assert page.select_one("#field-f1 a[href='#question-g1']")
    assert "合为一个选项组" in page.text


def test_a_question_is_named_enlarged_split_and_taken_apart(civil_affairs_editor: Client, boxes: FormVersion) -> None:
    press(civil_affairs_editor, boxes, "join", member=["f1", "f2"], name="种类", single="1")
    press(civil_affairs_editor, boxes, "join", member=["f3", "f4"], group="g1")
    assert questions(boxes)["种类"].members == ("f1", "f2", "f3", "f4")
    said: dict[str, Any] = {"group": "g1", "name": "申请种类", "label_en": "Kind", "required": "1", "single": ""}
    press(civil_affairs_editor, boxes, "question", **said)
    boxes.refresh_from_db()
    assert (boxes.reviewed["g1"].label("en"), boxes.reviewed["g1"].required) == ("Kind", True)
    response = press(civil_affairs_editor, boxes, "split_off", member=["f3", "f4"], **said)
    assert response.redirect_chain[-1][0].endswith("#question-g2")
    assert {one.members for one in questions(boxes).values()} == {("f1", "f2"), ("f3", "f4")}
    press(civil_affairs_editor, boxes, "take_out", member="f3", group="g2", name="其他")
    assert questions(boxes)["其他"].members == ("f4",)
    press(civil_affairs_editor, boxes, "dissolve", **said)
    assert list(questions(boxes)) == ["其他"]
    press(civil_affairs_editor, boxes, "undo")
    assert questions(boxes)["申请种类"].members == ("f1", "f2")


def test_whatever_button_of_a_question_is_pressed_its_words_are_kept(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    press(civil_affairs_editor, draft, "take_out", group="g1", name="申请人性别", member="f3")
    assert questions(draft)["申请人性别"].members == ("f2",)


def test_what_was_ticked_and_typed_stays_when_boxes_cannot_be_put_together(
    civil_affairs_editor: Client, boxes: FormVersion
) -> None:
    page = refused(civil_affairs_editor, boxes, "join", member="f2", name="种类", single="")
    form = page.select_one("[data-typed=join]")
    assert form.has_attr("open")
    assert "两个以上" in form.select_one(".error-message").text
    assert form.select_one("[name=name]")["value"] == "种类"
    assert [one["value"] for one in form.select("[name=member][checked]")] == ["f2"]
    assert form.select_one("[name=single] [selected]")["value"] == ""


def test_words_of_a_question_that_are_refused_are_not_lost(civil_affairs_editor: Client, draft: FormVersion) -> None:
    page = refused(civil_affairs_editor, draft, "question", group="g1", name="长" * 200, label_en="Your sex")
    row = page.select_one("#question-g1")
    assert row.select_one("[name=name]")["value"] == "长" * 200
    assert row.select_one("[name=label_en]")["value"] == "Your sex"
    assert row.select_one(".error-message")
    assert list(questions(draft)) == ["性别", ""]


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "join", "name": "种类", "member": ["f1", "f2"]},
        {"action": "join", "name": "种类", "member": ["f2", "f99"]},
        {"action": "join", "name": "种类", "member": ["f2", "f4"]},
        {"action": "join", "group": "g9", "member": ["f2"]},
        {"action": "join", "group": "g2", "member": ["f2"]},
        {"action": "take_out", "group": "g1"},
        {"action": "split_off", "group": "g1", "name": "性别", "member": ["f2", "f3"]},
        {"action": "dissolve", "group": "g2"},
        {"action": "question", "name": "性别"},
        {"action": "question", "group": "g1", "single": "7"},
    ],
    ids=lambda sent: "-".join(str(value) for value in sent.values()),
)
def test_what_makes_no_sense_is_refused_in_words(
    civil_affairs_editor: Client, draft: FormVersion, sent: dict[str, Any]
) -> None:
    before = fields(draft)
    problem = refused(civil_affairs_editor, draft, **sent).select_one("[data-problem]")
    assert problem.text.strip()
    assert fields(draft) == before


def test_what_a_colleague_did_is_not_overwritten_and_ticks_stay(
    civil_affairs_editor: Client, colleague: Client, boxes: FormVersion
) -> None:
    press(colleague, boxes, "delete", field="f4")
    response = press(civil_affairs_editor, boxes, "join", 0, member=["f1", "f2"], name="种类")
    assert response.status_code == 409
    response.status_code = 200
    assert len(soup(response).select("[data-typed=join] [checked]")) == 2
    assert questions(boxes) == {}


def test_a_question_without_a_name_keeps_a_form_off_line(civil_affairs_editor: Client, boxes: FormVersion) -> None:
    press(civil_affairs_editor, boxes, "join", member=["f1", "f2", "f3", "f4"], name="种类")
    press(civil_affairs_editor, boxes, "split_off", group="g1", name="种类", member=["f3", "f4"])
    assert "尚未命名" in press(civil_affairs_editor, boxes, "online", online="1").content.decode()
    press(civil_affairs_editor, boxes, "question", group="g2", name="其他")
    press(civil_affairs_editor, boxes, "online", online="1")
    boxes.refresh_from_db()
    assert boxes.fillable


def test_in_a_document_boxes_are_put_together_and_nothing_is_drawn(
    civil_affairs_editor: Client, boxes: FormVersion
) -> None:
    FormVersion.objects.update(file_kind="docx")
    page = soup(civil_affairs_editor.get(address(boxes)))
    assert "不能在此画框" in page.text
    assert not page.select("button[value=draw], [data-draw]")
    press(civil_affairs_editor, boxes, "join", member=["f1", "f2"], name="种类")
    assert questions(boxes)["种类"].members == ("f1", "f2")


# --- places -------------------------------------------------------------------------------------------------------


def test_a_box_that_is_put_over_others_is_told_and_shown(civil_affairs_editor: Client, draft: FormVersion) -> None:
    place: dict[str, Any] = {"page": "1", "left": "110", "top": "42", "width": "150", "height": "20"}
    response = press(civil_affairs_editor, draft, "draw", name="别名", **place)
    assert "压住了：1 姓名" in messages(response)
    page = soup(response)
    assert "2 别名" in page.select_one("#field-f1 .field-over").text  # type: ignore[union-attr]
    assert "2 个与其他位置重叠" in page.select_one("[data-part=bar]").text  # type: ignore[union-attr]


def test_numbers_that_are_refused_are_not_lost(civil_affairs_editor: Client, draft: FormVersion) -> None:
    place: dict[str, Any] = {
        "page": "9",
        "left": "110",
        "top": "42",
        "width": "150",
        "height": "20",
        "name": "别名",
        "kind": "phone",
    }
    form = refused(civil_affairs_editor, draft, "draw", **place).select_one("[data-typed=draw]")
    assert form.has_attr("open")
    sent = {str(one["name"]): one["value"] for one in form.select("input:not([type=hidden])")}
    assert sent == {name: value for name, value in place.items() if name != "kind"}
    assert form.select_one("option[selected]")["value"] == "phone"


def test_what_was_drawn_and_put_together_goes_on_in_the_next_version(
    civil_affairs_editor: Client, form: FormPage
) -> None:
    upload(civil_affairs_editor, form, "form.pdf", application())
    first = form.versions.get(number=1)
    keys = {field.label: field.id for field in fields(first).fields}
    place: dict[str, Any] = {"page": "1", "left": "60", "top": "500", "width": "150", "height": "20"}
    press(civil_affairs_editor, first, "draw", name="别名", **place)
    drawn = next(field.id for field in fields(first).fields if field.label == "别名")
    both = [keys["男"], keys["女"]]
    press(civil_affairs_editor, first, "join", member=both, name="申请人性别", single="1")
    for key in (drawn, *both):
        press(civil_affairs_editor, first, "confirm", field=key)
    upload(civil_affairs_editor, form, "form.pdf", application())
    second = form.versions.get(number=2)
    again = next(field for field in fields(second).fields if field.label == "别名")
    assert again.needs_review
    assert not second.reviewed[again.id].confirmed
    assert questions(second)["申请人性别"].single
    assert "性别" not in questions(second)
