"""The frequent questions of items, as answers to readers who ask just that."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from guides.answers import source_of
from guides.models import Faq, GuidePage
from knowledge.answers.answer import Answer
from knowledge.answers.written import Written
from translations.languages import column, content_languages
from translations.reading import Reading, is_reviewed

SECTION = "faqs"
CALLED = ("name", "everyday_names")


def written_questions(guides: Sequence[GuidePage], language: str) -> list[Written]:
    """Every frequent question of these items, in every language that readers see. They know their departments."""
    by_key = {guide.pk: guide for guide in guides}
    return [_written(by_key[faq.page_id], faq, language) for faq in Faq.objects.filter(page__in=by_key)]


def _written(page: GuidePage, faq: Faq, language: str) -> Written:
    return Written(
        page.pk,
        title=Reading(faq, language, is_reviewed(page, language)).question.plain,
        url=f"{page.url}#{SECTION}",
        questions=_in_all(page, faq, ["question"]),
        compose=partial(_compose, page, faq, language),
        about=_in_all(page, page, CALLED),
        around=[page.department.name_zh_hans],
    )


def _in_all(page: GuidePage, row: Any, fields: Sequence[str]) -> list[str]:
    """The texts of these fields in the languages in which readers see the page."""
    languages = [language for language in content_languages() if is_reviewed(page, language)]
    texts = (getattr(row, column(field, language)) for language in languages for field in fields)
    return [text for text in texts if text]


def _compose(page: GuidePage, faq: Faq, language: str) -> Answer:
    reading = Reading(page, language)
    row = Reading(faq, language, reading.reviewed)
    return Answer(None, row.question, row.answer.lines, source_of(reading, SECTION))
