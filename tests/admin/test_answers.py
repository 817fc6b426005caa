"""A written answer's life in the admin."""

from django.test import Client

from guides.models import GuidePage
from knowledge.models import AnswerPage, AnswerSubject
from tests import factories

from .browser import edit_address, form_values, submit


def test_an_editor_writes_an_answer_and_a_reviewer_publishes_it(
    guide: GuidePage, civil_affairs_editor: Client, reviewer: Client
) -> None:
    page: AnswerPage = factories.AnswerPageFactory(
        parent=guide.department, publish=False, subjects=[AnswerSubject(subject=guide)]
    )
    values = form_values(civil_affairs_editor.get(edit_address(page)).content.decode())
    assert {"name_zh_hans", "variants_en", "keywords_zh_hans", "review_by", "subjects-0-subject"} <= set(values)
    assert submit(civil_affairs_editor, page, "publish", variants_zh_hans="星期天呢").status_code == 302
    page.refresh_from_db()
    assert not page.live
    assert submit(reviewer, page, "publish").status_code == 302
    page.refresh_from_db()
    assert page.live
    assert page.variants_zh_hans == "星期天呢"
    assert [row.subject_id for row in page.subjects.all()] == [guide.pk]


def test_an_answer_without_words_is_not_published(guide: GuidePage, reviewer: Client) -> None:
    page = factories.AnswerPageFactory(parent=guide.department, publish=False)
    response = submit(reviewer, page, "publish", answer_zh_hans="null")
    assert response.status_code == 200
    page.refresh_from_db()
    assert not page.live


def test_nobody_writes_for_another_department(guide: GuidePage, public_security_editor: Client) -> None:
    page = factories.AnswerPageFactory(parent=guide.department)
    assert public_security_editor.get(edit_address(page)).status_code == 302
    given = {"name_zh_hans": "改了", "action-publish": "1"}
    assert public_security_editor.post(edit_address(page), given).status_code == 302
    page.refresh_from_db()
    assert page.name_zh_hans != "改了"
