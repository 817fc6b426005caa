"""Places on lines of text, in cells and in the open."""

import pytest

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind, GroupKind, ZoneKind

from .sketch import Sketch, chinese_page


def only(sketch: Sketch) -> Field:
    (field,) = sketch.fields()
    return field


@pytest.mark.parametrize("blank", ["________", "＿＿＿＿", "…………"])
def test_printed_blanks_are_places(blank: str) -> None:
    assert only(chinese_page().text(50, 100, f"姓名：{blank}")).label == "姓名"


def test_a_drawn_rule_is_a_place() -> None:
    field = only(chinese_page().text(50, 100, "姓名：").rule(80, 180, 112))
    assert (field.label, field.rect.x0, field.rect.x1) == ("姓名", 80, 180)


def test_a_second_line_to_write_on_has_the_name_of_the_first() -> None:
    found = chinese_page().text(50, 100, "申请事由：").rule(100, 350, 112).rule(50, 350, 132).labels()
    assert found == ["申请事由"] * 2


def test_a_short_line_that_belongs_to_nothing_is_no_place() -> None:
    assert chinese_page().rule(50, 200, 600).text(50, 660, "注释说明文字").fields() == ()


def test_underlined_words_are_no_place() -> None:
    assert chinese_page().text(50, 100, "授权委托书").rule(50, 100, 112).fields() == ()


def test_white_after_a_colon_is_a_place() -> None:
    assert chinese_page().text(50, 100, "姓名：          性别：____").labels() == ["姓名", "性别"]


def test_the_end_of_a_line_after_a_colon_is_a_place() -> None:
    assert only(chinese_page().text(50, 100, "填表日期：")).label == "填表日期"


@pytest.mark.parametrize(
    "words", ["注：", "填表说明：", "提交材料如下：", "雅安市市场监督管理局：", "一、申请条件：", "谨此声明："]
)
def test_a_colon_that_announces_something_asks_for_nothing(words: str) -> None:
    assert chinese_page().text(50, 100, words).fields() == ()


def test_white_before_a_title_is_no_place() -> None:
    assert chinese_page().text(230, 60, "公司登记（备案）申请书").fields() == ()


def test_white_before_the_name_of_a_body_is_a_place() -> None:
    assert len(chinese_page().text(230, 60, "有限公司，住所在雅安市").fields()) == 1


def test_a_colon_before_a_list_asks_for_nothing() -> None:
    assert chinese_page().text(50, 100, "办理步骤：").text(50, 116, "1.提交申请，领取回执").fields() == ()


def test_blanks_in_a_sentence_are_called_by_the_words_before_them() -> None:
    found = chinese_page().text(50, 100, "经核查，现将申请人______（统一社会信用代码：______）").labels()
    assert found == ["申请人", "统一社会信用代码"]


def test_names_of_places_stand_behind_their_blanks() -> None:
    sketch = Sketch().table([["住址", "", "<", "<"]], column=100).text(155, 107, "____省____市____县")
    assert sketch.labels() == ["省", "市", "县"]


def test_a_blank_before_a_unit_has_that_unit() -> None:
    sketch = Sketch().table([["注册资本", "", "<"]]).text(145, 107, "________万元")
    assert (only(sketch).label, only(sketch).unit) == ("注册资本", "万元")


def test_words_in_brackets_behind_a_blank_name_it() -> None:
    assert only(chinese_page().text(50, 100, "________（单位名称），")).label == "单位名称"


def test_numbers_of_pages_are_no_places() -> None:
    assert chinese_page().text(250, 780, "第    页  共    页").fields() == ()


def test_spread_names_are_no_blanks() -> None:
    assert Sketch().table([["姓    名", "张三"]]).fields() == ()


def test_the_colon_of_a_name_belongs_to_the_cell_on_its_right() -> None:
    field = only(Sketch().table([["姓名：", ""]]))
    assert (field.label, field.shape) == ("姓名", Shape.CELL)


def test_a_name_with_a_colon_in_a_tall_cell_asks_for_a_text_in_that_cell() -> None:
    field = only(Sketch().frame(50, 100, 350, 180).text(55, 104, "申请理由："))
    assert (field.label, field.shape, field.kind) == ("申请理由", Shape.CELL, FieldKind.LONG_TEXT)


# --- dates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("date", ["    年    月    日", "____年__月__日", "        年  月  日"])
def test_year_month_and_day_are_one_place(date: str) -> None:
    field = only(chinese_page().text(50, 100, f"填表日期：{date}"))
    assert (field.label, field.kind, len(field.parts)) == ("填表日期", FieldKind.DATE, 3)


def test_year_and_month_alone_are_one_place_too() -> None:
    field = only(Sketch().table([["出生年月", ""]]).text(160, 107, "    年   月"))
    assert (field.label, len(field.parts)) == ("出生年月", 2)


@pytest.mark.parametrize(("printed", "rest"), [("20", "26"), ("202", "6")])
def test_digits_of_the_year_that_are_printed_are_not_written_again(printed: str, rest: str) -> None:
    field = only(chinese_page().text(50, 100, f"填表日期：{printed}    年    月    日"))
    assert (field.label, field.printed) == ("填表日期", printed)
    assert "2026".removeprefix(field.printed) == rest


def test_a_printed_date_is_no_place() -> None:
    assert chinese_page().text(50, 100, "自2026年1月8日起施行").fields() == ()


def test_a_date_without_a_name_is_called_a_date() -> None:
    assert only(chinese_page().text(350, 600, "    年    月    日")).label == "日期"


def test_a_signature_before_a_date_is_a_place_of_its_own() -> None:
    found = chinese_page().text(50, 100, "协查单位（公章）：                    年    月    日").detect()
    assert [zone.kind for zone in found.zones] == [ZoneKind.SIGNATURE]
    assert [field.label for field in found.fields] == ["日期"]


# --- options ------------------------------------------------------------------------------------------------------


def test_options_are_a_group_with_the_question_as_its_name() -> None:
    found = Sketch().table([["性别", "□男  □女"]]).detect()
    assert [(field.label, field.kind) for field in found.fields] == [("男", FieldKind.OPTION), ("女", FieldKind.OPTION)]
    assert [(group.label, group.kind) for group in found.groups] == [("性别", GroupKind.OPTIONS)]


def test_words_may_stand_before_their_boxes() -> None:
    assert Sketch().table([["意见", "1.同意□不同意□"]], column=120).labels() == ["同意", "不同意"]


def test_the_words_before_the_first_box_ask() -> None:
    found = chinese_page().text(50, 100, "是否小微企业：□是 □否").fields()
    assert {field.group for field in found} == {"是否小微企业"}


def test_brackets_with_nothing_in_them_are_boxes() -> None:
    found = chinese_page().text(50, 100, "是否享受低保：是（  ）否（  ）").fields()
    assert [(field.label, field.kind) for field in found] == [("是", FieldKind.OPTION), ("否", FieldKind.OPTION)]


@pytest.mark.parametrize("words", ["是否低保：口是  口否", "是否低保：○是  ○否", "是否低保：是【  】否【  】"])
def test_letters_and_brackets_may_stand_for_boxes(words: str) -> None:
    assert chinese_page().text(50, 100, words).labels() == ["是", "否"]


@pytest.mark.parametrize("words", ["户口所在地口岸名称口径", "二○二六年一月八日至二○二七年"])
def test_the_same_letters_in_words_and_numbers_are_letters(words: str) -> None:
    assert chinese_page().text(50, 100, words).fields() == ()


def test_drawn_boxes_are_boxes() -> None:
    found = chinese_page().square(50, 101).text(62, 100, "新办").square(120, 101).text(132, 100, "变更").labels()
    assert found == ["新办", "变更"]


def test_the_last_option_may_ask_for_more() -> None:
    assert Sketch().table([["方式", "□邮寄 □其他____"]], column=120).labels() == ["邮寄", "其他", "其他"]


def test_an_option_may_go_on_on_the_next_line() -> None:
    sketch = Sketch().table([["证件", ""]], row=40, column=100)
    sketch.text(152, 108, "□护照 □港澳居民来").text(152, 124, "往内地通行证 □其他")
    assert sketch.labels() == ["护照", "港澳居民来往内地通行证", "其他"]


def test_boxes_without_words_are_for_digits() -> None:
    field = only(chinese_page().text(50, 100, "邮政编码：□□□□□□"))
    assert (field.label, field.kind, len(field.parts)) == ("邮政编码", FieldKind.POSTCODE, 6)


def test_a_box_that_is_ticked_is_known_as_ticked() -> None:
    assert [field.ticked for field in Sketch().table([["性别", "☑男 □女"]]).fields()] == [True, False]


# --- English ------------------------------------------------------------------------------------------------------


def test_names_below_a_rule_divide_it() -> None:
    sketch = Sketch().rule(50, 400, 100).text(50, 103, "City,state,zip", 8).text(330, 103, "Telephone", 8)
    assert sketch.labels() == ["City,state,zip", "Telephone"]
