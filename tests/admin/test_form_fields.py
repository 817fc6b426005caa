"""The page of the fields of a version: every button without a script, and two editors at once."""

from typing import Any

import pytest
from django.test import Client

from forms_library.detection.fields import FieldKind
from forms_library.models import FormVersion

from .form_fields import address, colleague, draft, fields, form, press
from .form_uploads import soup

__all__ = ["colleague", "draft", "form"]


def by_script(client: Client, version: FormVersion, action: str, **sent: Any) -> Any:
    version.refresh_from_db()
    values = {"action": action, "revision": version.fields_revision, **sent}
    return client.post(address(version), values, headers={"X-Fields": "1"})


def row_of(client: Client, version: FormVersion, key: str) -> dict[str, Any]:
    """What a browser without scripts sends with the row of a field."""
    row = soup(client.get(address(version))).select_one(f"#field-{key}")
    assert row is not None
    sent = {str(one["name"]): str(one.get("value", "")) for one in row.select("input[name]:not([type=checkbox])")}
    sent |= {str(one["name"]): one.text for one in row.select("textarea[name]")}
    sent |= {str(one["name"]): "1" for one in row.select("input[type=checkbox][checked]")}
    sent["kind"] = str(row.select("option[selected]")[0]["value"])
    return {name: value for name, value in sent.items() if name not in ("revision", "csrfmiddlewaretoken")}


# --- without scripts ----------------------------------------------------------------------------------------------


def test_every_field_has_its_row_and_its_box(civil_affairs_editor: Client, draft: FormVersion) -> None:
    page = soup(civil_affairs_editor.get(address(draft)))
    assert len(page.select("li[data-row]")) == len(page.select("button[data-box]")) == 8
    assert len(page.select("noscript svg rect")) == 9  # with the place to sign
    assert "1 个存疑" in page.text
    assert page.select_one("#field-f8.field-doubtful")
    assert page.select_one("a[href='../']") is None
    assert soup(civil_affairs_editor.get(f"/admin/forms/{draft.page_id}/1/")).select(f"a[href='{address(draft)}']")


def test_the_words_of_a_field_are_saved(civil_affairs_editor: Client, draft: FormVersion) -> None:
    words = {"label": "联系电话", "kind": "phone", "required": "1", "label_en": "Telephone", "help_zh_hans": "手机即可"}
    response = press(civil_affairs_editor, draft, "confirm", **{**row_of(civil_affairs_editor, draft, "f8"), **words})
    assert response.redirect_chain[-1][0].endswith("#field-f8")
    field, review = fields(draft).fields[-1], draft.reviewed["f8"]
    assert (field.label, field.kind) == ("联系电话", FieldKind.PHONE)
    assert (review.confirmed, review.required, review.found_as) == (True, True, "备注")
    assert (review.label("en"), review.help("zh-hans")) == ("Telephone", "手机即可")


def test_whatever_button_of_a_row_is_pressed_its_words_are_kept(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    sent = {**row_of(civil_affairs_editor, draft, "f8"), "label": "说明"}
    press(civil_affairs_editor, draft, "up", **sent)
    assert [field.label for field in fields(draft).fields[-2:]] == ["说明", "成员"]


def test_words_that_are_refused_are_not_lost(civil_affairs_editor: Client, draft: FormVersion) -> None:
    sent = {**row_of(civil_affairs_editor, draft, "f8"), "label": "长" * 200, "help_en": "As in your passport"}
    response = press(civil_affairs_editor, draft, "save", **sent)
    assert response.status_code == 400
    html = response.content.decode()
    assert "长" * 200 in html
    assert "As in your passport" in html
    assert "120" in html
    assert fields(draft).fields[-1].label == "备注"


def test_a_suggested_english_name_is_shown_and_saved_only_when_taken(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    assert "Remarks" in soup(civil_affairs_editor.get(address(draft))).select("#field-f8 .field-suggestion")[0].text
    press(civil_affairs_editor, draft, "save", **row_of(civil_affairs_editor, draft, "f8"))
    draft.refresh_from_db()
    assert draft.reviewed == {}
    press(civil_affairs_editor, draft, "suggestions")
    draft.refresh_from_db()
    assert draft.reviewed["f8"].label("en") == "Remarks"
    assert not soup(civil_affairs_editor.get(address(draft))).select("#field-f8 .field-suggestion")


def test_a_field_is_drawn_moved_split_merged_deleted_and_put_back(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    place: dict[str, Any] = {"left": "50", "top": "600", "width": "100", "height": "20"}
    press(civil_affairs_editor, draft, "draw", page="1", **place)
    assert fields(draft).fields[-1].id == "f9"
    press(civil_affairs_editor, draft, "move", field="f9", **{**place, "top": "620"})
    assert fields(draft).fields[-1].rect.top == 620
    press(civil_affairs_editor, draft, "split", field="f9")
    assert len(fields(draft).fields) == 10
    press(civil_affairs_editor, draft, "merge", field="f9")
    press(civil_affairs_editor, draft, "delete", field="f9")
    assert [field.id for field in fields(draft).fields][-1] == "f8"
    press(civil_affairs_editor, draft, "put_back", field="f9")
    assert fields(draft).fields[-1].rect.width == 100


def test_changes_are_undone_one_after_the_other(civil_affairs_editor: Client, draft: FormVersion) -> None:
    before = fields(draft)
    for key in ("f1", "f2", "f3"):
        press(civil_affairs_editor, draft, "delete", field=key)
    assert "删除填写项" in soup(civil_affairs_editor.get(address(draft))).select("button[value=undo]")[0].text
    for _press in range(3):
        press(civil_affairs_editor, draft, "undo")
    assert fields(draft) == before
    assert draft.fields_removed == []
    assert "没有可撤销" in press(civil_affairs_editor, draft, "undo").content.decode()


def test_a_place_need_not_stay_free(civil_affairs_editor: Client, draft: FormVersion) -> None:
    press(civil_affairs_editor, draft, "zone", zone="0")
    assert fields(draft).zones == ()


@pytest.mark.parametrize(
    "sent",
    [
        {"action": "explode"},
        {"action": ""},
        {"action": "delete"},
        {"action": "delete", "field": "f99"},
        {"action": "draw", "page": "9", "left": "0", "top": "0", "width": "50", "height": "50"},
        {"action": "draw", "page": "1", "left": "nan", "top": "inf", "width": "1e999", "height": "50"},
        {"action": "move", "field": "f1", "left": "0", "top": "0", "width": "-5", "height": "50"},
        {"action": "zone", "zone": "-1"},
        {"action": "save", "field": "f1", "label": "a", "kind": "a"},
        {"action": "save", "field": "f1", "label": "a\x00b", "kind": "text"},
    ],
    ids=lambda sent: "-".join(str(value) for value in sent.values())[:30].replace("\x00", "0"),
)
def test_what_makes_no_sense_is_refused_in_words(
    civil_affairs_editor: Client, draft: FormVersion, sent: dict[str, Any]
) -> None:
    before = fields(draft)
    response = press(civil_affairs_editor, draft, **sent)
    assert response.status_code == 400
    problem = soup_of(response).select_one("[data-problem]")
    assert problem is not None
    assert problem.text.strip()
    assert fields(draft) == before


def soup_of(response: Any) -> Any:
    response.status_code = 200
    return soup(response)


# --- two at once --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("revision", [0, -3, "", "x", "9" * 40])
def test_what_somebody_else_did_is_not_overwritten(
    civil_affairs_editor: Client, colleague: Client, draft: FormVersion, revision: Any
) -> None:
    press(colleague, draft, "delete", field="f1")
    sent = {**row_of(colleague, draft, "f8"), "label": "我的名称"}
    response = press(civil_affairs_editor, draft, "save", revision, **sent)
    assert response.status_code == 409
    assert "其他人已修改" in response.content.decode()
    assert "我的名称" in response.content.decode()  # to be saved again, knowing what there is
    assert fields(draft).fields[-1].label == "备注"
    assert fields(draft).fields[0].id == "f2"


def test_a_script_is_told_of_a_conflict_and_given_the_new_state(
    civil_affairs_editor: Client, colleague: Client, draft: FormVersion
) -> None:
    press(colleague, draft, "delete", field="f1")
    values = {"action": "delete", "field": "f2", "revision": 0}
    response = civil_affairs_editor.post(address(draft), values, headers={"X-Fields": "1"})
    assert response.status_code == 409
    assert "<html" not in response.content.decode()
    assert soup_of(response).select_one("[data-fields]")["data-revision"] == "1"


def test_a_script_is_given_the_parts_and_the_field_to_go_on_with(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    place = {"left": "50", "top": "600", "width": "100", "height": "20"}
    desk = soup(by_script(civil_affairs_editor, draft, "draw", page="1", **place)).select_one("[data-fields]")
    assert desk is not None
    assert (desk["data-touched"], desk["data-revision"]) == ("f9", "1")
    desk = soup(by_script(civil_affairs_editor, draft, "delete", field="f2")).select_one("[data-fields]")
    assert desk is not None
    assert desk["data-touched"] == "f3"


def test_an_edit_that_changes_nothing_leaves_nothing_behind(civil_affairs_editor: Client, draft: FormVersion) -> None:
    press(civil_affairs_editor, draft, "save", **row_of(civil_affairs_editor, draft, "f8"))
    draft.refresh_from_db()
    assert draft.fields_revision == 0
    assert not draft.fields_before.exists()
