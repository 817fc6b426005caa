"""Who may change the fields of a version, and when it may be filled in online."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageLogEntry

from forms_library.models import FormPage, FormVersion
from tests import factories

from .form_fields import address, colleague, draft, fields, form, press
from .form_uploads import messages, soup, step

__all__ = ["colleague", "draft", "form"]

# --- who, and when ------------------------------------------------------------------------------------------------


def test_editors_of_another_department_and_clerks_change_no_field(
    public_security_editor: Client, window_clerk: Client, citizen: Client, draft: FormVersion
) -> None:
    for client in (public_security_editor, window_clerk, citizen):
        assert client.get(address(draft)).status_code in (302, 403)
        press(client, draft, "delete", field="f1")
        assert client.post(f"{address(draft)}trial/").status_code in (302, 403)
    assert len(fields(draft).fields) == 8


def test_a_locked_form_is_shown_and_not_changed(
    civil_affairs_editor: Client, draft: FormVersion, django_user_model: Any
) -> None:
    Page.objects.filter(pk=draft.page_id).update(locked=True, locked_by=factories.UserFactory(username="somebody"))
    assert not soup(civil_affairs_editor.get(address(draft))).select("button[value=delete]")
    assert press(civil_affairs_editor, draft, "delete", field="f1").status_code == 400
    assert len(fields(draft).fields) == 8


@pytest.mark.parametrize(("state", "words"), [("confirmed", "退回草稿"), ("published", "上传新版本")])
def test_only_a_draft_is_changed(civil_affairs_editor: Client, draft: FormVersion, state: str, words: str) -> None:
    FormVersion.objects.update(state=state)
    page = soup(civil_affairs_editor.get(address(draft)))
    assert words in page.text
    assert page.select("button[data-box]")
    assert not page.select("button[name=action]")
    assert words in press(civil_affairs_editor, draft, "delete", field="f1").content.decode()
    assert len(fields(draft).fields) == 8


def test_a_file_without_fields_says_so(civil_affairs_editor: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form, state="draft", file_kind="png")
    assert "不能在线填写" in soup(civil_affairs_editor.get(address(version))).text
    assert press(civil_affairs_editor, version, "accept").status_code == 400


def test_the_history_tells_of_what_matters_and_of_nothing_else(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    press(civil_affairs_editor, draft, "up", field="f2")
    press(civil_affairs_editor, draft, "accept")
    press(civil_affairs_editor, draft, "delete", field="f8")
    entries = PageLogEntry.objects.filter(action__startswith="forms_library").order_by("pk")
    assert [entry.action.rpartition(".")[2] for entry in entries] == ["fields_accept", "fields_delete"]
    history = soup(civil_affairs_editor.get(f"/admin/pages/{draft.page_id}/history/"))
    assert "删除填写项（第 1 版）" in " ".join(history.text.split())


# --- filling in online --------------------------------------------------------------------------------------------


def test_a_form_is_offered_online_only_when_nothing_is_doubtful(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    assert "存疑" in press(civil_affairs_editor, draft, "online", online="1").content.decode()
    draft.refresh_from_db()
    assert draft.fillable is False
    press(civil_affairs_editor, draft, "confirm", field="f8")
    press(civil_affairs_editor, draft, "online", online="1")
    draft.refresh_from_db()
    assert draft.fillable is True
    press(civil_affairs_editor, draft, "online")
    draft.refresh_from_db()
    assert draft.fillable is False


def test_a_version_to_be_filled_in_online_is_not_confirmed_with_doubtful_fields(
    civil_affairs_editor: Client, colleague: Client, draft: FormVersion
) -> None:
    press(civil_affairs_editor, draft, "confirm", field="f8")
    press(civil_affairs_editor, draft, "online", online="1")
    press(civil_affairs_editor, draft, "doubt", field="f8")
    version_page = soup(civil_affairs_editor.get(f"/admin/forms/{draft.page_id}/1/"))
    assert "还有存疑的填写项" in version_page.text
    assert "还有存疑的填写项" in messages(step(civil_affairs_editor, draft, "confirm"))
    draft.refresh_from_db()
    assert draft.state == "draft"
    press(civil_affairs_editor, draft, "confirm", field="f8")
    step(civil_affairs_editor, draft, "confirm")
    step(colleague, draft, "publish")
    draft.refresh_from_db()
    assert (draft.state, draft.fillable) == ("published", True)
    assert not draft.fields_before.exists()


def test_a_version_that_is_only_printed_may_have_doubtful_fields(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    step(civil_affairs_editor, draft, "confirm")
    draft.refresh_from_db()
    assert draft.state == "confirmed"
