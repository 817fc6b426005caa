"""Who may do what beside the items themselves; for those see ``test_permission_matrix``."""

from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from knowledge.models import ThesaurusEntry, User
from tests.conftest import Hall


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
        "lock_page",
    }
    assert permissions.values("group").distinct().count() == 1


def test_the_clerk_can_log_in(window_clerk: Client) -> None:
    assert User.objects.filter(username="clerk").exists()
    assert window_clerk.get("/admin/").status_code == 200
