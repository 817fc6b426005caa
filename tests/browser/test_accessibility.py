"""axe finds nothing, on every type of page, in both languages, on a desk and on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import NewPage
from .places import HEAVY, LANGUAGES, PAGES

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # the others take longer to write down than to find
}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True, "device_scale_factor": 2}


def violations(page: Page, part: str | None = None) -> list[str]:
    """What axe finds in a page, or in a part of it (a selector)."""
    page.wait_for_load_state()  # without its styles a page has other faults
    found = Axe().run(page, part, options=RULES).response["violations"]
    return [f"{rule['id']}: {rule['help']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_a_desk_and_on_a_phone_and_nothing_is_wider(
    new_page: NewPage, kind: str, language: str
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"/{language}/{PAGES[kind]}")
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_when_everything_is_unfolded(page: Page, language: str) -> None:
    page.goto(f"/{language}/{HEAVY}")
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "item of business", "results", "department", "topics"])
def test_text_of_double_size_is_neither_cut_off_nor_covered(
    new_page: NewPage, kind: str, width: int, language: str
) -> None:
    page = new_page(viewport={"width": width, "height": 900})
    page.goto(f"/{language}/{PAGES[kind]}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut_off = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(element => {
            const hides = getComputedStyle(element).overflowX === 'hidden'
            return hides && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
        }).map(element => element.outerHTML.slice(0, 120))"""
    )
    assert cut_off == []
