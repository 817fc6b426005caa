"""What of a query is only asking, and what is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.questions import Aspect, understood
from knowledge.search.segmentation import normalise


@pytest.mark.parametrize(
    ("text", "subject", "aspects"),
    [
        ("怎么给刚出生的宝宝上户口", "给刚出生的宝宝上户口", {Aspect.FLOW}),
        ("办营业执照要带什么", "办营业执照", {Aspect.MATERIALS}),
        ("外国人来雅安工作要办什么证", "外国人来雅安工作", set()),
        ("how do i register a company", "register a company", {Aspect.FLOW}),
        ("what documents do i need for a work permit", "for a work permit", {Aspect.MATERIALS}),
        ("how long does a visa extension take", "a visa extension", {Aspect.TIME}),
        ("低保申请条件", "低保", {Aspect.CONDITIONS}),
        ("护照多少钱", "护照", {Aspect.FEE}),
        ("补办身份证要多久", "补办身份证", {Aspect.TIME}),
        ("在哪里办理居住证", "居住证", {Aspect.PLACE}),
        ("网上怎么办理社保卡", "社保卡", {Aspect.ONLINE}),
        ("取水许可需要哪些材料", "取水许可", {Aspect.MATERIALS}),
        ("要什么条件才能领失业金", "失业金", {Aspect.CONDITIONS}),
        ("驾驶证有效期多久", "驾驶证", {Aspect.RESULT}),
        ("请问老人过世了要办哪些手续？", "老人过世了", {Aspect.MATERIALS}),
        ("结婚登记", "结婚登记", set()),
        ("给排水许可", "给排水许可", set()),
    ],
)
def test_a_question_has_a_subject_and_aspects(text: str, subject: str, aspects: set[Aspect]) -> None:
    question = understood(text)
    assert question.subject.strip("?！。 ") == subject
    assert question.aspects == aspects


@pytest.mark.parametrize("text", ["收费标准", "怎么办", "how long", "要多少钱"])
def test_what_is_nothing_but_asking_is_its_own_subject(text: str) -> None:
    assert understood(text).subject == text


@given(st.text(max_size=300))
def test_every_text_has_a_subject_unless_it_has_no_words(text: str) -> None:
    subject = understood(text).subject
    assert bool(subject.strip()) == bool(normalise(text).strip())
