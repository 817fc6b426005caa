"""Written answers as answers to a reader: with where they come from."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from django.utils.html import format_html

from knowledge.models import AnswerPage, AnswerSubject
from translations.reading import Reading, public_texts

from .answer import Answer, Source
from .presentation import as_of
from .written import Written


def written_answers(pages: Sequence[AnswerPage], language: str) -> list[Written]:
    """The questions of these answers in every language that readers see. They know their departments."""
    about = defaultdict(list)
    subjects = AnswerSubject.objects.filter(page__in=[page.pk for page in pages])
    for page, title in subjects.values_list("page", "subject__title"):
        about[page].append(title)
    return [_written(page, about[page.pk], language) for page in pages]


def _written(page: AnswerPage, about: Sequence[str], language: str) -> Written:
    return Written(
        page.pk,
        title=Reading(page, language).name.plain,
        url=page.url or "",
        questions=_questions(page),
        compose=partial(_compose, page, language),
        about=about,
        around=[page.department.name_zh_hans],
    )


def _questions(page: AnswerPage) -> list[str]:
    """The question and its variants."""
    texts = public_texts(page, page, ("name", "variants"))
    return [line for text in texts for line in text.splitlines() if line.strip()]


def _compose(page: AnswerPage, language: str) -> Answer:
    """The answer as it stands now."""
    reading = Reading(page, language)
    provisions = [format_html("《{}》{}", basis.statute, basis.article) for basis in reading.bases]
    source = Source(reading.name, reading.department.name, page.url or "", as_of(page), provisions)
    return Answer(None, "", [], source, body=reading.answer.rich)
