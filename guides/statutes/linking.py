"""Which statute and article of the registry a written legal basis means.

The link follows from the words and is kept beside them, so that it is found from the statute's side. The words stay as
their editor wrote them. What may mean several statutes is linked to none and listed.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet

from guides.models import GuidePage, LegalBasis, Statute
from translations.languages import column, other_languages
from translations.reading import REVIEW_MARK, is_reviewed
from translations.shared_lists.recording import record_entry

from .citations import citations
from .numbering import ArticleNumber, first_article
from .registry import Candidate, Names, all_names, meant, names_for

COLUMNS = ("registered_id", "article_number", "article_insertion")
BATCH = 500
NO_ARTICLE = ArticleNumber(0)


@dataclass(frozen=True)
class Written:
    """What a legal basis cites, as it was written."""

    title: str
    article: ArticleNumber


@dataclass
class LinkReport:
    """What came of linking. ``ambiguous`` and ``unknown``: the titles, each with how often it stands."""

    linked: int = 0
    changed: int = 0
    ambiguous: dict[str, tuple[int, Sequence[str]]] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)

    def note(self, title: str, found: Sequence[Candidate]) -> None:
        if len(found) == 1:
            self.linked += 1
        elif found:
            count, _candidates = self.ambiguous.get(title, (0, ()))
            self.ambiguous[title] = (count + 1, [one.title for one in found])
        else:
            self.unknown[title] = self.unknown.get(title, 0) + 1


def written(statute: str, article: str) -> Written:
    """Old items have whole citations where the title belongs: 《行政许可法》第三十条."""
    cited = next(iter(citations(statute)), None) if "《" in statute or "第" in statute else None
    title = cited.title if cited else statute
    inside = cited.articles[0] if cited and cited.articles else None
    return Written(title, first_article(article) or inside or NO_ARTICLE)


def columns_for(basis: Any, names: Names) -> tuple[dict[str, int | None], Written, Sequence[Candidate]]:
    """The values of ``COLUMNS`` for a legal basis."""
    cited = written(basis.statute_zh_hans or "", basis.article_zh_hans or "")
    found = list(meant(cited.title, names))
    key = found[0].key if len(found) == 1 else None
    article = cited.article if key else NO_ARTICLE
    return dict(zip(COLUMNS, (key, article.number, article.insertion), strict=True)), cited, found


def link(bases: Iterable[Any], names: Names, report: LinkReport | None = None) -> list[Any]:
    """Set the columns of these rows, without saving; answers those that changed."""
    changed = []
    for basis in bases:
        columns, cited, found = columns_for(basis, names)
        if report:
            report.note(cited.title, found)
        if columns != {name: getattr(basis, name) for name in COLUMNS}:
            for name, value in columns.items():
                setattr(basis, name, value)
            changed.append(basis)
    return changed


def titles_in(bases: Iterable[Any]) -> list[str]:
    """The titles that these rows cite."""
    return [written(basis.statute_zh_hans or "", basis.article_zh_hans or "").title for basis in bases]


def link_in_memory(page: Any) -> None:
    """Link the rows of a page that is being edited, so that its draft and its preview show the right words."""
    bases = list(page.legal_bases.all())
    if link(bases, names_for(titles_in(bases))):
        page.legal_bases = bases


def link_page(page: GuidePage) -> None:
    """Link the rows of a page as they are stored."""
    bases = list(LegalBasis.objects.filter(page_id=page.pk))
    _keep(link(bases, names_for(titles_in(bases))))
    for language in other_languages():
        for basis in bases if is_reviewed(page, language) else ():
            if basis.registered_id and getattr(basis, column("statute", language)):
                _name(basis, language)


def link_all(progress: Callable[[int], object] | None = None) -> LinkReport:
    """Link the rows of all items."""
    report, names = LinkReport(), all_names()
    rows = LegalBasis.objects.order_by("pk").iterator(BATCH)
    while batch := list(islice(rows, BATCH)):
        changed = link(batch, names, report)
        _keep(changed)
        report.changed += len(changed)
        if progress:
            progress(len(batch))
    for language in other_languages():
        for basis in _naming(language):
            _name(basis, language)
    return report


def _keep(bases: Iterable[Any]) -> None:
    LegalBasis.objects.bulk_update(bases, COLUMNS, batch_size=BATCH)


def _naming(language: str) -> QuerySet[LegalBasis]:
    """Rows of reviewed pages that know a title in this language of a statute that has none."""
    nameless = _empty(f"registered__{column('title', language)}")
    reviewed = {f"page__{column(REVIEW_MARK, language)}": True}
    rows = LegalBasis.objects.filter(nameless, registered__isnull=False, page__live=True, **reviewed)
    return rows.exclude(_empty(column("statute", language))).select_related("registered")


def _empty(name: str) -> Q:
    return Q(**{name: ""}) | Q(**{name: None})


def _name(basis: Any, language: str) -> None:
    """A statute without a title in a language gets the one by which a reviewed page calls it."""
    title = column("title", language)
    nameless = Statute.objects.filter(_empty(title), pk=basis.registered_id)
    if nameless.update(**{title: getattr(basis, column("statute", language))}):
        record_entry(Statute.objects.get(pk=basis.registered_id))
