"""The life of a version: confirmed by one person, published by another, withdrawn."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdfium2 import PdfDocument
from wagtail.models import PageLogEntry

from forms_library.codes import VersionState
from forms_library.models import FormPage, FormVersion
from forms_library.versions.rules import Rights, Step, possible, refusal
from knowledge import staff
from tests import factories
from tests.conftest import Hall
from tests.forms import pdf_bombs

from .conftest import signed_in
from .form_uploads import messages, soup, step

EDITOR = Rights(user=1, edit=True, publish=True)
TRANSLATOR = Rights(user=2, edit=True, publish=False)


@pytest.fixture
def form(hall: Hall) -> FormPage:
    page: FormPage = factories.FormPageFactory(parent=hall.civil_affairs, slug="marriage-application")
    return page


@pytest.fixture
def draft(form: FormPage) -> FormVersion:
    version: FormVersion = factories.FormVersionFactory(page=form, state="draft")
    return version


@pytest.fixture
def colleague(hall: Hall) -> Client:
    """Who reviews what the editors of civil affairs confirm."""
    return signed_in(factories.UserFactory(username="colleague", groups=[staff.reviewers(hall.home)]))


def state(version: FormVersion) -> str:
    version.refresh_from_db()
    return version.state


# --- the rule -----------------------------------------------------------------------------------------------------


def test_each_state_has_its_steps() -> None:
    assert possible(VersionState.DRAFT, None, EDITOR) == [Step.CONFIRM, Step.DISCARD]
    assert possible(VersionState.CONFIRMED, 9, EDITOR) == [Step.REOPEN, Step.PUBLISH]
    assert possible(VersionState.PUBLISHED, 9, EDITOR) == [Step.WITHDRAW]
    assert possible(VersionState.WITHDRAWN, 9, EDITOR) == []


def test_nobody_publishes_what_they_confirmed() -> None:
    assert possible(VersionState.CONFIRMED, EDITOR.user, EDITOR) == [Step.REOPEN]
    assert "本人" in str(refusal(Step.PUBLISH, VersionState.CONFIRMED, EDITOR.user, EDITOR))


def test_who_may_not_publish_pages_publishes_no_forms() -> None:
    assert possible(VersionState.CONFIRMED, 9, TRANSLATOR) == [Step.REOPEN]
    assert possible(VersionState.PUBLISHED, 9, TRANSLATOR) == []


# --- the buttons --------------------------------------------------------------------------------------------------


def test_a_form_goes_public_after_two_people_have_looked_at_it(
    civil_affairs_editor: Client, colleague: Client, citizen: Client, draft: FormVersion
) -> None:
    step(civil_affairs_editor, draft, "confirm")
    assert state(draft) == "confirmed"
    assert "无权" in messages(step(civil_affairs_editor, draft, "publish"))
    assert state(draft) == "confirmed"
    assert citizen.get(f"/zh-hans/forms/{draft.page_id}/1/file/").status_code == 404
    step(colleague, draft, "publish")
    assert state(draft) == "published"
    assert citizen.get(f"/zh-hans/forms/{draft.page_id}/1/file/").status_code == 200
    people = (draft.confirmed_by, draft.published_by)
    assert [str(person) for person in people] == ["editor-civil-affairs", "colleague"]


def test_every_step_stands_in_the_history_of_the_page(
    civil_affairs_editor: Client, colleague: Client, draft: FormVersion
) -> None:
    step(civil_affairs_editor, draft, "confirm")
    step(colleague, draft, "publish")
    step(colleague, draft, "withdraw")
    actions = PageLogEntry.objects.filter(action__startswith="forms_library").order_by("pk")
    assert [entry.action.rpartition(".")[2] for entry in actions] == ["confirm", "publish", "withdraw"]
    history = soup(colleague.get(f"/admin/pages/{draft.page_id}/history/"))
    assert "发布表格版本（第 1 版）" in " ".join(history.text.split())


def test_a_published_form_is_found_and_a_withdrawn_one_is_not(
    civil_affairs_editor: Client, colleague: Client, citizen: Client, draft: FormVersion
) -> None:
    def found() -> int:
        count: int = citizen.get("/zh-hans/search/", {"q": "结婚登记申请书", "format": "json"}).json()["count"]
        return count

    assert found() == 0
    step(civil_affairs_editor, draft, "confirm")
    step(colleague, draft, "publish")
    assert found() == 1
    step(colleague, draft, "withdraw")
    assert found() == 0


def test_a_new_version_takes_the_place_of_the_one_before(
    civil_affairs_editor: Client, colleague: Client, form: FormPage
) -> None:
    old = factories.FormVersionFactory(page=form)
    new = factories.FormVersionFactory(page=form, state="draft")
    step(civil_affairs_editor, new, "confirm")
    step(colleague, new, "publish")
    assert (state(old), state(new)) == ("withdrawn", "published")
    assert old.withdrawn_at is not None


def test_a_button_that_is_pressed_twice_does_nothing_the_second_time(
    civil_affairs_editor: Client, draft: FormVersion
) -> None:
    step(civil_affairs_editor, draft, "confirm")
    assert "状态已改变" in messages(step(civil_affairs_editor, draft, "confirm"))
    assert PageLogEntry.objects.filter(action__startswith="forms_library").count() == 1


def test_a_confirmed_version_can_go_back(civil_affairs_editor: Client, draft: FormVersion) -> None:
    step(civil_affairs_editor, draft, "confirm")
    step(civil_affairs_editor, draft, "reopen")
    assert state(draft) == "draft"
    assert draft.confirmed_by is None


def test_a_draft_is_discarded_with_its_files(
    civil_affairs_editor: Client, draft: FormVersion, django_capture_on_commit_callbacks: Any
) -> None:
    folder = Path(draft.file.path).parent
    with django_capture_on_commit_callbacks(execute=True):
        response = step(civil_affairs_editor, draft, "discard")
    assert response.redirect_chain[-1][0] == f"/admin/forms/{draft.page_id}/"
    assert not FormVersion.objects.exists()
    assert not folder.exists()


def test_what_readers_have_seen_is_not_discarded(civil_affairs_editor: Client, form: FormPage) -> None:
    version = factories.FormVersionFactory(page=form)
    step(civil_affairs_editor, version, "discard")
    assert state(version) == "published"


def test_editors_of_another_department_and_clerks_take_no_step(
    public_security_editor: Client, window_clerk: Client, citizen: Client, draft: FormVersion
) -> None:
    for client in (public_security_editor, window_clerk, citizen):
        client.post(f"/admin/forms/{draft.page_id}/1/confirm/")
    assert state(draft) == "draft"


def test_a_translator_confirms_but_does_not_publish(
    civil_affairs_editor: Client, translator: Client, draft: FormVersion
) -> None:
    step(civil_affairs_editor, draft, "confirm")
    assert "无权" in messages(step(translator, draft, "publish"))
    assert state(draft) == "confirmed"


@pytest.mark.parametrize("path", ["99/", "1/explode/", f"{'9' * 30}/", "1/confirm/"])
def test_addresses_that_lead_nowhere_are_not_found(admin: Client, draft: FormVersion, path: str) -> None:
    assert admin.get(f"/admin/forms/{draft.page_id}/{path}", follow=True).status_code in (404, 405)


# --- where editors find them --------------------------------------------------------------------------------------


def test_editors_find_the_forms_of_their_department_in_the_menu(
    civil_affairs_editor: Client, public_security_editor: Client, draft: FormVersion
) -> None:
    assert "结婚登记申请书" in soup(civil_affairs_editor.get("/admin/forms/")).text
    assert "结婚登记申请书" not in soup(public_security_editor.get("/admin/forms/")).text
    assert '"/admin/forms/"' in civil_affairs_editor.get("/admin/").content.decode()


def test_the_page_of_a_form_leads_to_its_versions(civil_affairs_editor: Client, draft: FormVersion) -> None:
    shown = soup(civil_affairs_editor.get(f"/admin/pages/{draft.page_id}/edit/"))
    assert len(shown.select(f"a[href='/admin/forms/{draft.page_id}/']")) >= 2
    versions = soup(civil_affairs_editor.get(f"/admin/forms/{draft.page_id}/"))
    assert "第 1 版" in versions.text


def test_a_form_without_a_file_says_what_to_do(civil_affairs_editor: Client, form: FormPage) -> None:
    assert "还没有文件" in soup(civil_affairs_editor.get(f"/admin/forms/{form.pk}/")).text


def test_an_editor_makes_a_form_below_the_own_department(civil_affairs_editor: Client, hall: Hall) -> None:
    address = f"/admin/pages/add/forms_library/formpage/{hall.civil_affairs.pk}/"
    assert civil_affairs_editor.get(address).status_code == 200
    elsewhere = address.replace(str(hall.civil_affairs.pk), str(hall.public_security.pk))
    assert civil_affairs_editor.get(elsewhere).status_code == 302


# --- samples ------------------------------------------------------------------------------------------------------


def send_sample(client: Client, version: FormVersion, name: str, data: bytes, **more: str) -> Any:
    values = {"file": SimpleUploadedFile(name, data), **more}
    return client.post(f"/admin/forms/{version.page_id}/{version.number}/sample/", values, follow=True)


def test_a_sample_is_marked_on_every_page(civil_affairs_editor: Client, draft: FormVersion) -> None:
    send_sample(civil_affairs_editor, draft, "a.pdf", pdf_bombs.simple_pdf(), invented="on")
    draft.refresh_from_db()
    data = draft.sample.read()
    assert draft.sample_size == len(data)
    assert "示范" in PdfDocument(data)[0].get_textpage().get_text_range()


@pytest.mark.parametrize(
    ("name", "data", "more"),
    [
        ("a.pdf", pdf_bombs.simple_pdf(), {}),
        ("a.pdf", b"MZ" * 100, {"invented": "on"}),
        ("a.pdf", pdf_bombs.page_behind_a_web_page(), {"invented": "on"}),
    ],
    ids=["not said to be invented", "no pdf", "hostile"],
)
def test_a_sample_that_is_refused_says_why(
    civil_affairs_editor: Client, draft: FormVersion, name: str, data: bytes, more: dict[str, str]
) -> None:
    assert messages(send_sample(civil_affairs_editor, draft, name, data, **more))
    draft.refresh_from_db()
    assert not draft.sample
