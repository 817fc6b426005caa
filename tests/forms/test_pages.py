"""Tables that go on on the next page, tables without lines, pages that are pictures."""

from forms_library.detection.detector import detect, is_scanned
from forms_library.detection.fields import ZoneKind
from forms_library.detection.layout import Page

from .sketch import Sketch, chinese_page


def test_a_list_that_goes_on_keeps_its_headings() -> None:
    first = Sketch().table([["姓名", "关系", "单位"], ["", "", ""]], top=740)
    second = Sketch().table([["", "", ""], ["", "", ""]], top=50)
    found = detect([first.page(0), second.page(1)])
    assert [field.label for field in found.fields if field.page == 1] == ["姓名", "关系", "单位"] * 2


def test_headings_at_the_end_of_a_page_head_the_next_one() -> None:
    first = Sketch().table([["姓名", "关系", "单位"]], top=740)
    second = Sketch().table([["", "", ""]], top=50)
    found = detect([first.page(0), second.page(1)])
    assert [field.label for field in found.fields] == ["姓名", "关系", "单位"]


def test_a_cell_cut_in_two_is_one_place() -> None:
    first = Sketch().table([["姓名", "", "电话", ""], ["理由", "", "<", "<"]], top=740)
    second = Sketch().table([["", "", "<", "<"]], top=50)
    found = detect([first.page(0), second.page(1)])
    assert [field.label for field in found.fields] == ["姓名", "电话", "理由"]
    assert [page for page, _rect in found.fields[-1].more] == [1]


def test_a_new_table_on_the_next_page_is_a_new_table() -> None:
    first = Sketch().table([["姓名", "关系"], ["", ""]], top=700)
    second = chinese_page().text(200, 40, "企业基本情况登记表").table([["名称", ""]], top=80)
    found = detect([first.page(0), second.page(1)])
    assert [field.label for field in found.fields if field.page == 1] == ["名称"]


def test_the_offices_part_goes_on_on_the_next_page() -> None:
    first = chinese_page().text(50, 700, "以下由税务机关填写：").table([["编号", ""]], top=730)
    second = Sketch().table([["管户", ""]], top=50)
    found = detect([first.page(0), second.page(1)])
    assert found.fields == ()
    assert {zone.kind for zone in found.zones} == {ZoneKind.OFFICE}


def test_rows_between_rules_are_found_without_uprights() -> None:
    sketch = chinese_page()
    for at in (100, 124, 148, 172):
        sketch.rule(50, 450, at)
    sketch.text(55, 107, "年度").text(180, 107, "收入").text(330, 107, "人数").text(55, 131, "2024").text(
        55, 155, "2025"
    )
    assert sketch.labels() == ["收入", "人数"] * 2


def test_numbered_rows_are_found_without_any_line() -> None:
    sketch = chinese_page().text(50, 100, "序号        姓名              单位            电话")
    sketch.text(55, 124, "1").text(55, 148, "2").text(55, 172, "3")
    assert sketch.labels() == ["姓名", "单位", "电话"] * 3


def test_a_title_between_two_rules_is_no_table() -> None:
    assert chinese_page().rule(50, 545, 100).text(200, 105, "收费标准").rule(50, 545, 120).fields() == ()


def test_a_picture_of_a_page_is_known_as_one() -> None:
    assert is_scanned(Page(0, 595, 842, pictures=0.95))
    assert not is_scanned(Page(0, 595, 842, pictures=0.1))


def test_an_empty_page_has_nothing_to_fill_in() -> None:
    assert detect([Page(0, 595, 842)]).fields == ()
