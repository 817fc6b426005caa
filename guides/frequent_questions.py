"""The frequent questions of items, as answers to readers who ask just that."""

from collections.abc import Sequence
from functools import partial

from guides.answers import source_of
from guides.models import Faq, GuidePage
from knowledge.answers.answer import Answer
from knowledge.answers.written import Written
from translations.reading import Reading, is_reviewed, public_texts

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
        questions=public_texts(page, faq, ["question"]),
        compose=partial(_compose, page, faq, language),
        about=public_texts(page, page, CALLED),
        around=[page.department.name_zh_hans],
    )


def _compose(page: GuidePage, faq: Faq, language: str) -> Answer:
    reading = Reading(page, language)
    row = Reading(faq, language, reading.reviewed)
    return Answer(None, row.question, row.answer.lines, source_of(reading, SECTION))
