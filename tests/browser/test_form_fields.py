"""An editor goes over the fields of a form: by keyboard, by mouse, with a colleague, with a broken connection."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.forms.synthesis.model import Form, Paragraph, Table, Words, empty, words
from tests.forms.synthesis.paper import Paper
from tests.forms.synthesis.pen import has_font

from .cast import item_number, log_in
from .conftest import NewPage
from .test_accessibility import violations

FORM = Form(
    "residence",
    [
        Paragraph([Words("居住证申领登记表")], 16, "centre", after=10),
        Table(
            [1, 2, 1, 2],
            [
                [words("姓名"), empty("姓名"), words("联系电话"), empty("联系电话")],
                [words("备注"), empty("备注", span=3)],
            ],
            [26.0, 26.0],
        ),
    ],
)
SAID, PROBLEM = "[data-said]", "[data-problem]"


@pytest.fixture
def desk(new_page: NewPage, tmp_path: Path) -> Page:
    """The page of the fields of a new draft, with three fields."""
    if not has_font():
        pytest.skip("fonts-wqy-microhei is not installed")
    page = new_page(viewport={"width": 1400, "height": 1000}, locale="zh-CN")
    log_in(page, "editor-police")
    new_draft(page, tmp_path)
    page.get_by_role("link", name="填写项").click()
    expect(page.locator("[data-row]")).to_have_count(3)
    expect(page.locator("[data-box]").first).to_be_visible()  # its script is there
    return page


def new_draft(page: Page, folder: Path) -> None:
    """Make a form of the police, and upload its file."""
    department = item_number(page, "公安局")
    page.goto(f"/admin/pages/add/forms_library/formpage/{department}/")
    page.fill("#id_name_zh_hans", f"居住证申领登记表 {folder.name}")
    page.get_by_role("tab", name="设置").click()
    page.fill("#id_slug", re.sub("[^a-z0-9]+", "-", folder.name))
    page.get_by_role("button", name="保存草稿").first.click()
    expect(page.locator(".messages .success")).to_be_visible()
    number = page.url.split("/")[-3]
    path = folder / "form.pdf"
    path.write_bytes(Paper(FORM).draw())
    page.goto(f"/admin/forms/{number}/upload/")
    page.set_input_files("input[type=file]", path)
    page.get_by_role("button", name="上传并检查").click()
    page.wait_for_url(f"**/admin/forms/{number}/1/", timeout=60_000)


def box(desk: Page, name: str) -> Locator:
    return desk.locator("[data-box]").and_(desk.get_by_role("button", name=re.compile(name)))


def row(desk: Page, label: str) -> Locator:
    """The row with this name in its input."""
    return desk.locator("[data-row]").filter(has=desk.locator(f'[name=label][value="{label}"]'))


def left_of(place: Locator) -> float:
    return float(str(place.get_attribute("data-left")))


def said(desk: Page, words: str) -> None:
    expect(desk.locator(SAID)).to_contain_text(words)


def test_everything_is_done_by_keyboard(desk: Page) -> None:
    name = box(desk, "1 姓名")
    before = left_of(name)
    name.focus()
    press(desk, "ArrowRight", "ArrowDown")
    said(desk, "按 Esc 恢复原位")
    desk.keyboard.press("Escape")
    said(desk, "未作改动")
    assert left_of(name) == before
    press(desk, "ArrowRight", "ArrowRight", "Alt+ArrowRight", "Shift+ArrowLeft", "Enter")
    said(desk, "位置已保存")
    desk.reload()
    assert left_of(box(desk, "1 姓名")) == pytest.approx(before + 12, abs=0.2)

    box(desk, "1 姓名").focus()
    press(desk, "n", "Escape")
    said(desk, "未作改动")
    expect(desk.locator("[data-new]")).to_have_count(0)
    expect(box(desk, "1 姓名")).to_be_focused()
    press(desk, "n", "Alt+ArrowDown", "Shift+ArrowRight", "Enter")
    said(desk, "已画出新的填写项")
    expect(desk.locator("[data-box]:focus")).to_have_attribute("aria-label", re.compile("未命名"))
    desk.keyboard.press("Enter")
    desk.keyboard.type("户籍地址")
    desk.keyboard.press("Escape")
    said(desk, "已保存")
    desk.keyboard.press("c")
    said(desk, "填写项已确认")
    expect(row(desk, "户籍地址")).to_have_class(re.compile("field-confirmed"))

    desk.keyboard.press("s")
    said(desk, "已拆分")
    expect(desk.locator("[data-row]")).to_have_count(5)
    desk.keyboard.press("Delete")
    said(desk, "可以恢复")
    expect(desk.locator("[data-row]")).to_have_count(4)
    expect(desk.locator("[data-box]:focus")).to_have_count(1)
    desk.keyboard.press("Control+z")
    said(desk, "已撤销")
    expect(desk.locator("[data-row]")).to_have_count(5)
    box(desk, "户籍地址").focus()
    desk.keyboard.press("m")
    said(desk, "已合并")
    expect(desk.locator("[data-row]")).to_have_count(4)


def press(desk: Page, *keys: str) -> None:
    for key in keys:
        desk.keyboard.press(key)


def test_boxes_that_were_drawn_are_put_together_to_one_question(desk: Page) -> None:
    desk.locator("summary", has_text="按坐标添加填写项").click()
    form = desk.locator("[data-typed=draw]")
    for number, name in enumerate(("男", "女")):
        for label, value in (("距左", 100 + 40 * number), ("距上", 400), ("宽", 12), ("高", 12)):
            form.get_by_label(label).fill(str(value))
        form.get_by_label("名称").fill(name)
        form.get_by_label("类型").select_option("option")
        form.get_by_role("button", name="添加填写项").click()
        expect(box(desk, name)).to_have_count(1)
    box(desk, "男").click()
    box(desk, "女").click(modifiers=["Shift"])
    desk.keyboard.press("g")
    desk.keyboard.type("性别")
    desk.keyboard.press("Enter")
    said(desk, "合为一个选项组")
    question = desk.locator("[data-question]")
    expect(question.get_by_label("名称", exact=True)).to_be_focused()
    expect(question.get_by_label("选法")).to_have_value("1")
    expect(desk.locator("[data-box][aria-pressed=true]")).to_have_count(2)

    question.get_by_label("选法").select_option("")
    said(desk, "已保存")
    question.get_by_label("女").check()
    question.get_by_role("button", name="把勾选的项拆成新选项组").click()
    said(desk, "已拆成新的选项组")
    expect(desk.locator("[data-question]")).to_have_count(2)
    desk.keyboard.type("其他")
    desk.locator("[data-question]").first.get_by_role("button", name="解散选项组").click()
    said(desk, "已解散")
    expect(desk.locator("[data-question]").get_by_label("名称", exact=True)).to_have_value("其他")
    assert violations_beside_boxes(desk) == []


def test_a_drag_is_let_go_with_escape(desk: Page) -> None:
    name = box(desk, "1 姓名")
    before, place = left_of(name), name.bounding_box()
    assert place is not None
    x, y = place["x"] + place["width"] / 2, place["y"] + place["height"] / 2
    desk.mouse.move(x, y)
    desk.mouse.down()
    desk.mouse.move(x + 60, y + 20, steps=4)
    assert left_of(name) > before
    desk.keyboard.press("Escape")
    desk.mouse.up()
    assert left_of(name) == before


def test_a_box_that_is_put_over_another_one_is_told(desk: Page) -> None:
    box(desk, "1 姓名").focus()
    press(desk, *["Shift+Alt+ArrowRight"] * 30, "Enter")
    said(desk, "它压住了：2 联系电话")
    expect(row(desk, "联系电话").locator(".field-over")).to_contain_text("1 姓名")
    desk.get_by_role("button", name="撤销").click()
    expect(desk.locator(".field-over")).to_have_count(0)


def test_everything_is_done_by_mouse(desk: Page) -> None:
    paper = desk.locator("[data-paper]").bounding_box()
    assert paper is not None
    x, y = paper["x"] + 80, paper["y"] + paper["height"] / 2
    drag(desk, (x, y), (x + 150, y + 30))
    said(desk, "已画出新的填写项")
    drawn = desk.locator("[data-box][aria-pressed=true]")
    start = left_of(drawn)
    middle = drawn.bounding_box()
    assert middle is not None
    x, y = middle["x"] + middle["width"] / 2, middle["y"] + middle["height"] / 2
    drag(desk, (x, y), (x + 40, y + 10))
    said(desk, "位置已保存")
    assert left_of(desk.locator("[data-box][aria-pressed=true]")) > start + 30

    chosen = desk.locator(".field-chosen")
    chosen.get_by_label("名称", exact=True).fill("单位名称")
    chosen.get_by_role("button", name="确认").click()  # leaving the input saves it first
    said(desk, "填写项已确认")
    expect(row(desk, "单位名称")).to_have_class(re.compile("field-confirmed"))
    row(desk, "单位名称").locator("summary").click()
    row(desk, "单位名称").get_by_role("button", name="采用").click()
    said(desk, "英文名称已采用")
    expect(row(desk, "单位名称").get_by_label("英文名称")).to_have_value("Name of the organisation")

    box(desk, "备注").click()
    expect(row(desk, "备注")).to_have_class(re.compile("field-chosen"))
    row(desk, "备注").get_by_role("button", name="删除").click()
    said(desk, "可以恢复")
    desk.get_by_role("button", name="恢复: 备注").click()
    said(desk, "填写项已恢复")
    expect(row(desk, "备注")).to_have_count(1)
    desk.get_by_role("button", name="接受全部有把握的").click()
    expect(desk.locator("[data-row].field-confirmed")).to_have_count(4)
    desk.get_by_label("开放在线填写").check()
    said(desk, "已保存")
    desk.reload()
    expect(desk.get_by_label("开放在线填写")).to_be_checked()


def drag(desk: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    desk.mouse.move(*start)
    desk.mouse.down()
    desk.mouse.move(*end, steps=5)
    desk.mouse.up()


def test_what_a_colleague_did_is_told_and_what_was_typed_stays(desk: Page, new_page: NewPage) -> None:
    colleague = log_in(new_page(locale="zh-CN"), "reviewer")
    colleague.goto(desk.url)
    row(colleague, "备注").get_by_role("button", name="删除").click()
    expect(colleague.locator("[data-row]")).to_have_count(2)
    name = row(desk, "姓名").get_by_label("名称", exact=True)
    name.fill("申请人姓名")
    desk.keyboard.press("Enter")
    expect(desk.locator(PROBLEM)).to_contain_text("其他人已修改")
    expect(desk.locator("[data-row]")).to_have_count(2)
    first = desk.locator("[data-row]").first.get_by_label("名称", exact=True)
    expect(first).to_have_value("申请人姓名")
    first.press("Enter")
    said(desk, "已保存")
    expect(box(desk, "1 申请人姓名")).to_have_count(1)


def test_a_broken_connection_loses_nothing(desk: Page) -> None:
    def break_off(route: Route) -> None:
        route.abort() if route.request.method == "POST" else route.continue_()

    desk.route("**/fields/", break_off)
    box(desk, "备注").focus()
    desk.keyboard.press("Delete")
    expect(desk.locator(PROBLEM)).to_contain_text("没有丢失")
    desk.unroute("**/fields/", break_off)
    desk.get_by_role("button", name="重试").click()
    said(desk, "可以恢复")
    expect(desk.locator("[data-row]")).to_have_count(2)


def test_a_trial_shows_the_form_filled_in(desk: Page) -> None:
    desk.get_by_role("button", name="试填").click()
    expect(desk.locator(".help-block[role=status]")).to_contain_text("3 个填写项已填写并读回", timeout=60_000)
    assert desk.locator(".fields-paper img").evaluate("image => image.naturalWidth") == 900
    assert violations(desk, "main") == []


def test_axe_finds_nothing_in_the_page_of_the_fields(desk: Page) -> None:
    assert violations_beside_boxes(desk) == []
    desk.evaluate("document.querySelectorAll('main details').forEach(details => { details.open = true })")
    box(desk, "备注").click()
    assert violations_beside_boxes(desk) == []


def violations_beside_boxes(desk: Page) -> list[str]:
    """A box is as large as its place on the paper; its row is the larger target (WCAG 2.5.8, equivalent)."""
    small = re.compile("^target-size: .*data-box=")
    return [found for found in violations(desk, "main") if not small.search(found)]


def test_without_scripts_a_field_is_renamed_and_deleted(desk: Page, new_page: NewPage) -> None:
    plain = new_page(locale="zh-CN", java_script_enabled=False)
    plain.context.add_cookies(desk.context.cookies())  # type: ignore[arg-type]
    plain.goto(desk.url)
    expect(plain.locator("svg.boxes-drawn rect")).to_have_count(3)
    row(plain, "备注").get_by_label("名称", exact=True).fill("其他说明")
    row(plain, "备注").get_by_role("button", name="确认").click()
    expect(row(plain, "其他说明")).to_have_class(re.compile("field-confirmed"))
    row(plain, "其他说明").get_by_role("button", name="删除").click()
    expect(plain.locator("[data-row]")).to_have_count(2)
    plain.get_by_role("button", name="撤销").click()
    expect(plain.locator("[data-row]")).to_have_count(3)
