"""The results that readers open are counted; nothing is needed for opening them."""

import re

from playwright.sync_api import Locator, Page, expect

from .cast import log_in
from .conftest import NewPage

FIRST = ".hit a.card-link"
TELLS = re.compile("/search/clicks/")


def row(reviewer: Page, query: str) -> Locator:
    """How often a query was asked (2) and a result opened (4), as the report shows it."""
    reviewer.goto(f"/admin/searches/most-searched/?q={query}")
    return reviewer.locator("table.listing tbody tr").first.locator("td")


def test_opening_a_result_by_mouse_or_in_a_new_tab_is_counted(page: Page, new_page: NewPage) -> None:
    for how in ({}, {"modifiers": ["Control"]}, {"button": "middle"}):
        page.goto("/zh-hans/search/?q=居民身份证")
        with page.expect_request(TELLS):
            page.locator(FIRST).first.click(**how)
    reviewer = log_in(new_page(locale="zh-CN"), "reviewer")
    expect(row(reviewer, "居民身份证").nth(4)).to_have_text("3")


def test_without_scripts_results_are_opened_and_searches_counted(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/zh-hans/search/?q=护照签发")
    page.locator(FIRST).first.click()
    expect(page).to_have_url(re.compile("/departments/"))
    reviewer = log_in(new_page(locale="zh-CN"), "reviewer")
    cells = row(reviewer, "护照签发")
    assert (cells.nth(2).inner_text(), cells.nth(4).inner_text()) == ("1", "0")


def test_an_opened_page_is_counted_once_it_is_seen(page: Page) -> None:
    with page.expect_response(re.compile("/openings/")) as told:
        page.goto("/zh-hans/departments/")
    assert told.value.status == 204
