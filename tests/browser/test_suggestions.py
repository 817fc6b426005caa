"""Suggestions below the search box, by keyboard, by mouse and for those who listen."""

import re

import pytest
from playwright.sync_api import Page, expect

from .test_accessibility import violations


@pytest.fixture
def typing(page: Page) -> Page:
    """A reader who has typed the beginning of 身份证 in pinyin."""
    page.goto("/zh-hans/")
    page.get_by_role("combobox").press_sequentially("shenfenz")
    expect(page.get_by_role("option").first).to_be_visible()
    return page


def test_a_suggestion_is_chosen_by_keyboard(typing: Page) -> None:
    box = typing.get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    first = typing.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", re.compile("suggestions-0$"))
    expect(box).to_have_value(re.compile("身份证"))
    box.press("Enter")
    expect(typing).to_have_url(re.compile("/zh-hans/search/"))
    expect(typing.get_by_role("heading", level=1)).to_contain_text("身份证")


def test_escape_gives_back_what_was_typed(typing: Page) -> None:
    box = typing.get_by_role("combobox")
    box.press("ArrowUp")
    box.press("Escape")
    expect(box).to_have_value("shenfenz")
    expect(box).to_have_attribute("aria-expanded", "false")


def test_a_suggestion_is_chosen_by_mouse(typing: Page) -> None:
    typing.get_by_role("option").first.click()
    expect(typing).to_have_url(re.compile("/zh-hans/search/"))


def test_those_who_listen_are_told(typing: Page) -> None:
    expect(typing.locator("[aria-live]")).to_contain_text("方向键")


def test_axe_finds_nothing_in_an_open_list(typing: Page) -> None:
    assert violations(typing) == []


def test_what_was_typed_without_choosing_is_searched_for(typing: Page) -> None:
    typing.get_by_role("combobox").press("Enter")
    expect(typing).to_have_url(re.compile("q=shenfenz"))
