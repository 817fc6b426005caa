"""Which signs are about the same subject."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.codes import Sign
from knowledge.gaps.grouping import Found, grouped, keywords
from knowledge.search.thesaurus import Thesaurus

KNOWN = Thesaurus([])


def sign(text: str, people: int = 1, kind: Sign = Sign.NOTHING_FOUND, page: int = 0) -> Found:
    return Found(kind, text, "zh-hans", people, page)


def test_near_duplicates_are_one_subject_called_as_most_people_do() -> None:
    found = grouped([sign("领彩票奖金要交税吗", 2), sign("彩票奖金交税", 5), sign("宠物狗办证", 6)], KNOWN)
    assert [(subject.title, subject.people) for subject in found] == [("彩票奖金交税", 7), ("宠物狗办证", 6)]


def test_signs_about_pages_keep_to_their_page() -> None:
    same, other = sign("甲事项（缺：收费）", 1, Sign.HOLE, 1), sign("甲事项（缺：收费）", 1, Sign.HOLE, 2)
    found = grouped([same, other, sign("甲事项", 3, Sign.DOUBTED, 1)], KNOWN)
    assert sorted(len(subject.signs) for subject in found) == [1, 2]


def test_keywords_are_those_that_say_most() -> None:
    assert "彩票" in keywords(["彩票奖金要交税吗", "领彩票奖金"])
    assert "my" not in keywords(["Can my wife apply"])


SIGNS = st.lists(
    st.builds(sign, st.text("彩票奖金交税宠物狗证", min_size=1, max_size=8), st.integers(1, 9)), max_size=12
)


@given(SIGNS)
def test_no_sign_is_lost_or_counted_twice(signs: list[Found]) -> None:
    found = grouped(signs, KNOWN)
    assert sorted(one.key for subject in found for one in subject.signs) == sorted(one.key for one in signs)
    assert [subject.people for subject in found] == sorted((subject.people for subject in found), reverse=True)
