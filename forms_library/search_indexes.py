"""What the search knows of forms."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from haystack import indexes

from forms_library.codes import FormLanguage
from forms_library.listing import RESULT_TYPE, public_forms, with_current
from forms_library.models import FormPage
from forms_library.search_facets import FORM_FACETS, form_facets
from forms_library.wording import form_facts
from knowledge.models import with_departments
from knowledge.search.characters import is_han
from knowledge.search.documents import PageIndex, Texts, department_texts, texts_of
from knowledge.search.fields import OrderField, ValuesField
from translations.local_text import LocalText
from translations.reading import Reading

# What forms can be printed in, by the language in whose texts their words are looked for.
PRINTED_IN = {
    "zh-hans": (FormLanguage.CHINESE, FormLanguage.BILINGUAL),
    "en": (FormLanguage.ENGLISH, FormLanguage.BILINGUAL),
}


class FormIndex(PageIndex, indexes.Indexable):
    """Forms, found by their names, by what they are for, and by what is printed on them."""

    facet_topic = ValuesField()
    facet_form = ValuesField()
    facet_written = ValuesField()
    facet_fillable = ValuesField()
    order_dated = OrderField()

    result_type = RESULT_TYPE
    label = _("Form")
    plural = _("Forms")
    shown = ("name", "code", "kind", "written_in")
    offered = (*PageIndex.offered, *FORM_FACETS)

    def get_model(self) -> type[FormPage]:
        return FormPage

    def index_queryset(self, using: str | None = None) -> QuerySet[Any]:
        return public_forms()

    def related(self, pages: list[Any]) -> list[Any]:
        forms = with_current(with_departments(pages))
        prefetch_related_objects(forms, "topics")
        prefetch_related_objects([form.current for form in forms if form.current], "pages")
        return forms

    def for_readers(self, pages: QuerySet[Any]) -> list[Any]:
        return with_current(super().for_readers(pages))

    def texts(self, page: FormPage, language: str) -> Texts:
        return Texts(
            name=list(texts_of(page, ["name"], language)),
            department=list(department_texts(page.department, language)),
            text=[*texts_of(page, ["summary"], language), *_chinese_codes(page), *_printed(page, language)],
        )

    def page_codes(self, page: FormPage) -> list[str]:
        return [page.code] if page.code else []

    def facets(self, page: FormPage) -> dict[str, list[str]]:
        return {"department": [str(page.department.pk)], **form_facets(page)}

    def numbers(self, page: FormPage) -> dict[str, int | None]:
        return {"dated": page.current.dated.toordinal() if page.current else None}

    def above(self, reading: Reading) -> LocalText:
        name: LocalText = reading.department.name
        return name

    def facts(self, reading: Reading) -> list[str]:
        return form_facts(reading.instance)


def _chinese_codes(page: FormPage) -> list[str]:
    """Codes with Chinese in them are found as words; parts of Latin ones would be taken for initials (gjj: 公积金)."""
    return [page.code] if any(map(is_han, page.code)) else []


def _printed(page: FormPage, language: str) -> Iterator[str]:
    """What is printed on the form, in the texts of the languages it is printed in."""
    if page.current and page.written_in in PRINTED_IN.get(language, ()):
        yield from (part.text for part in page.current.pages.all() if part.text)
