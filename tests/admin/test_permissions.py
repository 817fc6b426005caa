"""Who may do what to an item: every role of the cast, own and other department."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from guides.models import GuidePage
from knowledge.models import ThesaurusEntry, User
from tests.conftest import Hall

from .browser import edit_address, submit

ALLOWED = {
    # a role may open the editor, may publish
    "civil_affairs_editor": (True, True),
    "public_security_editor": (False, False),
    "reviewer": (True, True),
    "translator": (True, False),
    "window_clerk": (False, False),
    "citizen": (False, False),
}


@pytest.fixture
def actor(request: pytest.FixtureRequest) -> Client:
    client: Client = request.getfixturevalue(request.param)
    return client


@pytest.mark.parametrize(("actor", "role"), [(role, role) for role in ALLOWED], indirect=["actor"])
def test_only_those_in_charge_open_the_editor(actor: Client, role: str, guide: GuidePage) -> None:
    may_edit, _may_publish = ALLOWED[role]
    assert (actor.get(edit_address(guide)).status_code == 200) is may_edit


@pytest.mark.parametrize(
    ("actor", "role"), [(role, role) for role, (edit, _publish) in ALLOWED.items() if edit], indirect=["actor"]
)
def test_only_those_in_charge_publish(actor: Client, role: str, guide: GuidePage) -> None:
    submit(actor, guide, "publish", name_en=f"By the {role}")
    _may_edit, may_publish = ALLOWED[role]
    assert (GuidePage.objects.get(pk=guide.pk).name_en == f"By the {role}") is may_publish


@pytest.mark.parametrize(
    ("actor", "role"), [(role, role) for role, (edit, _publish) in ALLOWED.items() if not edit], indirect=["actor"]
)
@pytest.mark.parametrize("view", ["view_draft", "history", "preview_on_edit", "delete", "unpublish", "copy", "move"])
def test_everybody_else_is_kept_from_every_other_view(actor: Client, role: str, guide: GuidePage, view: str) -> None:
    address = reverse(f"wagtailadmin_pages:{view}", args=[guide.pk])
    for response in (actor.get(address), actor.post(address)):
        assert response.status_code in {302, 403}
    assert GuidePage.objects.get(pk=guide.pk).live


def test_an_editor_adds_items_only_below_their_own_department(civil_affairs_editor: Client, hall: Hall) -> None:
    def status(parent: int) -> int:
        return civil_affairs_editor.get(
            reverse("wagtailadmin_pages:add", args=["guides", "guidepage", parent])
        ).status_code

    assert status(hall.civil_affairs.pk) == 200
    assert status(hall.public_security.pk) == 302


def test_an_editor_does_not_change_the_department_list_or_shared_lists(
    civil_affairs_editor: Client, hall: Hall
) -> None:
    assert civil_affairs_editor.get(f"/admin/pages/{hall.index.pk}/edit/").status_code == 302
    assert civil_affairs_editor.get("/admin/snippets/knowledge/topic/").status_code == 302


def test_everyday_words_are_added_by_editors_and_reviewers_and_by_nobody_else(
    civil_affairs_editor: Client, reviewer: Client, translator: Client, window_clerk: Client
) -> None:
    form = {"everyday": "扯证", "official": "结婚登记", "reason": "colloquial"}
    for number, actor in enumerate((civil_affairs_editor, reviewer)):
        actor.post("/admin/snippets/knowledge/thesaurusentry/add/", {**form, "everyday": f"扯证{number}"})
    for actor in (translator, window_clerk):
        actor.post("/admin/snippets/knowledge/thesaurusentry/add/", {**form, "everyday": "别的"})
    assert set(ThesaurusEntry.objects.values_list("everyday", flat=True)) == {"扯证0", "扯证1"}


def test_a_new_department_has_its_group_of_editors(hall: Hall) -> None:
    permissions = GroupPagePermission.objects.filter(page=hall.civil_affairs)
    assert set(permissions.values_list("permission__codename", flat=True)) == {
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
    }
    assert permissions.values("group").distinct().count() == 1


def test_the_clerk_can_log_in(window_clerk: Client) -> None:
    assert User.objects.filter(username="clerk").exists()
    assert window_clerk.get("/admin/").status_code == 200
