"""A citizen finds an item, reads it in two languages, prints it: with a mouse, with a keyboard, without scripts."""

import io
import re

import pdfplumber
import pytest
from playwright.sync_api import Page, expect

from .conftest import NewPage
from .places import HEAVY, LANGUAGES

BIRTH = "departments/public-security/birth-registration/"
LODGING = "departments/public-security/foreigner-accommodation-registration/"


def text_of_pdf(page: Page) -> str:
    """What is on paper, without white space: lines break anywhere."""
    with pdfplumber.open(io.BytesIO(page.pdf(prefer_css_page_size=True))) as document:
        return re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in document.pages))


def test_from_a_question_to_the_item_to_english_to_paper(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_url(re.compile("/zh-hans/$"))
    page.get_by_label("您想办什么事？").first.fill("外国朋友住在家里要登记吗")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("外国朋友住在家里要登记吗")
    page.get_by_role("link", name="外国人住宿登记").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("外国人住宿登记")
    expect(page.get_by_role("heading", name="一目了然")).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("护照")
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile(f"/en/{LODGING}$"))
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Accommodation registration for foreign nationals")
    paper = text_of_pdf(page)
    code = page.locator(".guide-meta .code").inner_text()
    assert f"/i/{code}/" in paper
    assert "应当在入住后二十四小时内由本人或者留宿人" in paper  # the article's words, folded on the screen
    assert "Skiptothecontent" not in paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_address_leads_to_the_item(page: Page, language: str) -> None:
    page.goto(f"/{language}/{HEAVY}")
    heading = page.get_by_role("heading", level=1).inner_text()
    page.goto(f"/{language}/i/{page.locator('.guide-meta .code').inner_text()}/")
    expect(page).to_have_url(re.compile(f"/{language}/{HEAVY}$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def test_the_words_of_an_article_unfold(page: Page) -> None:
    page.goto(f"/zh-hans/{BIRTH}")
    words = page.locator(".basis blockquote").first
    expect(words).to_be_hidden()
    page.locator(".basis summary").first.click()
    expect(words).to_be_visible()


def test_everything_works_without_scripts(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="zh-CN")
    page.goto("/zh-hans/")
    page.locator("#main").get_by_role("searchbox").fill("身份证")
    page.keyboard.press("Enter")
    page.locator(".hits").get_by_role("link", name="居民身份证").first.click()
    page.locator(".basis summary").first.click()
    expect(page.locator(".basis blockquote").first).to_be_visible()
    page.get_by_role("link", name="English").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto(f"/zh-hans/{BIRTH}")
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_keyboard_reaches_everything_and_shows_where_it_is(page: Page) -> None:
    page.goto(f"/en/{BIRTH}")
    reached = []
    for _press in range(400):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const element = document.activeElement
                if (element === document.body) return null
                const style = getComputedStyle(element)
                return [element.outerHTML.slice(0, 100), style.outlineStyle !== 'none' || style.boxShadow !== 'none']
            }"""
        )
        if seen is None:
            break
        reached.append(seen)
    assert [what for what, visible in reached if not visible] == []
    focusable = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(element => element.checkVisibility()).length"""
    )
    assert len(reached) == focusable


def test_the_browsers_language_chooses_the_home_page(new_page: NewPage) -> None:
    page = new_page(locale="en-GB")
    page.goto("/")
    expect(page).to_have_url(re.compile("/en/$"))


def test_an_item_without_reviewed_english_says_so_and_shows_chinese(page: Page) -> None:
    page.goto("/en/departments/health/medical-institution-licence/")
    expect(page.get_by_role("heading", level=1).locator('[lang="zh-Hans"]')).to_be_visible()
    expect(page.locator("main")).to_contain_text("English")


def test_a_question_that_nothing_answers_shows_ways_on(page: Page) -> None:
    page.goto("/zh-hans/search/?q=qqqqzzzz")
    expect(page.get_by_role("status")).to_contain_text("qqqqzzzz")
    expect(page.locator("#main").get_by_role("combobox")).to_have_value("qqqqzzzz")
    page.get_by_role("link", name="12345").first.focus()
