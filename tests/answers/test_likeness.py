"""When a written question asks the same as a reader."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers.likeness import Likeness, likeness, only_names, wording
from knowledge.answers.rarity import rarity
from knowledge.search.thesaurus import Entry, Thesaurus

KNOWN = Thesaurus([Entry("扯证", ("结婚登记",), "colloquial"), Entry("领结婚证", ("结婚登记",), "colloquial")])


def compared(reader: str, written: str, *about: str, around: str = "雅安市民政局") -> Likeness:
    names = [wording(name, KNOWN) for name in about]
    return likeness(wording(reader, KNOWN), wording(written, KNOWN), names, [wording(around, KNOWN)])


@pytest.mark.parametrize(
    ("reader", "written"),
    [
        ("孩子办护照父母要去吗", "孩子办护照，父母要都来吗？"),
        ("工伤认定多久内申请", "受了工伤，最晚什么时候要申请认定？"),
        ("扯证要预约吗", "领结婚证要不要预约？"),
        ("can a foreigner own a company", "Can foreigners own companies?"),
        ("外地户口孩子在雅安上学", "外地户口的孩子能在雅安上学吗？"),
    ],
)
def test_other_words_for_the_same_are_the_same(reader: str, written: str) -> None:
    assert compared(reader, written).is_same


@pytest.mark.parametrize(
    ("reader", "written"),
    [
        ("护照丢了能加急补办吗", "孩子办护照，父母要都来吗？"),
        ("领结婚证多少钱", "领结婚证要带什么？"),
        ("怎么领结婚证", "领结婚证要不要预约？"),
        ("今天天气怎么样", "周末能领证吗"),
        ("", "周末能领证吗"),
    ],
)
def test_another_question_is_not(reader: str, written: str) -> None:
    assert not compared(reader, written).is_same


def test_a_reader_may_name_what_it_is_about() -> None:
    assert not compared("居住证忘了签注会怎样", "忘了签注会怎样？").is_same
    assert compared("居住证忘了签注会怎样", "忘了签注会怎样？", "居住证申领").is_same


def test_the_name_of_the_city_says_nothing() -> None:
    assert compared("雅安扯证要预约吗", "扯证要预约吗") == compared("扯证要预约吗", "扯证要预约吗")


def test_a_name_alone_asks_nothing() -> None:
    names = [wording("居住证申领", KNOWN)]
    assert only_names(wording("居住证", KNOWN), names)
    assert not only_names(wording("居住证多少钱", KNOWN), names)
    assert not only_names(wording("居住证签注", KNOWN), names)


def test_what_everybody_says_weighs_less_than_what_few_say() -> None:
    assert rarity("可以") < rarity("登记") < rarity("加急")


QUESTIONS = st.text("居住证丢了怎么办多少钱护照孩子父母去吗 ab", max_size=30)


@given(QUESTIONS, QUESTIONS)
def test_likeness_is_a_share(reader: str, written: str) -> None:
    found = compared(reader, written)
    assert 0.0 <= found.degree <= 1.0 + 1e-9
    assert compared(written, reader).asked in (found.written, 0.0) or found.asked == 0.0


@given(QUESTIONS)
def test_a_question_is_wholly_like_itself_or_says_nothing(question: str) -> None:
    found = compared(question, question, around="")
    assert found.degree == pytest.approx(1.0) or found == Likeness(0.0, 0.0, found.loose)
