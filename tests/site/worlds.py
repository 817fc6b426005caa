"""A small hall in which every kind of page, and of item, exists."""

from dataclasses import dataclass

from guides import models as rows
from guides.models import GuidePage
from knowledge.models import AnswerBasis, AnswerSubject, DepartmentPage
from portal.models import FrequentGuide, HallSettings
from tests import factories
from tests.complete_item import complete_item

CANARY = "UNREVIEWED-CANARY"  # English that nobody has reviewed


@dataclass(frozen=True)
class World:
    """The items by what is special about them."""

    complete: GuidePage
    unreviewed: GuidePage
    suspended: GuidePage
    cancelled: GuidePage


def build() -> World:
    """Two departments, and below them items of every kind."""
    index = factories.DepartmentIndexPageFactory()
    civil_affairs: DepartmentPage = factories.DepartmentPageFactory(parent=index, intro_zh_hans="<p>婚姻和收养</p>")
    market: DepartmentPage = factories.DepartmentPageFactory(
        parent=index,
        slug="market-regulation",
        name_zh_hans="雅安市市场监督管理局",
        name_en="Ya'an Administration for Market Regulation",
        credit_code="11511800008650001B",
    )
    settings = HallSettings.load()
    settings.name_zh_hans, settings.name_en, settings.hotline = "雅安市网上政务大厅", "Ya'an Hall", "12345"
    settings.demonstration = True
    settings.save()
    complete = complete_item(market)
    _answers(market, complete)
    FrequentGuide.objects.create(page=index.get_parent().specific, guide=complete)
    return World(
        complete=complete,
        unreviewed=_unreviewed(civil_affairs),
        suspended=factories.GuidePageFactory(
            parent=civil_affairs, slug="suspended", name_zh_hans="暂停事项", name_en="On hold", status="suspended"
        ),
        cancelled=factories.GuidePageFactory(
            parent=civil_affairs, slug="cancelled", name_zh_hans="取消事项", name_en="Gone", status="cancelled"
        ),
    )


def _answers(department: DepartmentPage, guide: GuidePage) -> None:
    """A written answer that is reviewed in English, and one that is not."""
    factories.AnswerPageFactory(
        parent=department,
        subjects=[AnswerSubject(subject=guide)],
        bases=[AnswerBasis(statute_zh_hans="婚姻登记条例", statute_en="Regulations on Marriage Registration")],
        topics=[factories.TopicFactory()],
    )
    factories.AnswerPageFactory(
        parent=department,
        slug="unreviewed-answer",
        name_zh_hans="要带照片吗？",
        name_en=CANARY,
        variants_en=CANARY,
        answer_en=f"<p>{CANARY}</p>",
        keywords_en=CANARY,
        translation_reviewed_en=False,
        subjects=[AnswerSubject(subject=guide)],
        bases=[AnswerBasis(statute_zh_hans="婚姻登记条例", statute_en=CANARY, article_en=CANARY)],
    )


def _unreviewed(department: DepartmentPage) -> GuidePage:
    """English is written in every kind of place, and nobody has reviewed it."""
    guide: GuidePage = factories.GuidePageFactory(
        parent=department,
        slug="adoption",
        name_zh_hans="收养登记",
        name_en=f"{CANARY} adoption",
        short_name_en=CANARY,
        summary_en=f"{CANARY} summary",
        everyday_names_en=CANARY,
        visits_reason_en=CANARY,
        remarks_zh_hans="<p>周末不办理</p>",
        remarks_en=f"<p>{CANARY}</p>",
        translation_reviewed_en=False,
        conditions=[rows.Condition(text_zh_hans="年满三十周岁", text_en=CANARY)],
        materials=[rows.Material(name_zh_hans="申请书", name_en=CANARY, remark_zh_hans="签名", remark_en=CANARY)],
        steps=[rows.Step(name_zh_hans="受理", name_en=CANARY)],
        results=[rows.Result(name_zh_hans="收养登记证", name_en=CANARY, kind="certificate")],
        faqs=[rows.Faq(question_zh_hans="要多久？", question_en=CANARY, answer_zh_hans="三十日。", answer_en=CANARY)],
    )
    return guide
