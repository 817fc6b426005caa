"""An administrator takes a table into the hall, looks at it first, and takes it back."""

import re
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from .cast import log_in

NAME = "不动产登记资料查询（浏览器测试）"


def filled_template(path: Path) -> None:
    book = load_workbook(path)
    headings = [cell.value for cell in book["items"][1]]
    values = {"task_code": "11511800MB1500000A2000000000999", "department": "tax", "name_zh_hans": NAME}
    for heading, value in values.items():
        book["items"].cell(3, headings.index(heading) + 1, value)
    book.save(path)


def wait_until(page: Page, state: str) -> None:
    """The page renews itself until the task is done."""
    expect(page.locator("main p[role=status]")).to_contain_text(state, timeout=60_000)


def test_a_table_is_downloaded_checked_taken_over_and_taken_back(page: Page, tmp_path: Path) -> None:
    log_in(page, "chief")
    page.goto("/admin/exchange/")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载空白模板").click()
    table = tmp_path / "items.xlsx"
    download.value.save_as(table)
    filled_template(table)

    page.set_input_files("input[type=file]", table)
    page.get_by_role("button", name="检查文件").click()
    wait_until(page, "检查完毕")
    expect(page.locator("main")).to_contain_text("11511800MB1500000A2000000000999")
    page.get_by_role("button", name="确认导入").click()
    wait_until(page, "已导入")
    run = page.url
    response = page.goto("/zh-hans/i/11511800MB1500000A2000000000999/")
    assert response is not None
    assert response.status == 404  # a draft: somebody else publishes it
    page.goto(f"/admin/pages/search/?q={NAME}")
    expect(page.locator("main")).to_contain_text(NAME)
    page.goto(run)
    page.get_by_role("button", name=re.compile("撤销")).click()
    wait_until(page, "已撤销")
    response = page.goto("/zh-hans/i/11511800MB1500000A2000000000999/")
    assert response is not None
    assert response.status == 404


def test_a_file_that_is_no_table_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    log_in(page, "chief")
    page.goto("/admin/exchange/")
    wrong = tmp_path / "items.xlsx"
    wrong.write_text("hello")
    page.set_input_files("input[type=file]", wrong)
    page.get_by_role("button", name="检查文件").click()
    expect(page.locator("main")).to_contain_text("XLSX", timeout=30_000)
