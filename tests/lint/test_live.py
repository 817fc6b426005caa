"""What is found while somebody types: beside the fields, in the box, after saving; only for those who may edit."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from guides.lint.facts import around, facts_of, published_facts
from guides.lint.form_data import read
from guides.lint.running import findings
from guides.models import GuidePage
from tests.admin.browser import banner, edit_address, form_values, submit
from tests.conftest import Hall


def check_address(guide: GuidePage) -> str:
    return f"/admin/quality/check/{guide.pk}/"


def typed(client: Client, guide: GuidePage, **changes: Any) -> dict[str, Any]:
    """What the browser sends while somebody types."""
    return {**form_values(client.get(edit_address(guide)).content.decode()), **changes}


def fields(answer: Any) -> dict[str, str]:
    """The findings of an answer: name of the field -> words."""
    soup = BeautifulSoup(answer.json()["list"], "lxml")
    return {str(link["data-lint-field"]): link.text for link in soup.select("[data-lint-field]")}


def test_what_is_typed_is_checked_and_not_stored(admin: Client, guide: GuidePage) -> None:
    sent = typed(admin, guide, summary_zh_hans="请登陆网站。", **{"steps-0-standard_zh_hans": "按规定"})
    answer = admin.post(check_address(guide), sent)
    found = fields(answer)
    assert "登录" in found["summary_zh_hans"]
    assert "按规定" in found["steps-0-standard_zh_hans"]
    assert "质量得分" in answer.json()["status"]
    assert GuidePage.objects.get(pk=guide.pk).summary_zh_hans == guide.summary_zh_hans


def test_the_form_and_the_database_tell_the_same(admin: Client, guide: GuidePage) -> None:
    known = around()
    sent = QueryDict(mutable=True)
    for name, values in typed(admin, guide).items():
        sent.setlist(name, values if isinstance(values, list) else [values])
    of_form = read(sent, known.topics).facts
    of_draft = facts_of(guide.get_latest_revision_as_object(), known)
    [(_key, of_page)] = published_facts([guide.pk], known)
    extra = {name: of_page[name] for name in ("same_code", "for_investors", "troubles")}
    told = [{(one.code, one.place) for one in findings(facts)} for facts in (of_form | extra, of_draft, of_page)]
    assert told[0] == told[1] == told[2] != set()


def test_rows_keep_the_numbers_they_have_in_the_form(admin: Client, guide: GuidePage) -> None:
    deleted = {"materials-0-DELETE": "1", "materials-1-name_zh_hans": "其他材料"}
    assert "materials-1-name_zh_hans" in fields(admin.post(check_address(guide), typed(admin, guide, **deleted)))
    added = {"materials-TOTAL_FORMS": "4", "materials-3-name_zh_hans": "相关材料", "materials-3-ORDER": "1"}
    found = fields(admin.post(check_address(guide), typed(admin, guide, **added)))
    assert "相关材料" in found["materials-3-name_zh_hans"]
    assert not [name for name in found if name.startswith("materials-2-")]


def test_a_kind_of_rows_without_any_is_named_by_its_list(admin: Client, guide: GuidePage) -> None:
    deleted = {f"materials-{number}-DELETE": "1" for number in range(2)}
    assert "materials-FORMS" in fields(admin.post(check_address(guide), typed(admin, guide, **deleted)))


def test_half_written_values_do_not_stand_in_the_way(admin: Client, guide: GuidePage) -> None:
    rich = json.dumps({"blocks": [{"text": "帐户"}], "entityMap": {}})
    odd = {"visits": "zwei", "effective_date": "31.12.", "topics": ["x", "999999"], "remarks_zh_hans": rich}
    found = fields(admin.post(check_address(guide), typed(admin, guide, **odd)))
    assert {"visits", "topics", "remarks_zh_hans"} <= set(found)


ALLOWED = {
    "civil_affairs_editor": 200,
    "public_security_editor": 403,
    "reviewer": 200,
    "translator": 200,
    "window_clerk": 403,
    "citizen": 302,
}


@pytest.mark.parametrize(("role", "status"), ALLOWED.items())
def test_only_those_who_may_edit_are_answered(
    request: pytest.FixtureRequest, role: str, status: int, guide: GuidePage
) -> None:
    client: Client = request.getfixturevalue(role)
    answer = client.post(check_address(guide), {"task_code": guide.task_code})
    assert answer.status_code in {status, 302 if status == 403 else status}
    assert (answer.status_code == 200) is (status == 200)


def test_a_new_item_is_checked_below_its_department(civil_affairs_editor: Client, hall: Hall) -> None:
    sent = {"name_zh_hans": "户口迁移"}
    answer = civil_affairs_editor.post(f"/admin/quality/check/new/{hall.civil_affairs.pk}/", sent)
    assert "summary_zh_hans" in fields(answer)
    other = civil_affairs_editor.post(f"/admin/quality/check/new/{hall.public_security.pk}/", sent)
    assert other.status_code != 200


def test_the_check_only_takes_what_a_form_sends(admin: Client, guide: GuidePage) -> None:
    assert admin.get(check_address(guide)).status_code == 405
    assert admin.post("/admin/quality/check/999999/").status_code == 404


def test_the_editor_shows_what_is_found_without_scripts(admin: Client, guide: GuidePage, hall: Hall) -> None:
    soup = BeautifulSoup(admin.get(edit_address(guide)).content, "lxml")
    box = soup.select_one("[data-lint]")
    assert box is not None
    assert box["data-lint"] == check_address(guide)
    names = [str(link["data-lint-field"]) for link in box.select("[data-lint-field]")]
    assert names
    for name in names:
        assert soup.select_one(f"#id_{name}, [name='{name}']"), name
    assert soup.select_one("script[src*='guides/lint/live']")
    assert not soup.select("[data-lint] script, [data-lint] [style]")
    new = admin.get(f"/admin/pages/add/guides/guidepage/{hall.civil_affairs.pk}/").content.decode()
    assert f'data-lint="/admin/quality/check/new/{hall.civil_affairs.pk}/"' in new


def test_after_saving_what_is_probably_wrong_is_said(admin: Client, guide: GuidePage) -> None:
    submit(admin, guide, summary_zh_hans="请登陆网站。", task_code="G-1")
    said = banner(admin.get(edit_address(guide)))
    assert "登录" in said
    assert "G-1" in said


def test_saving_by_itself_leaves_no_message(admin: Client, guide: GuidePage) -> None:
    values = typed(admin, guide, task_code="G-2")
    assert admin.post(edit_address(guide), values, headers={"Accept": "application/json"}).json()["success"]
    page = BeautifulSoup(admin.get("/admin/").content, "lxml").select_one("template[data-wagtail-messages], .messages")
    assert page is None or "G-2" not in page.get_text()


def test_the_same_code_twice_is_pointed_out(admin: Client, guide: GuidePage, hall: Hall) -> None:
    other = GuidePage(name_zh_hans="离婚登记", task_code=guide.task_code)
    hall.civil_affairs.add_child(instance=other)
    assert "离婚登记" in fields(admin.post(check_address(guide), typed(admin, guide)))["task_code"]


@given(
    st.dictionaries(
        st.sampled_from(["visits", "topics", "remarks_zh_hans", "materials-TOTAL_FORMS", "steps-0-ORDER"]),
        st.text(max_size=12),
    )
)
def test_nothing_that_is_sent_makes_reading_fail(sent: dict[str, str]) -> None:
    data = QueryDict(mutable=True)
    data.update(sent)
    typed_ = read(data, {1: "individual/060"})
    assert len(typed_.facts["materials"]) <= 1000
    assert [one for one in findings(typed_.facts) if not typed_.name(one.place)] == []
