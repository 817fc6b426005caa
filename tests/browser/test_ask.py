"""A reader asks on a phone without scripts; an editor answers by keyboard; the reader reads the reply."""

import re

from playwright.sync_api import expect

from .cast import log_in
from .conftest import NewPage

TYPING = 3200  # milliseconds: what is sent sooner was not typed by a person
QUESTION = "星期天可以来迁户口吗"


def test_a_question_goes_all_the_way_and_comes_back_answered(new_page: NewPage) -> None:
    reader = new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    reader.goto("/zh-hans/departments/public-security/household-move/")
    reader.get_by_role("link", name="就这个事项咨询").click()
    reader.locator("textarea").fill(QUESTION)
    reader.wait_for_timeout(TYPING)
    reader.get_by_role("button", name="下一步").click()
    expect(reader.locator(".ask-question")).to_contain_text(QUESTION)
    reader.get_by_role("button", name="发送给部门").click()
    reference = reader.locator(".ask-reference strong").inner_text()

    editor = log_in(new_page(locale="zh-CN"), "editor-police")
    editor.goto("/admin/consultations/")
    editor.get_by_role("link", name=QUESTION).press("Enter")
    editor.locator("#reply").press_sequentially("不可以，窗口周末休息。")
    editor.get_by_role("button", name="发出答复").press("Enter")
    expect(editor.get_by_text("答复已发出")).to_be_visible()

    reader.goto("/en/ask/status/")
    reader.locator("#ask-code").fill(reference.lower())
    reader.get_by_role("button", name="Look up").click()
    expect(reader.get_by_text("不可以，窗口周末休息。")).to_be_visible()
    assert reference not in reader.url
    reader.get_by_role("button", name=re.compile("^Yes")).click()
    expect(reader.get_by_text("Thank you")).to_be_visible()
