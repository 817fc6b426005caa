"""Where to go, on the page: a few places stand open, the others unfold one by one."""

import pytest
from django.test import Client
from django.utils.html import conditional_escape

from guides.models import GuidePage, Window
from guides.reading_rows import OPEN_DESKS, Rows
from tests import factories
from tests.conftest import Hall
from translations.reading import Reading


def guide_with_places(hall: Hall, count: int) -> GuidePage:
    windows = [Window(place=factories.ServicePointFactory()) for _ in range(count)]
    guide: GuidePage = factories.GuidePageFactory(parent=hall.civil_affairs, windows=windows)
    return guide


def test_the_first_places_stand_open_and_the_others_are_folded(hall: Hall) -> None:
    desks = Rows(Reading(guide_with_places(hall, OPEN_DESKS + 2), "zh-hans")).desks
    assert [desk.folded for desk in desks] == [False] * OPEN_DESKS + [True, True]


def test_a_window_without_a_name_to_fold_under_stands_open(hall: Hall) -> None:
    guide = guide_with_places(hall, OPEN_DESKS)
    guide.windows.add(Window(address_zh_hans="雅安市雨城区示范路9号"))
    guide.save()
    assert not Rows(Reading(guide, "zh-hans")).desks[-1].folded


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_folded_place_says_as_much_as_an_open_one(hall: Hall, client: Client, language: str) -> None:
    guide = guide_with_places(hall, OPEN_DESKS + 1)
    last = Rows(Reading(guide, language)).desks[-1]
    page = client.get(f"/{language}/departments/civil-affairs/{guide.slug}/").content.decode()
    folded = page.split('<li class="desk">')[-1].split("</li>")[0]
    assert folded.count("<details>") == 1
    for told in (last.hall, last.address, last.hours, last.phone):
        assert conditional_escape(str(told)) in folded
    assert f'href="/{language}/places/' in folded
