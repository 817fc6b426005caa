"""The translator at her desk: everything by the keyboard, nothing lost, read aloud without faults."""

import re

import pytest
from playwright.sync_api import Dialog, Page, expect

from .cast import item_number, log_in
from .conftest import NewPage
from .test_accessibility import violations


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": 1280, "height": 900}, locale="en")
    log_in(page, "translator")
    page.goto(f"/admin/translations/{item_number(page, '持境外机动车驾驶证申领驾驶证')}/en/")
    return page


def test_a_text_is_translated_by_the_keyboard_alone(desk: Page) -> None:
    row = desk.locator("[data-row][data-open='1']").first
    number = str(row.locator("[name=address]").input_value())
    row.locator("textarea").focus()
    desk.keyboard.press("Alt+1")
    term = str(row.locator("[data-insert]").first.get_attribute("data-insert"))
    expect(row.locator("textarea")).to_have_value(term)
    desk.keyboard.press("Control+z")
    expect(row.locator("textarea")).to_have_value("")
    desk.keyboard.type("Written by hand.")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator(f"[data-row]:has([name=address][value='{number}']) [data-state]")).to_contain_text(
        re.compile("Saved|已保存")
    )
    focused = desk.evaluate("document.activeElement.closest('[data-row]').elements.address.value")
    assert focused != number
    desk.keyboard.press("Alt+ArrowUp")
    assert desk.evaluate("document.activeElement.closest('[data-row]').elements.address.value") != focused
    desk.reload()
    saved = desk.locator(f"[data-row]:has([name=address][value='{number}']) textarea")
    expect(saved).to_have_value("Written by hand.")


def test_what_is_written_and_not_saved_is_not_lost_by_leaving(desk: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", stay)
    desk.locator("textarea").first.fill("Not saved yet")
    desk.locator("a", has_text=re.compile("To translate|待翻译")).click()
    desk.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    expect(desk.locator("textarea").first).to_have_value("Not saved yet")


def test_the_desk_has_no_faults_for_those_who_do_not_see_it(desk: Page) -> None:
    assert violations(desk, ".desk") == []
