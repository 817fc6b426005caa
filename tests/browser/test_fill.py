"""Filling in a form of the demonstration in a browser: by keyboard, on a phone, with and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import NewPage
from .test_accessibility import PHONE, violations

FORM = "departments/civil-affairs/form-elder-allowance/"
NAME, NUMBER = "姓名", "公民身份号码"
LANGUAGES = ("zh-hans", "en")
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('hall-form-')).length"


def open_form(page: Page, language: str = "zh-hans") -> Page:
    """From the page of the form, as readers come."""
    page.goto(f"/{language}/{FORM}")
    page.get_by_role("link", name="在线填写" if language == "zh-hans" else "Fill in online").first.click()
    expect(page.locator("#fill")).to_be_visible()
    return page


def control(page: Page, label: str) -> str:
    """The selector of the first control with this label."""
    found = page.locator("#fill label", has_text=label).first.get_attribute("for")
    assert found
    return f"[id='{found}']"


def press(page: Page, name: str) -> None:
    page.locator(".fill-buttons").get_by_role("button", name=name).click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_is_filled_in_looked_at_and_downloaded(new_page: NewPage, tmp_path: Path, scripts: bool) -> None:
    page = open_form(new_page(java_script_enabled=scripts, accept_downloads=True))
    required = page.locator("#fill [required]")
    for number in range(required.count()):
        one = required.nth(number)
        mode = one.get_attribute("inputmode") or ""
        one.fill("13800000000" if mode == "tel" else "2026-01-08" if one.get_attribute("type") == "date" else "某某")
    page.fill(control(page, NUMBER), "11010519491231002X")
    press(page, "检查并预览")
    expect(page.locator(".fill-pictures img").first).to_be_visible()
    with page.expect_download() as download:
        page.locator(".fill-result").get_by_role("button", name="下载填好的表格").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename.endswith(".pdf")


def test_what_is_wrong_is_read_first_and_leads_to_its_field(page: Page) -> None:
    open_form(page)
    page.fill(control(page, NUMBER), "123")
    press(page, "检查并预览")
    summary = page.locator(".fill-errors")
    expect(summary).to_be_focused()
    summary.get_by_role("link", name=NUMBER).click()
    expect(page.locator(control(page, NUMBER))).to_be_focused()
    expect(page.locator(control(page, NUMBER))).to_have_value("123")


def test_it_goes_by_keyboard_alone(page: Page) -> None:
    open_form(page)
    page.locator(control(page, NAME)).focus()
    page.keyboard.type("欧阳某某")
    page.locator(control(page, NUMBER)).focus()
    page.keyboard.type("123")
    page.keyboard.press("Enter")
    expect(page.locator(".fill-errors")).to_be_focused()
    expect(page.locator(control(page, NAME))).to_have_value("欧阳某某")


def test_answers_stay_in_the_browser_only_where_they_are_asked_to(page: Page) -> None:
    open_form(page)
    page.fill(control(page, NAME), "欧阳某某")
    assert page.evaluate(KEPT) == 0
    page.get_by_label("填写时把内容保存在本浏览器中").check()
    assert page.evaluate(KEPT) == 1
    page.reload()
    expect(page.locator(control(page, NAME))).to_have_value("欧阳某某")
    page.get_by_role("button", name="从本浏览器中删除填写内容").click()
    assert page.evaluate(KEPT) == 0
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    expect(page.locator(control(page, NAME))).to_have_value("")


def test_answers_in_a_file_are_read_again(new_page: NewPage, tmp_path: Path) -> None:
    page = open_form(new_page(accept_downloads=True))
    page.fill(control(page, NAME), "欧阳某某")
    with page.expect_download() as download:
        page.get_by_role("button", name="把填写内容保存为文件").click()
    kept = tmp_path / "answers.json"
    download.value.save_as(kept)
    other = open_form(new_page())
    other.set_input_files("#fill-file", kept)
    other.get_by_role("button", name="读入文件").click()
    expect(other.locator(control(other, NAME))).to_have_value("欧阳某某")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_that_holds_no_answers_loses_nothing(new_page: NewPage, tmp_path: Path, scripts: bool) -> None:
    page = open_form(new_page(java_script_enabled=scripts))
    page.fill(control(page, NAME), "欧阳某某")
    other = tmp_path / "other.json"
    other.write_text("{}")
    page.set_input_files("#fill-file", other)
    page.get_by_role("button", name="读入文件").click()
    expect(page.locator(".fill-errors")).to_be_visible()
    expect(page.locator(control(page, NAME))).to_have_value("欧阳某某")


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_before_and_after(new_page: NewPage, language: str) -> None:
    page = open_form(new_page(**PHONE), language)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator(".fill-buttons button").first.click()
    expect(page.locator(".fill-errors")).to_be_visible()
    assert violations(page) == []
