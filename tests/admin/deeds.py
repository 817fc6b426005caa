"""What somebody may want to do to an item, through the real views; each deed answers whether it was done."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page, TaskState

from forms_library.models import FormDocument
from guides.models import GuidePage
from knowledge.models import User
from tests import factories
from tests.conftest import Hall

from .browser import edit_address, opened
from .steps import decide, drafted, in_review, publish_many, stored, task_of


class Actor:
    """Somebody at an item."""

    def __init__(self, client: Client, chief: Client, guide: GuidePage, hall: Hall) -> None:
        self.client, self.chief, self.guide, self.hall = client, chief, guide, hall
        key = client.session.get("_auth_user_id")
        self.user: Any = User.objects.get(pk=key) if key else AnonymousUser()

    def sees(self, name: str, *args: Any) -> bool:
        return bool(self.client.get(reverse(f"wagtailadmin_pages:{name}", args=args)).status_code == 200)

    def sends(self, address: str = "", **changes: Any) -> Any:
        """The editing form of the item, as it is shown to who may open it."""
        values = {**opened(self.chief, self.guide), **changes}
        return self.client.post(address or edit_address(self.guide), values)

    def presses(self, name: str, *args: Any, **data: Any) -> None:
        self.client.post(reverse(f"wagtailadmin_pages:{name}", args=args or [self.guide.pk]), data)

    @property
    def newest(self) -> Any:
        return stored(self.guide).get_latest_revision()

    def is_published(self) -> bool:
        return bool(stored(self.guide).name_en == self.newest.content["name_en"] != self.guide.name_en)

    def own_draft(self) -> None:
        drafted(self.guide, self.user if self.user.pk else None)


def read_the_public_page(by: Actor) -> bool:
    return bool(by.client.get(f"/zh-hans/departments/civil-affairs/{by.guide.slug}/").status_code == 200)


def preview_while_typing(by: Actor) -> bool:
    response = by.client.post(reverse("wagtailadmin_pages:preview_on_edit", args=[by.guide.pk]), {})
    return bool(response.status_code == 200)


def revert_to_an_old_version(by: Actor) -> bool:
    before, old = by.newest, by.guide.latest_revision
    drafted(by.guide)
    by.sends(reverse("wagtailadmin_pages:revisions_revert", args=[by.guide.pk, old.pk]), name_en=by.guide.name_en)
    return bool(by.newest.pk != before.pk and by.newest.user == by.user)


def see_a_draft_in_the_api(by: Actor) -> bool:
    page = factories.GuidePageFactory(parent=by.hall.civil_affairs, slug="draft", publish=False)
    return bool(by.client.get(f"/admin/api/main/pages/{page.pk}/").status_code == 200)


def copy_the_item(by: Actor) -> bool:
    parent = by.hall.civil_affairs.pk
    by.presses("copy", new_title="copy", new_slug="copy", new_parent_page=parent)
    return GuidePage.objects.filter(slug="copy").exists()


def save_a_draft(by: Actor) -> bool:
    by.sends(name_en="Changed")
    return bool(by.newest.content["name_en"] == "Changed" and by.newest.user == by.user)


def comment(by: Actor) -> bool:
    said = {"text": "这里请核实", "contentpath": "name_zh_hans", "position": "", "id": "", "resolved": "", "DELETE": ""}
    replies = {f"replies-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL")}
    form = {f"comments-0-{name}": value for name, value in {**said, **replies}.items()}
    by.sends(**{"comments-TOTAL_FORMS": "1", "comments-INITIAL_FORMS": "0"}, **form)
    return bool(Comment.objects.filter(user__username=by.user.username).exists())


def submit_for_review(by: Actor) -> bool:
    by.sends(**{"name_en": "Changed", "action-submit": "1"})
    return bool(stored(by.guide).workflow_in_progress)


def approve(by: Actor) -> bool:
    in_review(by.guide)
    decide(by.client, by.guide, "approve")
    return by.is_published()


def approve_ones_own(by: Actor) -> bool:
    in_review(by.guide, by.user if by.user.pk else None)
    decide(by.client, by.guide, "approve")
    return by.is_published()


def ask_for_changes(by: Actor) -> bool:
    in_review(by.guide)
    state = task_of(by.guide)
    decide(by.client, by.guide, "reject")
    state.refresh_from_db()
    return bool(state.status == TaskState.STATUS_REJECTED)


def _at_the_legal_check(by: Actor) -> None:
    in_review(by.guide, legal_check=True)
    task_of(by.guide).approve(user=factories.UserFactory(username="first"))


def approve_at_the_legal_check(by: Actor) -> bool:
    _at_the_legal_check(by)
    decide(by.client, by.guide, "approve")
    return by.is_published()


def preview_at_the_legal_check(by: Actor) -> bool:
    _at_the_legal_check(by)
    return by.sees("view_draft", by.guide.pk)


def publish_a_colleagues_draft(by: Actor) -> bool:
    drafted(by.guide)
    by.sends(**{"action-publish": "1"})
    return by.is_published()


def publish_ones_own_words(by: Actor) -> bool:
    by.sends(**{"name_en": "Changed", "action-publish": "1"})
    return by.is_published()


def publish_many_at_once(by: Actor) -> bool:
    drafted(by.guide)
    publish_many(by.client, by.guide)
    return by.is_published()


def publish_many_of_ones_own(by: Actor) -> bool:
    by.own_draft()
    publish_many(by.client, by.guide)
    return by.is_published()


def schedule(by: Actor) -> bool:
    drafted(by.guide)
    tomorrow = timezone.localtime() + dt.timedelta(days=1)
    by.sends(**{"action-publish": "1", "go_live_at": tomorrow.strftime("%Y-%m-%d %H:%M")})
    return bool(by.newest.approved_go_live_at)


def unpublish(by: Actor) -> bool:
    by.presses("unpublish")
    return not stored(by.guide).live


def lock(by: Actor) -> bool:
    by.presses("lock")
    return bool(stored(by.guide).locked)


def unlock_anothers_lock(by: Actor) -> bool:
    Page.objects.filter(pk=by.guide.pk).update(locked=True, locked_by=factories.UserFactory(username="colleague"))
    by.presses("unlock")
    return not stored(by.guide).locked


def certify(by: Actor) -> bool:
    GuidePage.objects.filter(pk=by.guide.pk).update(responsible_post_zh_hans="科长")
    by.client.post(reverse("certification:certify", args=[by.guide.pk]))
    return bool(stored(by.guide).certified_on)


def certify_many(by: Actor) -> bool:
    GuidePage.objects.filter(pk=by.guide.pk).update(responsible_post_zh_hans="科长")
    by.client.post(reverse("certification:index"), {"item": [by.guide.pk]})
    return bool(stored(by.guide).certified_on)


def delete_the_public_item(by: Actor) -> bool:
    by.presses("delete")
    return not GuidePage.objects.filter(pk=by.guide.pk).exists()


def delete_a_draft(by: Actor) -> bool:
    page = factories.GuidePageFactory(parent=by.hall.civil_affairs, slug="draft", publish=False)
    by.presses("delete", page.pk)
    return not GuidePage.objects.filter(pk=page.pk).exists()


def move_to_another_department(by: Actor) -> bool:
    by.presses("move_confirm", by.guide.pk, by.hall.public_security.pk)
    return bool(stored(by.guide).get_parent().pk == by.hall.public_security.pk)


def hide_from_readers(by: Actor) -> bool:
    by.presses("set_privacy", restriction_type="login")
    return bool(by.guide.view_restrictions.exists())


def change_anothers_file(by: Actor) -> bool:
    document = FormDocument(title="样表", uploaded_by_user=factories.UserFactory(username="colleague"))
    document.file.save("sample.pdf", ContentFile(b"%PDF-1.4"))
    return bool(by.client.get(reverse("wagtaildocs:edit", args=[document.pk])).status_code == 200)


def _gets(name: str) -> Callable[[Actor], bool]:
    return lambda by: bool(by.client.get(reverse(name)).status_code == 200)


def _on_page(name: str, *, with_version: bool = False) -> Callable[[Actor], bool]:
    return lambda by: by.sees(name, by.guide.pk, *([by.guide.latest_revision_id] if with_version else []))


DEEDS: dict[str, Callable[[Actor], bool]] = {
    "open the editor": _on_page("edit"),
    "preview the draft": _on_page("view_draft"),
    "see the history": _on_page("history"),
    "see an old version": _on_page("revisions_view", with_version=True),
    "compare versions": lambda by: by.sees(
        "revisions_compare", by.guide.pk, by.guide.latest_revision_id, by.guide.latest_revision_id
    ),
    "add an item": lambda by: by.sees("add", "guides", "guidepage", by.hall.civil_affairs.pk),
    "export": _gets("exchange:export"),
    "upload a file": _gets("wagtaildocs:add_multiple"),
    "upload a picture": _gets("wagtailimages:add_multiple"),
    "read the public page": read_the_public_page,
    "preview while typing": preview_while_typing,
    "revert to an old version": revert_to_an_old_version,
    "see a draft in the API": see_a_draft_in_the_api,
    "copy the item": copy_the_item,
    "save a draft": save_a_draft,
    "comment": comment,
    "submit for review": submit_for_review,
    "approve": approve,
    "approve one's own": approve_ones_own,
    "ask for changes": ask_for_changes,
    "approve at the legal check": approve_at_the_legal_check,
    "preview at the legal check": preview_at_the_legal_check,
    "publish a colleague's draft": publish_a_colleagues_draft,
    "publish one's own words": publish_ones_own_words,
    "publish many at once": publish_many_at_once,
    "publish many of one's own": publish_many_of_ones_own,
    "schedule": schedule,
    "unpublish": unpublish,
    "lock": lock,
    "unlock another's lock": unlock_anothers_lock,
    "certify": certify,
    "certify many": certify_many,
    "delete the public item": delete_the_public_item,
    "delete a draft": delete_a_draft,
    "move to another department": move_to_another_department,
    "hide from readers": hide_from_readers,
    "change another's file": change_anothers_file,
}
