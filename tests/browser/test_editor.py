"""Editors at their work: a draft, a publication that everybody sees and finds, a refusal, a preview."""

import re

import pytest
from playwright.sync_api import Page, expect

from .cast import item_number, log_in
from .conftest import NewPage

IDENTITY_CARD = "/zh-hans/departments/public-security/identity-card/"
SUMMARY = "#id_summary_zh_hans"


@pytest.fixture
def desk(new_page: NewPage) -> Page:
    """An editor's browser."""
    return new_page(viewport={"width": 1400, "height": 1000}, locale="zh-CN")


def open_item(desk: Page, name: str) -> None:
    desk.goto(f"/admin/pages/{item_number(desk, name)}/edit/")


def press(desk: Page, label: str) -> None:
    """One of the buttons at the foot of the form, unfolding its menu when it is in there."""
    button = desk.locator("footer").get_by_role("button", name=label, exact=True)
    if not button.first.is_visible():
        desk.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.first.click()


def test_an_editor_submits_a_reviewer_publishes_and_the_citizen_reads_and_finds_it(
    desk: Page, page: Page, new_page: NewPage
) -> None:
    words = "丢了身份证当天就能补领的暗号松鼠鱼"
    log_in(desk, "editor-police")
    open_item(desk, "居民身份证")
    desk.fill(SUMMARY, words)
    press(desk, "保存草稿")
    expect(desk.locator(".messages")).to_be_visible()
    page.goto(IDENTITY_CARD)
    expect(page.locator("main")).not_to_contain_text(words)
    desk.fill("#id_change_reason", "新规定")
    press(desk, "提交给审核：雅安市公安局")
    expect(desk.locator(".messages")).to_be_visible()
    reviewer = new_page(viewport={"width": 1400, "height": 1000}, locale="zh-CN")
    log_in(reviewer, "reviewer")
    open_item(reviewer, "居民身份证")
    press(reviewer, "批准 和发布")
    expect(reviewer.locator(".messages")).to_be_visible()
    page.goto(IDENTITY_CARD)
    expect(page.locator(".lead")).to_have_text(words)
    page.goto("/zh-hans/search/?q=松鼠鱼")
    for _attempt in range(50):  # the worker takes the change into the index
        if page.get_by_role("link", name="居民身份证").count():
            break
        page.wait_for_timeout(300)
        page.reload()
    page.get_by_role("link", name="居民身份证").first.click()
    expect(page).to_have_url(re.compile(IDENTITY_CARD))


def test_publishing_without_a_required_element_names_it_and_loses_nothing(desk: Page) -> None:
    log_in(desk, "editor-police")
    open_item(desk, "居住证")
    desk.fill(SUMMARY, "")
    desk.fill("#id_everyday_names_zh_hans", "还没写完的暂住证")
    press(desk, "提交给审核：雅安市公安局")
    expect(desk.locator(".messages")).to_contain_text("概述")
    expect(desk.locator("#id_everyday_names_zh_hans")).to_have_value("还没写完的暂住证")
    press(desk, "保存草稿")
    expect(desk.locator(".messages .success")).to_be_visible()
    desk.goto("/zh-hans/departments/public-security/residence-permit/")
    expect(desk.locator("main")).not_to_contain_text("还没写完的暂住证")


def test_an_editor_of_another_department_is_refused(new_page: NewPage) -> None:
    police, social = new_page(locale="zh-CN"), new_page(locale="zh-CN")
    number = item_number(log_in(police, "editor-police"), "普通护照")
    log_in(social, "editor-social")
    response = social.goto(f"/admin/pages/{number}/edit/")
    assert response is not None
    expect(social).to_have_url(re.compile("/admin/$"))
    expect(social.locator(".messages")).to_contain_text("权限")


@pytest.mark.parametrize(
    ("mode", "heading"), [("zh-hans", "外国人住宿登记"), ("en", "Accommodation registration for foreign nationals")]
)
def test_the_preview_shows_the_item_as_it_will_be_in_each_language(desk: Page, mode: str, heading: str) -> None:
    log_in(desk, "reviewer")
    open_item(desk, "外国人住宿登记")
    desk.get_by_role("button", name="预览开关").click()
    frame = desk.frame_locator("iframe:not(.w-preview__proxy)")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    if mode == "en":
        desk.locator("select#id_preview_mode").select_option(mode)
    expect(frame.get_by_role("heading", level=1)).to_have_text(heading)


ADMIN_PAGES = [
    "",
    "pages/",
    "images/",
    "documents/",
    "reports/site-history/",
    "users/",
    "groups/",
    "exchange/",
    "account/",
    "snippets/",
]


def test_the_admin_asks_no_other_host(desk: Page) -> None:
    log_in(desk, "chief")
    for address in ADMIN_PAGES:
        response = desk.goto(f"/admin/{address}")
        assert response is not None
        assert response.status < 400, address
        desk.wait_for_load_state("networkidle")
    open_item(desk, "出生登记")
    desk.wait_for_load_state("networkidle")
