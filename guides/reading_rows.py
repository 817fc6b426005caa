"""The rows of an item as one reader sees them, each relation fetched once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model, prefetch_related_objects
from django.urls import reverse

from forms_library.listing import current_forms
from forms_library.models import FormDocument
from guides.rules import addresses, flow
from guides.saved_rows import rows_of
from guides.statutes.words import Provision, provisions
from knowledge.answers.listing import about
from knowledge.wording import file_size
from translations.local_text import LocalText, as_written
from translations.reading import Reading, read_all

OPEN_DESKS = 3  # so many places stand open on a page; a township item can have a hundred

RELATIONS = (
    "legal_bases",
    "conditions",
    "materials",
    "steps",
    "special_procedures",
    "fee_items",
    "results",
    "intermediary_services",
    "windows",
    "enquiries",
    "complaints",
    "remedies",
    "faqs",
    "topics",
)


DOCUMENTED = frozenset({"materials", "results"})  # rows with files


def attach_documents(holders: Iterable[Model], names: tuple[str, ...]) -> None:
    """Fill in these foreign keys of objects of any kind with a single query."""
    slots = [(holder, name) for holder in holders for name in names if getattr(holder, f"{name}_id", None)]
    keys = {getattr(holder, f"{name}_id") for holder, name in slots}
    found = FormDocument.objects.in_bulk(keys) if keys else {}
    for holder, name in slots:
        setattr(holder, name, found.get(getattr(holder, f"{name}_id")))


def attach_forms(materials: Iterable[Any]) -> None:
    """Fill in the forms of the library, each with its current version; what readers cannot have is left out."""
    wanted = [material for material in materials if material.form_page_id]
    forms = current_forms(material.form_page_id for material in wanted) if wanted else {}
    for material in wanted:
        material.form_page = forms.get(material.form_page_id)


@dataclass(frozen=True)
class Download:
    """A file that readers may fetch."""

    url: str
    name: LocalText
    kind: str  # "PDF"
    size: str  # "35 KB"

    @property
    def is_picture(self) -> bool:
        """Can a page show it?"""
        return self.kind in {"PNG", "JPG", "JPEG"}


def download(document: Reading | None) -> Download | None:
    """The file of a ``FormDocument``; nothing for nothing."""
    if not document:
        return None
    name = document.name or as_written(document.title, document.language)
    return Download(document.url, name, document.file_extension.upper(), file_size(document.file_size))


@dataclass(frozen=True)
class Desk:
    """Where to go: a window, with what it leaves empty taken from its service point."""

    hall: LocalText
    floor: LocalText
    counter: LocalText
    address: LocalText
    hours: LocalText
    transport: LocalText
    phone: LocalText
    phone_address: str
    url: str
    folded: bool


def desk(window: Reading, *, folded: bool = False) -> Desk:
    """The window's own words first, then those of its service point; ``folded`` shows the hall's name alone."""
    place = window.place
    texts = {name: getattr(window, name) for name in ("hall", "floor", "counter", "address", "hours", "transport")}
    phone = window.phone
    if place:
        own_hall = texts["hall"]
        texts |= {name: texts[name] or getattr(place, name) for name in ("address", "hours", "transport")}
        texts["hall"] = own_hall or place.name
        phone = phone or place.phone
    url = reverse("guides:place", args=[place.slug]) if place else ""
    telephone = addresses.telephone_address(phone)
    hall_named = bool(texts["hall"])
    return Desk(
        **texts,
        phone=as_written(phone, window.language),
        phone_address=telephone,
        url=url,
        folded=folded and hall_named,
    )


@dataclass(frozen=True)
class Contact:
    """A way to reach somebody."""

    kind: str
    value: LocalText
    address: str
    note: LocalText


def contact(row: Reading) -> Contact:
    """An enquiry or a complaint."""
    address = addresses.contact_address(row.instance.kind, row.value)
    return Contact(row.get_kind_display(), as_written(row.value, row.language), address, row.note)


class Rows:
    """The rows of one item. Attributes named like the relations hold lists of readings.

    Who knows which ``relations`` are needed fetches no others.
    """

    def __init__(self, item: Reading, relations: Collection[str] = RELATIONS) -> None:
        self._item, self._page, self._language = item, item.instance, item.language
        self._fetched = self._fetch(relations)

    def __getattr__(self, relation: str) -> list[Reading]:
        if relation not in RELATIONS:
            raise AttributeError(relation)
        own_mark = None if relation == "topics" else self._item.reviewed
        readings = [Reading(row, self._language, own_mark, self._item.stale) for row in self._fetched[relation]]
        setattr(self, relation, readings)
        return readings

    def _fetch(self, relations: Collection[str]) -> dict[str, list[Any]]:
        fetched = {name: rows_of(self._page, name) for name in RELATIONS if name in relations}
        prefetch_related_objects(fetched.get("windows", []), "place")
        materials = fetched.get("materials", [])
        attach_forms(materials)
        if DOCUMENTED.intersection(relations):
            holders = [*materials, *fetched.get("results", []), self._page]
            attach_documents(holders, ("blank_form", "sample", "flow_chart", "commitment_document"))
        return fetched

    @cached_property
    def answers(self) -> list[Reading]:
        """What departments have written in answer to questions about the item."""
        return read_all(about(self._page), self._language)

    @cached_property
    def provisions(self) -> list[Provision]:
        """Legal bases with the words of the registry that are in force."""
        return provisions(self.legal_bases)

    @cached_property
    def situations(self) -> list[list[Reading]]:
        """Conditions, those of one situation together."""
        return flow.grouped(self.conditions, lambda row: row.situation.plain)

    @cached_property
    def stages(self) -> list[list[Reading]]:
        """Steps in order, parallel ones together."""
        return flow.stages(self.steps, lambda row: bool(row.parallel_with_previous))

    @cached_property
    def desks(self) -> list[Desk]:
        """Where to go; after the first few, a reader unfolds the place near them."""
        return [desk(window, folded=number >= OPEN_DESKS) for number, window in enumerate(self.windows)]

    @cached_property
    def questions_to(self) -> list[Contact]:
        """Whom to ask."""
        return [contact(row) for row in self.enquiries]

    @cached_property
    def complaints_to(self) -> list[Contact]:
        """Where to complain."""
        return [contact(row) for row in self.complaints]
