"""The desk, by keyboard alone, on the screen of an old machine."""

import re

import pytest
from playwright.sync_api import Page, expect

from .cast import log_in
from .conftest import NewPage
from .test_accessibility import violations

CARD = "#desk-card-name"
FIRST_SEARCH = 30_000  # milliseconds: the server reads its dictionaries when somebody asks


@pytest.fixture
def clerk(new_page: NewPage) -> Page:
    page = log_in(new_page(locale="zh-CN", viewport={"width": 1280, "height": 720}), "clerk")
    page.goto("/zh-hans/desk/")
    return page


def ask(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.locator(CARD)).to_be_visible(timeout=FIRST_SEARCH)


def test_the_answer_is_on_the_first_screen_and_everything_has_a_key(clerk: Page) -> None:
    expect(clerk.locator("#desk-q")).to_be_focused()
    clerk.keyboard.press("Escape")
    ask(clerk, "居住证要带什么")
    expect(clerk.locator(CARD)).to_contain_text("居住证申领")
    expect(clerk.locator(".asked")).to_be_in_viewport(ratio=1)
    expect(clerk.locator("[data-desk-status]")).to_have_text("居住证申领")
    clerk.keyboard.press("Escape")
    clerk.keyboard.press("f")
    expect(clerk.get_by_role("button", name="取消收藏")).to_be_visible()
    clerk.keyboard.press("q")
    expect(clerk.locator("img[src$='qr.svg']")).to_be_visible()
    clerk.keyboard.press("?")
    expect(clerk.locator("[data-desk-keys]")).to_be_visible()
    clerk.keyboard.press("Escape")
    clerk.keyboard.press("p")
    clerk.wait_for_url(re.compile("/desk/sheet/"))
    expect(clerk.locator("section[lang=en]")).to_be_visible()
    clerk.keyboard.press("Escape")
    clerk.wait_for_url(re.compile(r"/desk/\?item="))


def test_arrows_go_through_the_results_and_back_goes_back(clerk: Page) -> None:
    clerk.keyboard.press("Escape")
    ask(clerk, "护照")
    first = clerk.locator(CARD).inner_text()
    clerk.keyboard.press("ArrowDown")
    clerk.keyboard.press("Enter")
    expect(clerk.locator(CARD)).not_to_have_text(first)
    clerk.go_back()
    expect(clerk.locator(CARD)).to_have_text(first)


def test_what_could_not_be_answered_is_noted_by_one_key_and_taken_back_by_another(clerk: Page) -> None:
    clerk.keyboard.press("Escape")
    ask(clerk, "护照 彩票")
    clerk.keyboard.press("Escape")
    clerk.keyboard.press("n")
    expect(clerk.get_by_text("已记下")).to_be_visible()
    clerk.keyboard.press("u")
    expect(clerk.get_by_text("已撤销")).to_be_visible()


def test_keys_do_nothing_while_somebody_types(clerk: Page) -> None:
    clerk.locator("#desk-q").press_sequentially("pnfq?")
    expect(clerk.locator("#desk-q")).to_have_value("pnfq?")
    expect(clerk.locator("[data-desk-keys]")).to_be_hidden()


@pytest.mark.parametrize("address", ["/zh-hans/desk/?q=居住证", "/en/desk/?q=work permit"])
def test_nothing_is_in_the_way_of_a_screen_reader(clerk: Page, address: str) -> None:
    clerk.goto(address)
    assert violations(clerk) == []
