"""Items that are cancelled, merged, delegated, moved, taken off or deleted: their addresses say so."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from guides.codes import ChangeKind, ItemStatus
from guides.listing import public_guides
from guides.models import GuidePage, Withdrawal
from guides.record.withdrawing import NotWithdrawnError, withdraw
from knowledge.models import District
from tests import factories
from tests.admin.steps import decide
from tests.conftest import Hall

from .conftest import last

REASON = {"reason_zh_hans": "国发〔2026〕8号决定取消", "reason_en": "Cancelled by decision 8 of 2026"}


def address(guide: GuidePage, language: str = "zh-hans", department: str = "civil-affairs") -> str:
    return f"/{language}/departments/{department}/{guide.slug}/"


@pytest.fixture
def successor(hall: Hall) -> GuidePage:
    return factories.GuidePageFactory(parent=hall.public_security, slug="successor", name_zh_hans="婚姻一件事")


def end(guide: GuidePage, **values: Any) -> GuidePage:
    withdraw(Withdrawal(guide=guide, **{"kind": "cancelled", **REASON, **values}), None)
    return GuidePage.objects.get(pk=guide.pk)


@pytest.mark.parametrize("kind", ["cancelled", "merged", "delegated", "moved"])
def test_it_says_what_became_of_it_and_where_to_go(
    guide: GuidePage, successor: GuidePage, client: Client, kind: str
) -> None:
    district = District.objects.create(code="511802", name_zh_hans="雨城区", name_en="Yucheng", level="county")
    end(guide, kind=kind, successor=successor, district=district, body_zh_hans="各乡镇便民服务中心")
    assert last(guide).kind == ChangeKind(kind)
    assert last(guide).reason_zh_hans == REASON["reason_zh_hans"]
    response = client.get(address(guide))
    html = response.content.decode()
    assert response.status_code == 200
    for words in (REASON["reason_zh_hans"], "婚姻一件事", "雨城区", "各乡镇便民服务中心", f"{address(guide)}record/"):
        assert words in html
    assert "What to bring" not in html
    assert REASON["reason_en"] in client.get(address(guide, "en")).content.decode()


def test_it_leaves_lists_and_keeps_its_short_address(guide: GuidePage, client: Client) -> None:
    end(guide)
    assert not public_guides().filter(pk=guide.pk).exists()
    assert client.get(f"/i/{guide.task_code}/").headers["Location"] == address(guide)


def test_a_successor_that_readers_cannot_see_is_not_linked(
    guide: GuidePage, successor: GuidePage, client: Client
) -> None:
    end(guide, kind="merged", successor=successor)
    successor.unpublish()
    assert "婚姻一件事" not in client.get(address(guide)).content.decode()


def test_an_item_with_unpublished_work_is_not_ended(guide: GuidePage) -> None:
    guide.save_revision(clean=False)
    with pytest.raises(NotWithdrawnError):
        end(guide)
    assert not Withdrawal.objects.exists()


def form(**values: Any) -> dict[str, Any]:
    return {"kind": "cancelled", "since": "2026-05-03", **REASON, **values}


def test_an_editor_ends_an_item_and_offers_it_again_and_somebody_else_approves_both(
    guide: GuidePage, civil_affairs_editor: Client, reviewer: Client
) -> None:
    url = reverse("record:withdraw", args=[guide.pk])
    assert url in civil_affairs_editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    assert civil_affairs_editor.post(url, form()).status_code == 302
    guide.refresh_from_db()
    assert guide.status == ItemStatus.IN_USE, "nobody has approved it yet"
    decide(reviewer, guide, "approve")
    guide.refresh_from_db()
    assert (guide.status, last(guide).kind) == (ItemStatus.CANCELLED, ChangeKind.CANCELLED)
    for deed in (form(kind="moved", body_zh_hans="雅安市政务服务局"), {"deed": "restore"}):
        civil_affairs_editor.post(url, deed)
        assert last(guide).kind == ChangeKind.CANCELLED, "what readers are told is for reviewers to change"
    reviewer.post(url, form(kind="moved", body_zh_hans="雅安市政务服务局"))
    assert last(guide).kind == ChangeKind.MOVED


def test_an_item_is_offered_again_when_somebody_else_has_approved_it(
    guide: GuidePage, reviewer: Client, admin: Client
) -> None:
    end(guide)
    reviewer.post(reverse("record:withdraw", args=[guide.pk]), {"deed": "restore"})
    assert Withdrawal.objects.exists()
    decide(admin, guide, "approve")
    guide.refresh_from_db()
    assert (guide.status, last(guide).kind) == (ItemStatus.IN_USE, ChangeKind.RESTORED)
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"kind": "merged"}, {"kind": "delegated"}, {"kind": "moved"}, {"reason_zh_hans": ""}, {"since": "soon"}]
)
def test_what_is_missing_is_asked_for(guide: GuidePage, admin: Client, wrong: dict[str, str]) -> None:
    response = admin.post(reverse("record:withdraw", args=[guide.pk]), form(**wrong))
    assert response.status_code == 200
    assert response.context["form"].errors
    guide.refresh_from_db()
    assert guide.status == ItemStatus.IN_USE


def test_nobody_ends_an_item_of_another_department(
    guide: GuidePage, public_security_editor: Client, translator: Client, window_clerk: Client, client: Client
) -> None:
    url = reverse("record:withdraw", args=[guide.pk])
    for somebody in (public_security_editor, translator, window_clerk, client):
        assert somebody.post(url, form()).status_code in (302, 403)
    guide.refresh_from_db()
    assert guide.status == ItemStatus.IN_USE


# --- addresses at which nothing stands any more -------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_deleted_item_leaves_a_page_at_its_address_and_code(guide: GuidePage, client: Client, language: str) -> None:
    guide.delete()
    response = client.get(address(guide, language))
    assert response.status_code == 410
    html = response.content.decode()
    assert (guide.name_zh_hans if language == "zh-hans" else "Marriage registration") in html
    assert f"{address(guide, language)}record/" in html
    assert client.get(f"{address(guide, language)}record/").status_code == 200
    assert client.get(f"/{language}/i/{guide.task_code}/").status_code == 410


def test_an_item_that_was_taken_off_says_so(guide: GuidePage, client: Client) -> None:
    guide.unpublish()
    response = client.get(address(guide))
    assert response.status_code == 404
    assert guide.name_zh_hans in response.content.decode()


def test_an_item_that_was_never_published_is_not_known(hall: Hall, client: Client) -> None:
    draft = factories.GuidePageFactory(parent=hall.civil_affairs, slug="draft", publish=False, name_zh_hans="草稿事项")
    assert "草稿事项" not in client.get(address(draft)).content.decode()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_old_addresses_of_a_moved_item_lead_to_it(
    guide: GuidePage, hall: Hall, client: Client, language: str
) -> None:
    guide.move(hall.public_security, pos="last-child")
    response = client.get(address(guide, language))
    assert response.status_code == 301
    assert response.headers["Location"] == address(guide, language, "public-security")


def test_the_old_address_of_a_renamed_department_leads_to_its_items(
    guide: GuidePage, hall: Hall, client: Client
) -> None:
    hall.civil_affairs.slug = "civil"
    hall.civil_affairs.save()
    response = client.get(address(guide, "en"))
    assert response.headers["Location"] == address(guide, "en", "civil")


def test_a_new_item_at_an_old_address_comes_first(guide: GuidePage, hall: Hall, client: Client) -> None:
    slug = guide.slug
    guide.delete()
    new = factories.GuidePageFactory(parent=hall.civil_affairs, slug=slug, name_zh_hans="新的事项")
    assert "新的事项" in client.get(address(new)).content.decode()
    assert client.get(f"{address(new)}record/").content.decode().count('class="record-entry"') == 1


def test_other_addresses_are_not_found_as_before(hall: Hall, client: Client) -> None:
    for path in ("/zh-hans/nothing/", "/en/departments/civil-affairs/nothing/", "/zh-hans/%00/", "/static/none.css"):
        assert client.get(path).status_code == 404


def test_words_that_a_reviewer_refuses_are_forgotten(
    guide: GuidePage, civil_affairs_editor: Client, reviewer: Client
) -> None:
    civil_affairs_editor.post(reverse("record:withdraw", args=[guide.pk]), form())
    assert Withdrawal.objects.exists()
    decide(reviewer, guide, "reject")
    assert not Withdrawal.objects.exists()
