"""The demonstration's written answers."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.html import format_html_join

from guides.models import GuidePage
from knowledge.models import AnswerBasis, AnswerPage, AnswerSubject, DepartmentPage

from . import files


def publish_all() -> None:
    """Publish every answer below its department. The items that they are about have to be there."""
    departments = {page.slug: page for page in DepartmentPage.objects.all()}
    guides = {page.slug: page for page in GuidePage.objects.prefetch_related("topics")}
    for data in files.read("answers.yaml"):
        about = [guides[slug] for slug in data["about"]]
        page = _page(data, about)
        departments[data["department"]].add_child(instance=page)
        page.topics = list({topic for guide in about for topic in guide.topics.all()})
        page.save_revision().publish()


def _page(data: Mapping[str, Any], about: list[GuidePage]) -> AnswerPage:
    texts = {"name": data["question"], "answer": _rich(data["answer"])}
    texts |= {name: data[name] for name in ("variants", "keywords") if name in data}
    page = AnswerPage(slug=data["slug"], live=False, **files.columns_of(AnswerPage, texts))
    page.translation_reviewed_en = data.get("english") == "reviewed"
    page.subjects = [AnswerSubject(subject=guide, sort_order=number) for number, guide in enumerate(about)]
    page.bases = list(_bases(data.get("bases", [])))
    return page


def _bases(rows: list[Mapping[str, Any]]) -> Iterator[AnswerBasis]:
    for number, row in enumerate(rows):
        yield AnswerBasis(sort_order=number, **files.columns_of(AnswerBasis, row))


def _rich(paragraphs: Any) -> Any:
    """``[…]`` or ``{"zh": […], "en": […]}`` with paragraphs -> the same with HTML."""
    if isinstance(paragraphs, Mapping):
        return {language: _rich(texts) for language, texts in paragraphs.items()}
    return format_html_join("", "<p>{}</p>", ((text,) for text in paragraphs))
