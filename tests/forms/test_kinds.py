"""What is to be written in a place, by its name."""

import pytest

from forms_library.detection.fields import FieldKind
from forms_library.detection.kinds import by_name
from forms_library.detection.labels import clean, of_sentence
from forms_library.detection.units import unit_of


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("身份证号码", FieldKind.ID_NUMBER),
        ("法定代表人身份证号", FieldKind.ID_NUMBER),
        ("公民身份号码", FieldKind.ID_NUMBER),
        ("统一社会信用代码", FieldKind.CREDIT_CODE),
        ("联系电话", FieldKind.PHONE),
        ("手机号码", FieldKind.PHONE),
        ("邮政编码", FieldKind.POSTCODE),
        ("电子邮箱", FieldKind.EMAIL),
        ("出生日期", FieldKind.DATE),
        ("成立时间", FieldKind.DATE),
        ("注册资本（万元）", FieldKind.MONEY),
        ("月收入", FieldKind.MONEY),
        ("建筑面积（㎡）", FieldKind.NUMBER),
        ("Telephone no.", FieldKind.PHONE),
        ("Date of birth", FieldKind.DATE),
        ("出生日期 Date of birth", FieldKind.DATE),
        ("护照有效期至 Passport valid until", FieldKind.DATE),
        ("护照号码 Passport number", None),
        ("家庭人口数", FieldKind.NUMBER),
        ("姓名", None),
        ("身份证件类型", None),
        ("身份证复印件", None),
        ("身份证号/护照号", None),
        ("身份证号或统一社会信用代码", None),
        ("金额（大写）", None),
        ("起止年月", None),
    ],
)
def test_a_name_says_what_is_to_be_written(label: str, kind: FieldKind | None) -> None:
    assert by_name(label) is kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("万元（人民币）", "万元（人民币）"),
        ("个，其中", "个"),
        ("元/月", "元/月"),
        ("申请人", ""),
        ("本人", ""),
        ("人员", ""),
        ("", ""),
    ],
)
def test_a_unit_is_told_from_a_word_that_begins_like_one(text: str, unit: str) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        (" * 姓   名：", "姓名"),
        ("Date  of birth:", "Date of birth"),
        ("□名称", "名称"),
        ("", ""),
        ("：", ""),
        ("2023", "2023"),
    ],
)
def test_labels_are_made_fit_to_read(printed: str, label: str) -> None:
    assert clean(printed) == label


@pytest.mark.parametrize(
    ("before", "label"),
    [("现将申请人", "申请人"), ("因", "因"), ("元整（小写¥", "小写"), ("变更为", "变更为"), ("兹委托", "兹委托")],
)
def test_the_end_of_a_sentence_names_a_blank(before: str, label: str) -> None:
    assert of_sentence(before) == label
