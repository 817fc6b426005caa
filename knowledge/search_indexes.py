"""What the search knows of departments and of written answers."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from haystack import indexes

from knowledge.answers.composing import written_answers
from knowledge.answers.listing import public_answers
from knowledge.answers.written import Written
from knowledge.models import AnswerPage, DepartmentPage
from knowledge.models.owned import with_departments
from knowledge.search.documents import TOPIC, PageIndex, Texts, department_texts, row_texts, texts_of
from knowledge.search.fields import ValuesField
from translations.local_text import LocalText
from translations.reading import Reading


class DepartmentIndex(PageIndex, indexes.Indexable):
    """Departments, found by their names, addresses, telephones and what they are responsible for."""

    result_type = "department"
    label = _("Department")
    plural = _("Departments")
    shown = ("name", "credit_code", "level", "phone")

    def get_model(self) -> type[DepartmentPage]:
        return DepartmentPage

    def texts(self, page: DepartmentPage, language: str) -> Texts:
        return Texts(
            name=list(texts_of(page, ["name", "short_name"], language)),
            text=[*texts_of(page, ["intro", "address", "hours"], language), page.phone, page.complaint_phone],
        )

    def page_codes(self, page: DepartmentPage) -> list[str]:
        return [page.credit_code]

    def facets(self, page: DepartmentPage) -> dict[str, list[str]]:
        return {"department": [str(page.pk)]}

    def facts(self, reading: Reading) -> list[str]:
        return [fact for fact in (str(reading.get_level_display()), reading.phone) if fact]


class AnswerIndex(PageIndex, indexes.Indexable):
    """Written answers, found by the question in all its ways to be asked, and by the answer.

    A question is no name: whoever looks for 营业执照 wants the service, and not the first question with that word.
    """

    facet_topic = ValuesField()

    result_type = "answer"
    label = _("Answer")
    plural = _("Answers")
    everyday_field = "variants"
    shown = ("name", "variants", "answer", "last_published_at")
    offered = (*PageIndex.offered, TOPIC)

    def get_model(self) -> type[AnswerPage]:
        return AnswerPage

    def index_queryset(self, using: str | None = None) -> QuerySet[Any]:
        return public_answers()

    def related(self, pages: list[Any]) -> list[Any]:
        answers = with_departments(pages)
        prefetch_related_objects(answers, "topics", "bases")
        return answers

    def texts(self, page: AnswerPage, language: str) -> Texts:
        return Texts(
            everyday=list(texts_of(page, ["name", self.everyday_field], language)),
            department=list(department_texts(page.department, language)),
            text=[*texts_of(page, ["answer", "keywords"], language)],
            terms=list(row_texts(page.bases.all(), ["statute"], language)),
        )

    def facets(self, page: AnswerPage) -> dict[str, list[str]]:
        topics = [topic.key for topic in page.topics.all()]
        return {"department": [str(page.department.pk)], TOPIC.name: topics}

    def above(self, reading: Reading) -> LocalText:
        name: LocalText = reading.department.name
        return name

    def written(self, pages: Sequence[AnswerPage], language: str) -> list[Written]:
        return written_answers(pages, language)
