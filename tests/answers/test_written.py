"""Written answers: above the results, on their pages, and in the list of frequent questions."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from guides.models import GuidePage
from knowledge import openings
from knowledge.answers.writing import Draft, draft_answer
from knowledge.codes import Opinion
from knowledge.models import AnswerBasis, AnswerPage, AnswerSubject, AnswerVote
from tests import factories
from tests.conftest import Hall

from .test_replying import reply, text


def soup(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def written(guide: GuidePage, **texts: Any) -> AnswerPage:
    page: AnswerPage = factories.AnswerPageFactory(
        parent=guide.department, subjects=[AnswerSubject(subject=guide)], **texts
    )
    return page


def test_what_an_editor_wrote_answers_the_question_in_all_its_ways(guide: GuidePage, client: Client) -> None:
    page = written(guide, bases=[AnswerBasis(statute_zh_hans="婚姻登记条例", article_zh_hans="第四条")])
    for question in ("星期六能登记结婚吗", "周末领证行吗"):
        found = reply(client, question)
        assert "要提前预约" in text(found), question
        assert "《婚姻登记条例》第四条" in text(found)
        assert found is not None
        assert found.select_one(f'.reply-source a[href="{page.url}"]')


def test_in_english_it_is_given_when_its_english_is_reviewed(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    assert "with an appointment" in text(reply(client, "can we marry on Saturday", "en"))
    page.translation_reviewed_en = False
    page.save_revision().publish()
    assert "with an appointment" not in text(reply(client, "星期六可以登记结婚吗", "en"))


def test_it_beats_what_the_fields_of_the_item_say(guide: GuidePage, client: Client) -> None:
    assert "不收费" in text(reply(client, "补领结婚证多少钱")) or reply(client, "补领结婚证多少钱")
    written(guide, name_zh_hans="补领结婚证多少钱？", variants_zh_hans="", answer_zh_hans="<p>九元。</p>")
    assert "九元" in text(reply(client, "补领结婚证多少钱"))


def test_whoever_names_the_item_and_asks_about_it_hears_its_fields(guide: GuidePage, client: Client) -> None:
    written(guide, name_zh_hans="结婚登记要带多少张照片，多少钱一张？", variants_zh_hans="")
    assert "不收费" in text(reply(client, "结婚登记多少钱"))


def test_a_frequent_question_of_an_item_is_answered(guide: GuidePage, client: Client) -> None:
    found = reply(client, "结婚登记需要户口簿吗")
    assert "不需要" in text(found)
    assert found is not None
    assert found.select_one(f'.reply-source a[href="{guide.url}#faqs"]')


def test_a_question_that_is_only_like_it_is_offered(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    found = reply(client, "星期六的夜里可以登记结婚吗，要加班费吗")
    assert "您要办的可能是" in text(found)
    assert found is not None
    assert found.select_one(f'li a[href="{page.url}"]')


def test_the_name_of_the_item_alone_is_no_question(guide: GuidePage, client: Client) -> None:
    written(guide, variants_zh_hans="结婚登记")
    assert reply(client, "结婚登记") is None


def test_an_answer_that_was_taken_back_is_gone_everywhere(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    assert page.name_zh_hans in soup(client, guide.url).text
    page.unpublish()
    assert page.name_zh_hans not in soup(client, guide.url).text
    assert page.name_zh_hans not in soup(client, "/zh-hans/questions/").text
    assert "要提前预约" not in client.get("/zh-hans/search/", {"q": "星期六能登记结婚吗"}).text


def test_its_page_says_who_answers_on_what_basis_and_what_else_was_asked(guide: GuidePage, client: Client) -> None:
    page = written(guide, bases=[AnswerBasis(statute_zh_hans="婚姻登记条例")])
    other = written(guide, slug="other", name_zh_hans="要不要带户口簿？")
    shown = soup(client, page.url)
    assert shown.h1 is not None
    assert shown.h1.text == page.name_zh_hans
    for expected in ("婚姻登记条例", guide.name_zh_hans, "雅安市民政局", other.name_zh_hans):
        assert expected in shown.text


def test_one_that_nobody_looked_at_in_time_says_so(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    assert "已逾期" not in soup(client, page.url).text
    AnswerPage.objects.filter(pk=page.pk).update(review_by=timezone.localdate() - timedelta(days=1))
    assert "已逾期" in soup(client, page.url).text


# --- votes --------------------------------------------------------------------------------------------------------


def test_readers_say_whether_it_helped_once_for_each_browser(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    for opinion in ("outdated", "solved"):
        response = client.post(f"/zh-hans/answers/{page.pk}/vote/", {"opinion": opinion})
        assert response.status_code == 302
        assert response["Location"] == f"{page.url}#vote"
    assert list(AnswerVote.objects.values_list("opinion", "times")) == [("outdated", 1)]
    assert "谢谢您的评价" in soup(client, page.url).text
    Client().post(f"/zh-hans/answers/{page.pk}/vote/", {"opinion": "outdated"})
    assert AnswerVote.objects.get().times == 2


@pytest.mark.parametrize("opinion", ["", "excellent", "solved\x00", "x" * 500])
def test_an_opinion_that_is_none_is_not_counted(guide: GuidePage, client: Client, opinion: str) -> None:
    page = written(guide)
    client.cookies["judged"] = "somebody wrote this"
    assert client.post(f"/zh-hans/answers/{page.pk}/vote/", {"opinion": opinion}).status_code == 302
    assert not AnswerVote.objects.exists()


def test_a_vote_on_what_is_not_public_is_not_found(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    page.unpublish()
    assert client.post(f"/zh-hans/answers/{page.pk}/vote/", {"opinion": "solved"}).status_code == 404


# --- frequent questions -------------------------------------------------------------------------------------------


def test_what_readers_open_most_stands_first(guide: GuidePage, client: Client) -> None:
    first = written(guide, slug="first", name_zh_hans="第一个问题？")
    second = written(guide, slug="second", name_zh_hans="第二个问题？")
    openings.note(first.pk, "zh-hans", timezone.localdate())
    for _ in range(2):
        AnswerVote.objects.count_up(second, "zh-hans", Opinion.UNCLEAR)
    shown = [link.text for link in soup(client, "/zh-hans/questions/").select(".question-list a")]
    assert shown == ["第二个问题？", "第一个问题？"]


def test_they_are_narrowed_down_by_topic(guide: GuidePage, client: Client) -> None:
    page = written(guide)
    page.topics = [factories.TopicFactory()]
    page.save_revision().publish()
    assert soup(client, "/zh-hans/questions/?topic=individual/060").select(".question-list a")
    assert "这里还没有问题" in soup(client, "/zh-hans/questions/?topic=individual/0").text
    assert client.get("/zh-hans/questions/", {"topic": "\x00/", "page": "x"}).status_code == 200


# --- writing ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_question_that_came_in_becomes_a_draft(hall: Hall, language: str) -> None:
    author = factories.UserFactory()
    draft = Draft("Saturday?\nOr Sunday?", "Both.\n\n<b>Call</b> first.", language, [hall.public_security])
    page = draft_answer(hall.civil_affairs, draft, author)
    page = AnswerPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert not page.live
    assert "Saturday? Or Sunday?" in (page.name_zh_hans, page.name_en)
    assert "<p>Both.</p><p>&lt;b&gt;Call&lt;/b&gt; first.</p>" in (page.answer_zh_hans, page.answer_en)
    assert [row.subject_id for row in page.subjects.all()] == [hall.public_security.pk]
