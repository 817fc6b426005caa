"""Numbers of people in what should be empty; the office's own telephones are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.safety.personal_data import NumberKind, find, mask


@pytest.mark.parametrize(
    "text",
    [
        "身份证号码：11010519491231002X",
        "身份证号码：１１０１０５１９４９１２３１００２Ｘ",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "证件号码 110105491231002",
    ],
)
def test_an_id_number_is_found_however_it_is_written(text: str) -> None:
    assert [number.kind for number in find([text])] == [NumberKind.ID_NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "联系电话：13800138000",
        "手机 138 0013 8000",
        "张三 138-0013-8000",
        "+86 13800138000",
        "联系电话（固定）：0835-2801234",
    ],
)
def test_a_telephone_of_somebody_is_found(text: str) -> None:
    assert [number.kind for number in find([text])] == [NumberKind.PHONE]


@pytest.mark.parametrize(
    "text",
    [
        "咨询电话：0835-2800110",
        "监督投诉电话：0835-2800111、12345",
        "政务服务热线 12345",
        "受理窗口联系电话：0835-2800112",
        "技术支持：13800138000",
        "雅安市民政局电话：0835-2222222",
        "邮政编码：625000",
        "统一社会信用代码 91350100M000100Y43",
        "110105194912310021",
        "文号：川府发〔2026〕1号",
        "2026年1月8日 8:30-17:30",
        "账号 6222021234567890123",
        "____________________",
        "",
    ],
)
def test_numbers_that_are_nobodys_are_not_found(text: str) -> None:
    assert find([text]) == []


def test_it_is_told_where_a_number_stands_without_telling_the_number() -> None:
    (number,) = find(["", "申请人手机：13800138000"])
    assert (number.page, number.masked, number.context) == (1, "138*****000", "申请人手机:")


@given(st.text(st.sampled_from("0123456789Xx- ：电话身份证号咨询\n")))
def test_any_text_can_be_looked_through(text: str) -> None:
    for number in find([text]):
        assert "*" in number.masked


@given(st.text(st.characters(categories=["Nd"]), min_size=5, max_size=18))
def test_a_masked_number_is_as_long_as_the_number(number: str) -> None:
    assert len(mask(number)) == len(number)
    assert mask(number) != number
