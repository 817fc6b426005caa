"""Nobody publishes what they wrote, by whichever way; what they wrote is kept, and they are told why."""

import datetime as dt
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Workflow, WorkflowTask

from guides.models import GuidePage
from knowledge import staff
from knowledge.models import DepartmentPage, User
from knowledge.review.authors import OwnTextError, authors, may_publish
from knowledge.review.content import said
from portal.jobs import publish_scheduled
from tests import factories
from tests.conftest import Hall

from .browser import banner, form_values, submit
from .steps import decide, drafted, in_review, publish_many, stored, task_of

OWN = "须由他人审核并发布"


def user(name: str) -> User:
    return User.objects.get(username=name)


def published_name(guide: GuidePage) -> str:
    return str(stored(guide).name_en)


def followed(client: Client, response: Any) -> Any:
    return client.get(response["Location"])


# --- the rule -----------------------------------------------------------------------------------------------------


def test_who_changed_something_since_what_readers_have_is_an_author(guide: GuidePage) -> None:
    first, second = (factories.UserFactory(username=name) for name in ("first", "second"))
    drafted(guide, first, name_en="One")
    page = drafted(guide, second, name_en="Two")
    assert authors(page.latest_revision) == {first.pk, second.pk}
    page.latest_revision.publish()
    page = drafted(guide, second, name_en="Three")
    assert authors(page.latest_revision) == {second.pk}


def test_who_changed_nothing_is_no_author(guide: GuidePage) -> None:
    writer, onlooker = (factories.UserFactory(username=name) for name in ("writer", "onlooker"))
    drafted(guide, writer)
    page = drafted(guide, onlooker, change_reason="说明", translation_reviewed_en=False, go_live_at=timezone.now())
    assert authors(page.latest_revision) == {writer.pk}
    assert may_publish(onlooker, page.latest_revision)


def test_a_draft_that_says_what_readers_have_is_nobodys(guide: GuidePage) -> None:
    writer = factories.UserFactory(username="writer")
    drafted(guide, writer, name_en="Changed")
    page = drafted(guide, writer, name_en=guide.name_en)
    assert authors(page.latest_revision) == frozenset()


def test_an_unpublished_page_counts_from_what_was_public(guide: GuidePage) -> None:
    writer = factories.UserFactory(username="writer")
    drafted(guide, writer).latest_revision.publish()
    stored(guide).unpublish()
    page = drafted(guide, factories.UserFactory(username="other"), name_en="Later")
    assert may_publish(writer, page.latest_revision)


def test_a_version_is_compared_by_what_it_says() -> None:
    one = {
        "pk": 1,
        "name_en": "a\r\nb",
        "remarks_en": '<p data-block-key="x1">c</p>',
        "steps": [{"pk": None, "page": 1}],
    }
    other = {"pk": 2, "name_en": "a\nb", "remarks_en": "<p>c</p>", "steps": [{"pk": 7, "page": 2}], "summary_en": None}
    assert said(one) == said(other)
    assert said(one) != said({**other, "promised_days": 0})


# --- every way to the public --------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["reviewer", "admin"])
def test_what_one_writes_oneself_stays_a_draft_and_one_is_told(
    request: pytest.FixtureRequest, guide: GuidePage, who: str
) -> None:
    client: Client = request.getfixturevalue(who)
    response = submit(client, guide, "publish", name_en="My own")
    assert OWN in banner(followed(client, response))
    assert published_name(guide) == guide.name_en
    assert stored(guide).get_latest_revision_as_object().name_en == "My own"


def test_of_many_pages_one_s_own_are_named_and_none_is_published(
    reviewer: Client, hall: Hall, guide: GuidePage
) -> None:
    other = factories.GuidePageFactory(parent=hall.public_security, slug="other", publish=False)
    drafted(guide, user("reviewer"))
    response = publish_many(reviewer, guide, other)
    assert guide.title in banner(followed(reviewer, response))
    assert not stored(other).live
    publish_many(reviewer, other)
    assert stored(other).live


def test_whatever_else_publishes_is_refused_too(reviewer: Client, guide: GuidePage) -> None:
    page = drafted(guide, user("reviewer"))
    with pytest.raises(OwnTextError, match=OWN):
        page.latest_revision.publish(user=user("reviewer"))
    page.latest_revision.publish()  # a command of nobody's
    assert published_name(guide) != guide.name_en


def test_an_old_version_is_brought_back_by_two(reviewer: Client, second_reviewer: Client, guide: GuidePage) -> None:
    old = guide.latest_revision
    drafted(guide).latest_revision.publish()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[guide.pk, old.pk])
    values = form_values(reviewer.get(address).content.decode())
    reviewer.post(address, {**values, "action-publish": "1"})
    assert published_name(guide) != guide.name_en
    publish_many(second_reviewer, guide)
    assert published_name(guide) == guide.name_en


def test_a_schedule_is_made_by_somebody_else_and_kept_by_the_worker(reviewer: Client, guide: GuidePage) -> None:
    drafted(guide, go_live_at=timezone.now() + dt.timedelta(hours=1))
    publish_many(reviewer, guide)
    revision = stored(guide).latest_revision
    assert revision.approved_go_live_at
    past = timezone.now() - dt.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    publish_scheduled()
    assert published_name(guide) != guide.name_en


# --- the workflow -------------------------------------------------------------------------------------------------


def test_an_editor_submits_and_a_reviewer_approves(
    civil_affairs_editor: Client, reviewer: Client, guide: GuidePage
) -> None:
    submit(civil_affairs_editor, guide, "submit", name_en="Changed")
    assert published_name(guide) == guide.name_en
    assert task_of(guide).task.name == "审核"
    decide(reviewer, guide, "approve")
    assert published_name(guide) == "Changed"


def test_who_changes_the_text_while_approving_it_has_not_approved_it(
    reviewer: Client, second_reviewer: Client, guide: GuidePage
) -> None:
    in_review(guide)
    response = submit(reviewer, guide, "workflow-action", **{"workflow-action-name": "approve", "name_en": "Mended"})
    assert OWN in banner(followed(reviewer, response))
    assert stored(guide).get_latest_revision_as_object().name_en == "Mended"
    assert published_name(guide) == guide.name_en
    decide(second_reviewer, guide, "approve")
    assert published_name(guide) == "Mended"


def test_where_a_legal_check_is_on_it_is_the_second_step(
    reviewer: Client, legal_reviewer: Client, guide: GuidePage
) -> None:
    in_review(guide, legal_check=True)
    assert legal_reviewer.get(reverse("wagtailadmin_pages:view_draft", args=[guide.pk])).status_code == 302
    decide(reviewer, guide, "approve")
    assert published_name(guide) == guide.name_en
    assert task_of(guide).task.name == "法制审核"
    decide(legal_reviewer, guide, "approve")
    assert published_name(guide) != guide.name_en


def test_a_legal_check_follows_the_department_s_setting(hall: Hall) -> None:
    def steps() -> list[str]:
        tasks = WorkflowTask.objects.filter(workflow__workflow_pages__page=hall.civil_affairs)
        return [task.task.name for task in tasks.order_by("sort_order")]

    assert steps() == ["审核"]
    department = DepartmentPage.objects.get(pk=hall.civil_affairs.pk)
    department.legal_check = True
    department.save_revision().publish()
    assert steps() == ["审核", "法制审核"]
    call_command("prepare_staff", no_legal_check=["civil-affairs"], stdout=StringIO())
    assert steps() == ["审核"]
    with pytest.raises(CommandError, match="no-such"):
        call_command("prepare_staff", legal_check=["no-such"])


def test_preparing_takes_publishing_from_editors_and_changes_nothing_the_second_time(hall: Hall) -> None:
    group = staff.editors_of(hall.civil_affairs)
    staff._allow_pages(group, hall.civil_affairs, ["publish_page"])
    Workflow.objects.all().delete()
    for _time in range(2):
        call_command("prepare_staff", stdout=StringIO())
        codenames = GroupPagePermission.objects.filter(group=group).values_list("permission__codename", flat=True)
        assert set(codenames) == {"add_page", "change_page", "lock_page"}
        assert Workflow.objects.count() == DepartmentPage.objects.count()
