"""What an index holds of a page: its texts in tokens, for each language that readers may see, and its codes.

An app's ``search_indexes.py`` declares ``class GuideIndex(PageIndex, indexes.Indexable)``; haystack finds it, and with
that the kind is searched, rebuilt, kept in step and shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import Model, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from haystack import indexes

from knowledge.codes import TopicAudience
from knowledge.models import DepartmentPage, Topic
from knowledge.public import public
from knowledge.search import facets, ordering
from knowledge.search.codes import code_tokens
from knowledge.search.facets import Facet, Label, only, remembered
from knowledge.search.fields import InEachLanguage, KeptField, NameField, SegmentedField, ValuesField
from knowledge.search.intents import Intent
from knowledge.search.lexicon import TERM, Title
from knowledge.search.ordering import Ordering
from knowledge.search.registry import kinds
from knowledge.search.segmentation import index_text, names_text, short_forms, whole_tokens
from knowledge.search.standing import reviewed
from translations.languages import column, content_languages
from translations.local_text import LocalText
from translations.reading import Reading, is_reviewed, read_columns, texts_by

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from knowledge.answers.answer import Answer
    from knowledge.answers.written import Written
    from knowledge.desk.card import Card
    from knowledge.gaps.holes import Hole

BATCH = 500  # pages read from the database at once
PASSAGE_LENGTH = 20_000  # characters of a page kept for showing passages


@dataclass(frozen=True)
class Texts:
    """The texts of a page in one language; each weighs differently. ``text`` is what passages are shown from;
    ``terms`` are names of other things that it speaks of, which are words for whoever searches.
    """

    name: Sequence[str] = ()
    everyday: Sequence[str] = ()
    department: Sequence[str] = ()
    text: Sequence[str] = ()
    terms: Sequence[str] = ()

    @property
    def everyday_names(self) -> list[str]:
        """One by one: a page writes them one a line."""
        return [line for names in self.everyday for line in names.splitlines()]


@dataclass(frozen=True)
class Document:
    """A page as the index holds it: the fields of the engine, and what it is called."""

    fields: dict[str, Any]
    titles: tuple[Title, ...]

    @property
    def id(self) -> str:
        return str(self.fields["id"])


def texts_of(instance: Model, fields: Iterable[str], language: str) -> Iterator[str]:
    """The non-empty texts of these translated fields, without markup."""
    for field in fields:
        if value := getattr(instance, column(field, language)):
            yield strip_tags(value) if "<" in value else value


def department_texts(department: DepartmentPage, language: str) -> Iterator[str]:
    """What the department of a page is called, where readers of the language see it."""
    if is_reviewed(department, language):
        yield from texts_of(department, ["name", "short_name"], language)


def row_texts(rows: Iterable[Model], fields: Sequence[str], language: str) -> Iterator[str]:
    """The same for rows: one text a row, its fields joined by a space."""
    for row in rows:
        if joined := " ".join(texts_of(row, fields, language)):
            yield joined


def _kinds(values: Iterable[str]) -> dict[str, Label]:
    return only(values, {kind.result_type: str(kind.label) for kind in kinds()})


def _departments(values: Iterable[str]) -> Mapping[str, Label]:
    keys = [value for value in values if value.isascii() and value.isdecimal() and len(value) < 10]
    return texts_by("pk", "name", DepartmentPage.objects.live().filter(pk__in=keys).order_by("path"))


def _topics(values: Iterable[str]) -> dict[str, Label]:
    """Topics of the two lists may have the same name: the list is named, too."""
    lists = {str(audience): label for audience, label in TopicAudience.choices}
    topics = Topic.objects.annotate(whole_key=Concat("audience", Value("/"), "code")).filter(whole_key__in=list(values))
    names = texts_by("whole_key", "name", topics)
    return {key: f"{name.plain} · {lists[key.partition('/')[0]]}" for key, name in names.items()}


def _texts_in_all(page: Any, field: str) -> Iterator[str]:
    for language in content_languages():
        yield from texts_of(page, [field], language)


KIND = Facet("kind", _("Kind"), _kinds)
DEPARTMENT = Facet("department", _("Department"), remembered("department", _departments), by_count=True)
TOPIC = Facet("topic", _("Topic"), remembered("topic", _topics), by_count=True)


class PageIndex(indexes.SearchIndex, metaclass=InEachLanguage):
    """Base of all indexes of pages."""

    in_each_language: ClassVar[Mapping[str, type[Any]]] = {
        "name": NameField,
        "called": SegmentedField,
        "passage": KeptField,
        "exact": SegmentedField,
    }
    text = SegmentedField(document=True)  # everything, in all languages: what finds a page, and weighs least
    codes = SegmentedField()
    standing = ValuesField()
    facet_kind = ValuesField()
    facet_department = ValuesField()

    result_type: ClassVar[str]  # how answers in JSON name this kind: "guide"
    label: ClassVar["StrPromise"]  # how readers are told: "Service"
    plural: ClassVar["StrPromise"]  # the heading above several: "Services"
    everyday_field: ClassVar[str] = ""  # the translated field in which editors write everyday names, one a line
    answers_questions: ClassVar[bool] = False
    has_desk_card: ClassVar[bool] = False  # can window staff work with pages of this kind?
    shown: ClassVar[Sequence[str]] = ("name",)  # the fields that hits show: nothing else is read for them
    offered: ClassVar[Sequence[Facet]] = (KIND, DEPARTMENT)  # by what readers narrow down pages of this kind
    orders: ClassVar[Sequence[Ordering]] = ()  # in which order readers may want them

    def index_queryset(self, using: str | None = None) -> QuerySet[Any]:
        """The pages that anybody may find."""
        return public(self.get_model())

    def related(self, pages: list[Any]) -> list[Any]:
        """The pages with what ``texts`` reads beside them, in a bounded number of queries."""
        return pages

    def for_readers(self, pages: QuerySet[Any]) -> list[Any]:
        """The pages with what their hits show, but for their departments, in a bounded number of queries."""
        return list(pages.only(*read_columns(self.get_model(), self.shown)))

    def texts(self, page: Any, language: str) -> Texts:
        """What to find a page by in one language."""
        raise NotImplementedError

    def page_codes(self, page: Any) -> list[str]:
        """The codes to find a page by, the one that answers show first."""
        return []

    def code(self, page: Any) -> str:
        """The code that answers show."""
        return next(iter(self.page_codes(page)), "")

    def standing_of(self, page: Any) -> list[str]:
        """By what the page comes first among those that answer equally well: tokens of ``standing``."""
        return []

    def facets(self, page: Any) -> dict[str, list[str]]:
        """The values that a page has, by the names of facets: tokens without white space."""
        return {}

    def numbers(self, page: Any) -> dict[str, int | None]:
        """The numbers to order a page by, by the names of orders: none is negative."""
        return {}

    def above(self, reading: Reading) -> LocalText | None:
        """To whom it belongs: the department of an item."""
        return None

    def warning(self, reading: Reading) -> str:
        """What a reader must know before the page is opened."""
        return ""

    def facts(self, reading: Reading) -> list[str]:
        """What a hit says in a few words: how long, how many visits."""
        return []

    def called(self, page: Any) -> list[str]:
        """Every name of a page of which ``shown`` was read, in any language."""
        return [name for field in ("name", self.everyday_field) if field for name in _texts_in_all(page, field)]

    def answers(self, page: Any, language: str, intents: Sequence[Intent], today: date) -> list["Answer"]:
        """What a page that ``for_readers`` read says to these questions, asked on a day; nothing where it went."""
        return []

    def desk_card(self, key: int, language: str, today: date) -> "Card | None":
        """What window staff see of a page; nothing for a kind, or a page, that they cannot work with."""
        return None

    def holes(self, most: int) -> list["Hole"]:
        """Pages that leave open what people ask about pages of this kind; those first that concern most people."""
        return []

    def written(self, pages: Sequence[Any], language: str) -> list["Written"]:
        """The questions that somebody wrote down on pages that ``for_readers`` read, with their answers."""
        return []

    def prepare(self, obj: Any) -> dict[str, Any]:
        data: dict[str, Any] = super().prepare(obj)
        everything: list[str] = []
        for language in content_languages():
            texts = self._public_texts(obj).get(language, Texts())
            names = [*texts.name, *texts.everyday_names]
            data[column("name", language)] = names_text(*texts.name)
            data[column("called", language)] = called = names_text(*names)
            data[column("exact", language)] = whole_tokens(*names)
            data[column("passage", language)] = "\n".join(texts.text)[:PASSAGE_LENGTH]
            everything += [called, *map(short_forms, texts.name), index_text(*texts.department, *texts.text)]
        data["text"] = " ".join(filter(None, everything))
        data["codes"] = code_tokens(self.page_codes(obj))
        data["standing"] = " ".join([*map(reviewed, self._public_texts(obj)), *self.standing_of(obj)])
        values = {"kind": [self.result_type], **self.facets(obj)}
        data |= {facets.PREFIX + name: " ".join(found) for name, found in values.items()}
        return data | {ordering.PREFIX + name: number for name, number in self.numbers(obj).items()}

    def titles(self, page: Any) -> Iterator[Title]:
        """What the page, and what it speaks of, is called, in each language that readers may see."""
        for language, texts in self._public_texts(page).items():
            yield from (Title("name", language, name) for name in texts.name)
            yield from (Title("everyday", language, name) for name in texts.everyday_names)
            yield from (Title(TERM, language, name) for name in texts.terms)

    def _public_texts(self, page: Any) -> dict[str, Texts]:
        """The texts that readers may see, by language: gathered once for a page that was read for the index."""
        if not hasattr(page, "texts_to_find"):
            languages = [language for language in content_languages() if is_reviewed(page, language)]
            page.texts_to_find = {language: self.texts(page, language) for language in languages}
        texts: dict[str, Texts] = page.texts_to_find
        return texts

    def documents(self, pages: Iterable[Any]) -> Iterator[Document]:
        """What the engine and the lexicon are to hold of these pages."""
        for page in self.related(list(pages)):
            yield Document(self.full_prepare(page), tuple(self.titles(page)))

    def all_documents(self) -> Iterator[Document]:
        """The same of all pages, read in batches; pages that appear meanwhile may be missing."""
        keys = list(self.index_queryset().order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), BATCH):
            yield from self.documents(self.index_queryset().filter(pk__in=keys[start : start + BATCH]))
