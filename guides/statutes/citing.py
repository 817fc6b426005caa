"""Which published pages rest on a statute: by their legal bases, and by what is written in their texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.html import strip_tags

from forms_library.models import FormPage
from guides.models import GuidePage, LegalBasis, Statute
from knowledge.models import AnswerPage
from knowledge.models.answers import AnswerBasis
from translations.languages import column, default_language

from .citations import citations
from .linking import written
from .numbering import ArticleNumber
from .registry import Names, meant
from .titles import title_key, without_state

# Texts of an item, an answer and a form in which provisions are cited.
GUIDE_ROWS = {
    "materials": ("required_by", "source_note", "acceptance_standard"),
    "conditions": ("text",),
    "fee_items": ("basis", "reduction"),
    "special_procedures": ("basis",),
    "intermediary_services": ("basis",),
}
TEXTS: dict[type[Any], tuple[str, ...]] = {
    GuidePage: ("statutory_note", "promised_note", "fee_note", "prohibitions", "rights", "duties"),
    AnswerPage: ("answer",),
    FormPage: ("summary",),
}


@dataclass(frozen=True, order=True)
class Cites:
    """A page that cites an article; nothing for ``article``: the statute as a whole."""

    page: int
    article: ArticleNumber | None


def citing(statute: Statute, names: Names) -> set[Cites]:
    """The published pages that cite it. A page that cites an article does not cite the whole beside it."""
    found = {*_linked(statute), *_answer_bases(statute, names), *_in_texts(statute, names)}
    exact = {one.page for one in found if one.article}
    return {one for one in found if one.article or one.page not in exact}


def _linked(statute: Statute) -> Iterator[Cites]:
    rows = LegalBasis.objects.filter(registered=statute, page__live=True)
    for page, number, insertion in rows.values_list("page_id", "article_number", "article_insertion"):
        yield Cites(page, ArticleNumber(number, insertion) if number else None)


def _answer_bases(statute: Statute, names: Names) -> Iterator[Cites]:
    for basis in AnswerBasis.objects.filter(page__live=True).filter(_mentions(statute, names, ["statute"])):
        cited = written(basis.statute_zh_hans or "", basis.article_zh_hans or "")
        if _means(cited.title, statute, names):
            yield Cites(basis.page_id, cited.article if cited.article.number else None)


def _in_texts(statute: Statute, names: Names) -> Iterator[Cites]:
    for model, fields in TEXTS.items():
        pages = model.objects.live().filter(_mentions(statute, names, fields))
        yield from _cited_in(pages, "pk", fields, statute, names)
    for relation, fields in GUIDE_ROWS.items():
        rows = getattr(GuidePage, relation).rel.related_model.objects.filter(page__live=True)
        yield from _cited_in(rows.filter(_mentions(statute, names, fields)), "page_id", fields, statute, names)


def _cited_in(
    objects: Iterable[Any], key: str, fields: Iterable[str], statute: Statute, names: Names
) -> Iterator[Cites]:
    for one in objects:
        for field in fields:
            text = strip_tags(getattr(one, column(field, default_language())) or "")
            for cited in citations(text, names.keys()):
                if _means(cited.title, statute, names):
                    yield from (Cites(getattr(one, key), article) for article in cited.articles or (None,))


def _mentions(statute: Statute, names: Names, fields: Iterable[str]) -> Q:
    """Narrows down what has to be read: texts with one of the statute's names."""
    own = {name for name, found in names.items() if any(one.key == statute.pk for one in found)}
    own |= {without_state(str(statute)), title_key(str(statute))}
    condition = Q()
    for name in own:
        for field in fields:
            condition |= Q(**{f"{column(field, default_language())}__icontains": name})
    return condition


def _means(title: str, statute: Statute, names: Names) -> bool:
    return [one.key for one in meant(title, names)] == [statute.pk]
