"""What may be about a person is recognised, however it is written; what people ask a hall for is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.models.search_log import QUERY_LENGTH
from knowledge.search.characters import query_key
from knowledge.search.personal import LONGEST, Personal, personal_data

FULL_WIDTH = {ord(character): ord(character) + 0xFEE0 for character in "0123456789X"}
AROUND = st.text(st.sampled_from("身份证查询办理，。 ab"), max_size=20)

CASES = [
    ("511802199003071234", Personal.IDENTITY),
    ("51180219900307123x", Personal.IDENTITY),
    ("511802 19900307 123X", Personal.IDENTITY),
    ("５１１８０２１９９００３０７１２３Ｘ", Personal.IDENTITY),
    ("身份证511802199003071234查询", Personal.IDENTITY),
    ("511802900307123", Personal.IDENTITY),
    ("13800138000", Personal.NUMBER),
    ("138 0013 8000", Personal.NUMBER),
    ("138-0013-8000", Personal.NUMBER),
    ("+86 138 0013 8000", Personal.NUMBER),
    ("(0835) 2802000", Personal.NUMBER),
    ("2802000", Personal.NUMBER),
    ("6222 0210 0112 3456 789", Personal.NUMBER),
    ("护照E12345678", Personal.NUMBER),
    ("1990-03-07", Personal.NUMBER),
    ("幺三八零零幺三八零零零", Personal.NUMBER),
    ("11511800MB1234567K4511801001000", Personal.NUMBER),
    ("lihua@example.com", Personal.EMAIL),
    ("我的邮箱是 li.hua ＠ example.cn", Personal.EMAIL),
    ("川T12345", Personal.PLATE),
    ("川T·1234学", Personal.PLATE),
    ("川a D12345", Personal.PLATE),
    ("车牌川TD12345违章", Personal.PLATE),
    ("粤Z1234港", Personal.PLATE),
    ("我" * (LONGEST + 1), Personal.STORY),
]
HARMLESS = [
    "",
    "身份证丢了怎么办",
    "二〇二六年高考报名",
    "2026年高考报名",
    "川办发〔2021〕15号",
    "行政许可法第30条",
    "12345",
    "营业执照",
    "how do i register a wholly foreign owned company in ya'an",
    "H1B visa",
    "新能源汽车上牌",
    "B类签证 30天",
    "一二三四五六",
    "民法典第一千零四十九条",
    "川大",
    "藏a签",
]


@pytest.mark.parametrize(("text", "reason"), CASES)
def test_what_may_be_about_a_person_is_recognised(text: str, reason: Personal) -> None:
    assert personal_data(text) is reason


@pytest.mark.parametrize("text", HARMLESS)
def test_what_people_ask_a_hall_for_is_not(text: str) -> None:
    assert personal_data(text) is None


@given(
    around=st.tuples(AROUND, AROUND),
    region=st.integers(110000, 659004),
    born=st.dates(min_value=date(1900, 1, 1), max_value=date(2026, 1, 1)),
    number=st.integers(0, 999),
    check=st.sampled_from("0123456789Xx"),
    wide=st.booleans(),
)
def test_no_identity_number_is_missed(
    around: tuple[str, str], region: int, born: date, number: int, check: str, wide: bool
) -> None:
    written = f"{region}{born:%Y%m%d}{number:03}{check}"
    assert personal_data((written.translate(FULL_WIDTH) if wide else written).join(around)) is Personal.IDENTITY


@given(
    before=AROUND,
    after=AROUND,
    digits=st.text(st.sampled_from("0123456789"), min_size=7, max_size=30),
    gap=st.sampled_from(["", " ", "-", " - ", "."]),
)
def test_no_long_number_is_missed(before: str, after: str, digits: str, gap: str) -> None:
    assert personal_data(before + gap.join(digits) + after) is not None


@given(st.text(max_size=300) | st.text(st.sampled_from("结a婚b"), min_size=60, max_size=100))
def test_any_text_is_judged_and_what_is_kept_has_room(text: str) -> None:
    assert personal_data(text) in {None, *Personal}
    assert personal_data(text) is not None or len(query_key(text)) <= QUERY_LENGTH
