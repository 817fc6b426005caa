"""Two items side by side."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.desk.comparing import Pair, pairs


def test_the_same_thing_stands_in_one_line_whatever_is_said_about_copies() -> None:
    left = ["居民身份证 (原件 1 份)", "照片 (原件 2 份)"]
    right = ["照片 (原件 1 份)", "户口簿 (原件 1 份)", "居民身份证 (原件 1 份)"]
    found = pairs(left, right)
    assert found == [
        Pair("居民身份证 (原件 1 份)", "居民身份证 (原件 1 份)"),
        Pair("照片 (原件 2 份)", "照片 (原件 1 份)"),
        Pair("", "户口簿 (原件 1 份)"),
    ]
    assert [pair.differs for pair in found] == [False, True, True]


def test_single_facts_stand_beside_each_other() -> None:
    assert pairs(["不收费"], ["收费"]) == [Pair("不收费", "收费")]


LINES = st.lists(st.text("甲乙丙 (1)", min_size=1, max_size=6), max_size=6)


@given(LINES, LINES)
def test_no_line_is_lost_or_made_up(left: list[str], right: list[str]) -> None:
    found = pairs(left, right)
    assert sorted(pair.left for pair in found if pair.left) == sorted(left)
    assert sorted(pair.right for pair in found if pair.right) == sorted(right)
