"""What of a query is only asking, and what is asked about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.characters import normalise
from knowledge.search.intents import Intent
from knowledge.search.questions import Question, understood


@pytest.mark.parametrize(
    ("text", "subject", "intents"),
    [
        ("怎么给刚出生的宝宝上户口", "给刚出生的宝宝上户口", [Intent.HOW]),
        ("办营业执照要带什么", "办营业执照", [Intent.MATERIALS]),
        ("外国人来雅安工作要办什么证", "外国人来雅安工作", [Intent.WHO, Intent.MATERIALS]),
        ("how do i register a company", "register a company", [Intent.HOW]),
        ("what documents do i need for a work permit", "for a work permit", [Intent.MATERIALS]),
        ("how long does a visa extension take", "a visa extension", [Intent.DURATION]),
        ("低保申请条件", "低保", [Intent.WHO]),
        ("护照多少钱", "护照", [Intent.FEE]),
        ("补办身份证要多久", "补办身份证", [Intent.DURATION]),
        ("在哪里办理居住证", "居住证", [Intent.WHERE]),
        ("网上怎么办理社保卡", "社保卡", [Intent.ONLINE]),
        ("取水许可需要哪些材料", "取水许可", [Intent.MATERIALS]),
        ("要什么条件才能领失业金", "失业金", [Intent.WHO]),
        ("驾驶证有效期多久", "驾驶证", [Intent.VALIDITY]),
        ("请问老人过世了要办哪些手续？", "老人过世了", [Intent.MATERIALS, Intent.HOW]),
        ("办护照要多久多少钱", "办护照", [Intent.DURATION, Intent.FEE]),
        ("剧毒化学品通行证在哪办", "剧毒化学品通行证", [Intent.WHERE]),
        ("文物修复审批材料", "文物修复审批", [Intent.MATERIALS]),
        ("进口建筑材料", "进口建筑材料", []),
        ("考试报名费多少", "考试报名费", [Intent.FEE]),
        ("低保一个月能领多少钱", "低保一个月能领多少钱", []),
        ("临时用海审批时限", "临时用海审批", [Intent.DURATION]),
        ("补办执照要几天", "补办执照", [Intent.DURATION]),
        ("社保卡可以在手机上补办吗", "社保卡 补办", [Intent.ONLINE]),
        ("can i register my accommodation online?", "can register accommodation", [Intent.ONLINE]),
        ("how long is a work permit valid", "a work permit", [Intent.VALIDITY]),
        ("when does my residence permit expire", "residence permit", [Intent.VALIDITY]),
        ("what does a new social security card cost", "a new social security card", [Intent.FEE]),
        ("when is the service centre open", "the service centre", [Intent.HOURS]),
        ("公租房几岁可以申请", "公租房", [Intent.WHO]),
        ("公证员免职的依据是什么", "公证员免职的", [Intent.LEGAL_BASIS]),
        ("对处理结果不服怎么办", "对处理结果不服怎么办", [Intent.APPEAL]),
        ("处罚决定不服怎么申诉", "处罚", [Intent.APPEAL]),
        ("窗口态度差找谁", "窗口态度差找谁", [Intent.COMPLAINT]),
        ("结婚登记", "结婚登记", []),
        ("给排水许可", "给排水许可", []),
    ],
)
def test_a_question_has_a_subject_and_intents(text: str, subject: str, intents: list[Intent]) -> None:
    question = understood(text)
    assert question.subject.strip("?！。 ") == subject
    assert list(question.intents) == intents


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("给孩子办护照，得揣上哪些证件", Intent.MATERIALS),
        ("施工许可要附的图纸有哪些", Intent.MATERIALS),
        ("取水许可用手机弄得了吗", Intent.ONLINE),
        ("人在外省，不去窗口行不行", Intent.ONLINE),
        ("营业执照被驳回了，还有什么途径", Intent.APPEAL),
        ("许可证发下来有效几年", Intent.VALIDITY),
        ("开药店对店长有啥门槛", Intent.WHO),
        ("换社保卡一次能办完吗", Intent.VISITS),
        ("公积金窗口礼拜六开吗", Intent.HOURS),
        ("补结婚证是不是还得掏钱", Intent.FEE),
        ("立项审批周期多长", Intent.DURATION),
        ("办完了给我们什么文书", Intent.RESULT),
        ("收这个证明，哪部法规说的", Intent.LEGAL_BASIS),
        ("有没有热线能问到人", Intent.CONTACT),
        ("办证时被刁难，怎么反映问题", Intent.COMPLAINT),
        ("which paperwork must we hand over", Intent.MATERIALS),
        ("is it possible to do this through your website", Intent.ONLINE),
        ("they rejected my application, what remedy is there", Intent.APPEAL),
        ("at what age can somebody apply, is there a minimum age", Intent.WHO),
    ],
)
def test_people_ask_the_same_in_many_ways(text: str, intent: Intent) -> None:
    assert intent in understood(text).intents


@pytest.mark.parametrize(
    "name",
    ["教师资格认定", "建筑材料检测", "网络预约出租汽车经营许可", "法律援助申请", "电话用户登记", "免费孕前健康检查"],
)
def test_a_name_asks_nothing_whatever_words_it_has(name: str) -> None:
    assert understood(name) == Question(name)


@pytest.mark.parametrize("text", ["收费标准", "怎么办", "how long", "要多少钱"])
def test_what_is_nothing_but_asking_is_its_own_subject(text: str) -> None:
    assert understood(text).subject == text


@given(st.text(max_size=300))
def test_every_text_has_a_subject_unless_it_has_no_words(text: str) -> None:
    subject = understood(text).subject
    assert bool(subject.strip()) == bool(normalise(text).strip())
