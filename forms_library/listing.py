"""Which forms readers see, and all that a list of them needs in a bounded number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from haystack.query import SQ, SearchQuerySet

from forms_library.codes import VersionState
from forms_library.models import FormPage, FormVersion
from knowledge.models import with_departments
from knowledge.paging import Paged
from knowledge.public import public
from knowledge.search import facets
from knowledge.search.documents import KIND
from knowledge.search.found import Found
from knowledge.search.inputs import Token
from knowledge.search.views import readable
from translations.reading import Reading, read_all

PAGE_SIZE = 20
RESULT_TYPE = "form"  # what the search calls a form
NEWEST_FIRST = "-order_dated"


def readable_forms() -> QuerySet[FormPage]:
    """Forms whose page anybody may read, with a file or not: an old address still says what became of it."""
    return public(FormPage)


def public_forms() -> QuerySet[FormPage]:
    """Forms that lists show: readable, and with a file to have."""
    return readable_forms().filter(versions__state=VersionState.PUBLISHED)


def with_current(forms: Iterable[FormPage]) -> list[FormPage]:
    """The forms, each knowing the version that readers get: one query for all."""
    found = list(forms)
    versions = _light(FormVersion.objects.filter(page__in=[form.pk for form in found], state=VersionState.PUBLISHED))
    current = {version.page_id: version for version in versions}
    for form in found:
        form.current = current.get(form.pk)
    return found


def current_forms(keys: Iterable[int]) -> dict[int, FormPage]:
    """Public forms by their key, each knowing the version that readers get: forms and versions in one query."""
    pages = public_forms().filter(pk__in=keys).values("pk")
    versions = FormVersion.objects.filter(page__in=pages, state=VersionState.PUBLISHED).select_related("page")
    forms = {}
    for version in _light(versions):
        forms[version.page_id] = version.page
        version.page.current = version
    return forms


def _light(versions: QuerySet[FormVersion]) -> QuerySet[FormVersion]:
    """Without where they are to be filled in: a hundred fields as JSON, which no list shows."""
    return versions.defer("fields", "reviews", "fields_removed")


@dataclass(frozen=True)
class Listing(Paged):
    """One page of the forms that were asked for. The facets count all of them."""

    items: list[Reading]
    found: Found | None
    hits: SearchQuerySet
    narrowing: Mapping[str, tuple[str, ...]]
    query: QueryDict

    @cached_property
    def groups(self) -> list[facets.Group]:
        """How the list can be narrowed down."""
        return facets.groups(facets.counts(self.hits, self.narrowing), self.narrowing, self.query)

    @property
    def chosen(self) -> list[facets.Option]:
        """By what it is narrowed down."""
        return [option for group in self.groups for option in group.options if option.chosen]

    @property
    def corrected(self) -> str:
        """What was looked for, where the reader's own words found nothing."""
        return self.found.corrected if self.found else ""


def listing(request: HttpRequest, language: str) -> Listing:
    """The forms with the words of ``?q=…``, the best first; without words all, the newest first."""
    words = readable(request.GET.get("q", ""))
    found = Found(words, language) if words else None
    hits = (found.hits if found else SearchQuerySet()).filter(SQ(**{KIND.field: Token(RESULT_TYPE, 0.0)}))
    chosen = {name: values for name, values in facets.chosen_in(request.GET).items() if name != KIND.name}
    narrowed = facets.narrowed(hits, chosen)
    page = Paginator(narrowed if found else narrowed.order_by(NEWEST_FIRST), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    return Listing(page, _read(page.object_list, language), found, hits, chosen, request.GET)


def _read(hits: Iterable[Any], language: str) -> list[Reading]:
    """Read again from the database: a form that went a moment ago is not shown."""
    keys = [int(hit.pk) for hit in hits]
    forms = {form.pk: form for form in with_current(with_departments(public_forms().filter(pk__in=keys)))}
    return read_all((forms[key] for key in keys if key in forms), language)
