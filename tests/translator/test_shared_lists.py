"""Shared lists in two languages: what becomes outdated, what readers are told, and translating an entry."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.test import Client

from guides.models import GuidePage
from knowledge.models import ServicePoint
from tests.factories import ServicePointFactory
from translations.freshness.states import State
from translations.models import SharedText

NEW_ADDRESS = "雅安市雨城区新民路99号"


@pytest.fixture
def place(hall: Any) -> ServicePoint:
    point: ServicePoint = ServicePointFactory(address_zh_hans="雅安市雨城区正街1号", address_en="1 Zhengjie Street")
    return point


def text_of(place: ServicePoint, field: str = "address") -> SharedText:
    kind = ContentType.objects.get_for_model(ServicePoint)
    return SharedText.objects.get(content_type=kind, object_id=place.pk, field=field, language="en")


def move(place: ServicePoint, **more: str) -> None:
    """The place moves; ``more`` may hold the new English."""
    for name, value in {"address_zh_hans": NEW_ADDRESS, **more}.items():
        setattr(place, name, value)
    place.save()


def desk(place: ServicePoint) -> str:
    return f"/admin/translations/lists/{ContentType.objects.get_for_model(place).pk}/{place.pk}/en/"


def form(client: Client, place: ServicePoint) -> dict[str, str]:
    """What the entry's form holds."""
    soup = BeautifulSoup(client.get(desk(place)).content, "lxml")
    boxes = {str(box["name"]): box.get_text().removeprefix("\n") for box in soup.select("textarea[name^=text-]")}
    hidden = {str(box["name"]): str(box["value"]) for box in soup.select("input[name^=seen-]")}
    return boxes | hidden


def test_english_that_stays_while_the_chinese_changes_is_outdated(place: ServicePoint) -> None:
    assert text_of(place).state is State.REVIEWED
    move(place)
    assert text_of(place).state is State.OUTDATED
    assert text_of(place).outdated_on is not None
    assert text_of(place, "name").state is State.REVIEWED


def test_english_that_is_changed_with_the_chinese_is_current(place: ServicePoint) -> None:
    move(place, address_en="99 Xinmin Road")
    assert text_of(place).state is State.REVIEWED


def test_going_back_to_the_chinese_of_before_makes_it_current_again(place: ServicePoint) -> None:
    before = place.address_zh_hans
    move(place)
    move(place, address_zh_hans=before)
    assert text_of(place).state is State.REVIEWED


def test_what_is_known_goes_with_the_entry(place: ServicePoint) -> None:
    kind, key = ContentType.objects.get_for_model(place), place.pk
    place.delete()
    assert not SharedText.objects.filter(content_type=kind, object_id=key).exists()


def test_entries_of_before_are_taken_as_current_once(place: ServicePoint) -> None:
    SharedText.objects.all().delete()
    call_command("record_texts", verbosity=0)
    assert text_of(place).state is State.REVIEWED
    move(place)
    call_command("record_texts", verbosity=0)
    assert text_of(place).state is State.OUTDATED


def test_readers_of_english_get_the_present_chinese_address_too(client: Client, place: ServicePoint) -> None:
    address = f"/en/places/{place.slug}/"
    assert NEW_ADDRESS not in client.get(address).content.decode()
    move(place)
    soup = BeautifulSoup(client.get(address).content, "lxml")
    beside = soup.select_one('.stale-beside [lang="zh-Hans"]')
    assert beside is not None
    assert beside.get_text() == NEW_ADDRESS


def test_an_item_tells_it_of_the_place_it_sends_people_to(
    client: Client, guide: GuidePage, place: ServicePoint
) -> None:
    guide.translation_reviewed_en = True
    window: Any = guide.windows.first()
    window.place, window.address_zh_hans, window.address_en = place, "", ""
    window.save()
    guide.save()
    move(place)
    soup = BeautifulSoup(client.get(guide.url.replace("/zh-hans/", "/en/")).content, "lxml")
    assert NEW_ADDRESS in [text.get_text() for text in soup.select('.stale-beside [lang="zh-Hans"]')]
    assert "Parts of this translation" not in soup.get_text(), "the page itself is up to date"


def test_the_list_shows_what_is_outdated(translator: Client, place: ServicePoint) -> None:
    assert place.name_zh_hans not in translator.get("/admin/translations/lists/").content.decode()
    move(place)
    assert desk(place) in translator.get("/admin/translations/lists/").content.decode()


def test_a_translator_says_that_it_still_holds(translator: Client, place: ServicePoint) -> None:
    move(place)
    assert translator.post(desk(place), form(translator, place)).status_code == 302
    assert text_of(place).state is State.REVIEWED
    assert text_of(place).target == "1 Zhengjie Street"


def test_a_translator_writes_new_english_and_no_chinese(translator: Client, place: ServicePoint) -> None:
    move(place)
    sent = {**form(translator, place), "text-address": " 99 Xinmin Road ", "address_zh_hans": "改了"}
    translator.post(desk(place), sent)
    place.refresh_from_db()
    assert (place.address_en, place.address_zh_hans) == ("99 Xinmin Road", NEW_ADDRESS)


def test_what_was_changed_meanwhile_is_not_overwritten(translator: Client, place: ServicePoint) -> None:
    sent = {**form(translator, place), "text-address": "What I wrote"}
    move(place)
    answer = translator.post(desk(place), sent)
    assert answer.status_code == 422
    assert "What I wrote" in answer.content.decode()
    place.refresh_from_db()
    assert place.address_en == "1 Zhengjie Street"


def test_a_text_too_long_is_refused_and_not_lost(translator: Client, place: ServicePoint) -> None:
    answer = translator.post(desk(place), {**form(translator, place), "text-name": "long " * 100})
    assert answer.status_code == 422
    assert "long long" in answer.content.decode()


@pytest.mark.parametrize("role", ["civil_affairs_editor", "window_clerk", "citizen"])
def test_others_do_not_translate_lists(request: pytest.FixtureRequest, role: str, place: ServicePoint) -> None:
    client: Client = request.getfixturevalue(role)
    client.post(desk(place), {"text-name": "By me"})
    place.refresh_from_db()
    assert place.name_en != "By me"


@pytest.mark.parametrize("address", ["0/1/en", "1/1/en"])
def test_an_entry_that_is_not_there_is_not_found(translator: Client, address: str) -> None:
    assert translator.get(f"/admin/translations/lists/{address}/").status_code == 404


def test_no_language_but_those_of_the_hall(translator: Client, place: ServicePoint) -> None:
    assert translator.get(desk(place).replace("/en/", "/de/")).status_code == 404
