"""Empty cells are called what a reader would call them."""

import pytest

from forms_library.detection.fields import FieldKind, GroupKind, ZoneKind

from .sketch import Sketch, chinese_page


def test_a_cell_is_called_by_the_name_on_its_left() -> None:
    assert Sketch().table([["姓名", "", "性别", ""], ["住址", "", "<", "<"]]).labels() == ["姓名", "性别", "住址"]


@pytest.mark.parametrize("printed", ["姓  名", "* 姓名", "姓名：", "1.姓名", "（1）姓名", "姓名:"])
def test_white_stars_numbers_and_colons_are_no_part_of_a_name(printed: str) -> None:
    assert Sketch().table([[printed, ""]]).labels() == ["姓名"]


def test_cells_of_a_list_are_called_by_their_heading() -> None:
    found = Sketch().table([["姓名", "关系", "单位"], ["", "", ""], ["", "", ""]]).labels()
    assert found == ["姓名", "关系", "单位"] * 2


def test_numbers_of_rows_are_no_names() -> None:
    assert Sketch().table([["序号", "姓名"], ["1", ""], ["2", ""]]).labels() == ["姓名", "姓名"]


def test_a_table_with_names_of_rows_and_columns_has_both_in_its_labels() -> None:
    found = Sketch().table([["", "变更前", "变更后"], ["名称", "", ""], ["住所", "", ""]]).labels()
    assert found == ["名称 变更前", "名称 变更后", "住所 变更前", "住所 变更后"]


def test_the_empty_corner_of_such_a_table_is_not_to_be_filled_in() -> None:
    assert len(Sketch().table([["", "上年", "本年"], ["收入", "", ""]]).fields()) == 2


def test_headings_above_headings_are_part_of_the_name() -> None:
    rows = [["姓名", "收入情况", "<"], ["^", "工资", "经营"], ["", "", ""]]
    assert Sketch().table(rows).labels() == ["姓名", "收入情况 工资", "收入情况 经营"]


def test_a_low_empty_row_between_two_parts_is_only_white() -> None:
    assert Sketch().table([["姓名", ""], ["", "<"], ["电话", ""]]).labels() == ["姓名", "电话"]


def test_what_fills_up_a_heading_is_not_to_be_filled_in() -> None:
    rows = [["姓名", "身份证件", "<", "电话"], ["^", "种类", "号码", ""], ["", "", "", ""]]
    assert Sketch().table(rows).labels() == ["姓名", "身份证件 种类", "身份证件 号码", "电话"]


def test_an_example_in_a_list_names_nothing() -> None:
    found = Sketch().table([["姓名", "关系", "收入"], ["", "本人", ""], ["", "", ""]]).labels()
    assert found == ["姓名", "收入", "姓名", "关系", "收入"]


def test_a_name_below_a_list_begins_something_new() -> None:
    rows = [["姓名", "关系", "单位", "电话"], ["", "", "", ""], ["地址", "", "邮编", ""]]
    assert Sketch().table(rows).labels()[-2:] == ["地址", "邮编"]


def test_the_name_of_a_section_is_no_name_of_its_cells() -> None:
    rows = [["申请人情况", "姓名", ""], ["^", "性别", ""]]
    assert Sketch().table(rows).labels() == ["姓名", "性别"]


def test_a_name_over_several_empty_rows_names_them_all() -> None:
    assert Sketch().table([["主要经历", ""], ["^", ""], ["^", ""]]).labels() == ["主要经历"] * 3


def test_the_title_of_a_part_is_no_heading_of_its_values() -> None:
    rows = [["甲方", "<", "乙方", "<"], ["姓名", "", "姓名", ""], ["电话", "", "电话", ""]]
    assert Sketch().table(rows).labels() == ["姓名", "姓名", "电话", "电话"]


def test_opinions_side_by_side_are_called_by_what_stands_above_them() -> None:
    sketch = Sketch().table([["社区意见", "街道意见"]], column=200).frame(50, 124, 250, 220).frame(250, 124, 450, 220)
    sketch.text(120, 190, "（盖章）  年  月  日").text(320, 190, "（盖章）  年  月  日")
    assert [zone.label for zone in sketch.detect().zones] == ["社区意见", "街道意见"]


def test_a_total_has_its_row_and_its_column_in_the_label() -> None:
    rows = [["项目", "金额"], ["", ""], ["合计", ""]]
    assert Sketch().table(rows).labels()[-1] == "合计 金额"


def test_a_cell_with_a_unit_is_a_place_for_a_number_of_it() -> None:
    field = Sketch().table([["用地面积", "平方米"]]).fields()[0]
    assert (field.label, field.unit, field.kind) == ("用地面积", "平方米", FieldKind.NUMBER)


def test_a_cell_with_a_hint_is_still_a_place() -> None:
    field = Sketch().table([["地址", "（请填写省市县）"]], row=60, column=150).fields()[0]
    assert (field.label, field.hint) == ("地址", "（请填写省市县）")


def test_writing_keeps_off_what_is_printed_in_the_cell() -> None:
    field = Sketch().table([["用地面积", "公顷"]]).fields()[0]
    printed = 50 + 90 + 5
    assert field.room.x0 >= printed + 20 or field.room.x1 <= printed


def test_a_table_in_which_all_is_printed_has_no_place() -> None:
    assert Sketch().table([["材料", "要求"], ["身份证", "复印件"]]).fields() == ()


def test_a_row_of_narrow_boxes_is_one_number() -> None:
    sketch = Sketch().frame(50, 100, 140, 124).text(55, 107, "身份证号码")
    for index in range(18):
        sketch.frame(140 + 20 * index, 100, 160 + 20 * index, 124)
    (field,) = sketch.fields()
    assert (field.label, field.kind, len(field.parts)) == ("身份证号码", FieldKind.ID_NUMBER, 18)


def test_a_large_cell_is_for_a_long_text() -> None:
    assert Sketch().table([["申请理由", ""]], row=80, column=200).fields()[0].kind is FieldKind.LONG_TEXT


def test_rows_of_a_list_are_a_group() -> None:
    found = Sketch().table([["姓名", "关系"], ["", ""], ["", ""], ["", ""]]).detect()
    (group,) = found.groups
    assert group.kind is GroupKind.ROWS
    assert [len(row) for row in group.rows] == [2, 2, 2]


@pytest.mark.parametrize("label", ["审核意见", "社区意见", "主管部门审批意见", "受理人", "村民委员会意见"])
def test_what_the_office_fills_in_is_no_field(label: str) -> None:
    found = Sketch().table([["姓名", ""], [label, ""]]).detect()
    assert [field.label for field in found.fields] == ["姓名"]
    assert [(zone.label, zone.kind) for zone in found.zones] == [(label, ZoneKind.OFFICE)]


def test_seal_and_date_in_the_offices_cell_are_part_of_its_zone() -> None:
    sketch = (
        Sketch()
        .table([["审核意见", ""]], row=90, column=240)
        .text(330, 165, "（盖章）")
        .text(420, 165, "年    月    日")
    )
    found = sketch.detect()
    assert found.fields == ()
    assert [zone.kind for zone in found.zones] == [ZoneKind.OFFICE]


def test_below_the_words_that_the_office_fills_in_nothing_is_a_field() -> None:
    sketch = chinese_page().table([["姓名", ""]]).text(50, 140, "以下由受理机关工作人员填写：")
    found = sketch.table([["编号", ""], ["日期", ""]], top=170).detect()
    assert [field.label for field in found.fields] == ["姓名"]
    assert {zone.label for zone in found.zones} == {"编号", "日期"}


def test_signatures_are_never_filled_in() -> None:
    found = Sketch().table([["姓名", "签名"], ["", ""]]).detect()
    assert [zone.kind for zone in found.zones] == [ZoneKind.SIGNATURE]


def test_the_place_for_a_photograph_stays_empty() -> None:
    found = Sketch().frame(50, 100, 150, 220).text(70, 150, "一寸照片").detect()
    assert found.fields == ()
    assert [zone.kind for zone in found.zones] == [ZoneKind.PHOTO]


def test_a_small_name_in_the_corner_of_a_cell_names_that_cell() -> None:
    sketch = Sketch().frame(50, 100, 250, 140).frame(250, 100, 450, 140)
    sketch.text(54, 103, "企业名称", 7).text(254, 103, "成立日期", 7)
    assert sketch.labels() == ["企业名称", "成立日期"]


def test_a_sure_place_needs_no_review_and_a_nameless_one_does() -> None:
    named = Sketch().table([["姓名", ""]]).fields()[0]
    nameless = Sketch().frame(50, 100, 250, 140).fields()
    assert not named.needs_review
    assert all(field.needs_review for field in nameless)
