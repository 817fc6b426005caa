"""What the search knows of service items."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.utils.translation import gettext, gettext_lazy
from haystack import indexes

from guides.answers import answer, rows_for, unsaid
from guides.codes import ItemStatus
from guides.desk import desk_card
from guides.frequent_questions import written_questions
from guides.holes import holes
from guides.listing import only_cards, public_guide, public_guides
from guides.models import GuidePage
from guides.reading_rows import Rows
from guides.search_facets import ITEM_FACETS, ITEM_ORDERS, item_facets, item_numbers
from guides.templatetags.guide_words import card_facts
from knowledge.answers.answer import Answer
from knowledge.answers.written import Written
from knowledge.desk.card import Card
from knowledge.gaps.holes import Hole
from knowledge.models import with_departments
from knowledge.search.documents import PageIndex, Texts, department_texts, row_texts, texts_of
from knowledge.search.fields import OrderField, ValuesField
from knowledge.search.intents import Intent
from knowledge.search.standing import ACT, SERVICE, located, tells_only
from translations.freshness.staleness import read_with_notices
from translations.local_text import LocalText
from translations.reading import Reading

STATE = "中华人民共和国"

# What people ask by, in the order in which passages are looked for.
OWN_TEXTS = ("summary",)
MORE_TEXTS = (
    "quantity_limit",
    "visits_reason",
    "agent_note",
    "tolerant_note",
    "commitment_note",
    "cross_region_note",
    "fee_note",
    "joint_bodies",
    "remarks",
)
ROWS = {
    "conditions": ("situation", "text"),
    "materials": ("name", "fill_notes", "source_note"),
    "steps": ("name", "standard", "result"),
    "results": ("name", "validity", "renewal"),
    "fee_items": ("name", "standard", "reduction"),
    "faqs": ("question", "answer"),
    "legal_bases": ("statute", "article", "text"),
}


class GuideIndex(PageIndex, indexes.Indexable):
    """Service items, found by whatever is said about them."""

    facet_topic = ValuesField()
    facet_audience = ValuesField()
    facet_visits = ValuesField()
    facet_online = ValuesField()
    facet_type = ValuesField()
    facet_level = ValuesField()
    facet_district = ValuesField()
    order_time = OrderField()
    order_visits = OrderField()

    result_type = "guide"
    label = gettext_lazy("Service")
    plural = gettext_lazy("Services")
    everyday_field = "everyday_names"
    answers_questions = True
    has_desk_card = True
    offered = (*PageIndex.offered, *ITEM_FACETS)
    orders = ITEM_ORDERS

    def get_model(self) -> type[GuidePage]:
        return GuidePage

    def index_queryset(self, using: str | None = None) -> QuerySet[Any]:
        return public_guides()

    def related(self, pages: list[Any]) -> list[Any]:
        guides = with_departments(pages)
        prefetch_related_objects(guides, *ROWS, "topics", "district")
        return guides

    def for_readers(self, pages: QuerySet[Any]) -> list[Any]:
        return list(only_cards(pages))

    def texts(self, page: GuidePage, language: str) -> Texts:
        return Texts(
            name=list(texts_of(page, ["name", "short_name"], language)),
            everyday=list(texts_of(page, [self.everyday_field], language)),
            department=list(department_texts(page.department, language)),
            text=list(self._body(page, language)),
            terms=[*row_texts(page.materials.all(), ["name"], language), *self._statutes(page, language)],
        )

    def _statutes(self, page: GuidePage, language: str) -> Iterator[str]:
        """Their full titles, and as they are cited in speech: without the name of the state."""
        for title in row_texts(page.legal_bases.all(), ["statute"], language):
            yield from dict.fromkeys((title, title.removeprefix(STATE)))

    def _body(self, page: GuidePage, language: str) -> Iterator[str]:
        yield from texts_of(page, OWN_TEXTS, language)
        for relation, fields in ROWS.items():
            yield from row_texts(getattr(page, relation).all(), fields, language)
        yield from texts_of(page, MORE_TEXTS, language)

    def page_codes(self, page: GuidePage) -> list[str]:
        codes = (page.task_code, page.handle_item_code, page.catalog_code, page.local_task_code)
        return [code for code in codes if code]

    def code(self, page: GuidePage) -> str:
        return page.task_code

    def standing_of(self, page: GuidePage) -> list[str]:
        acts = [] if tells_only(page.name_zh_hans) else [ACT]
        return [SERVICE, *acts, *([located(page.district.code)] if page.district else [])]

    def facets(self, page: GuidePage) -> dict[str, list[str]]:
        return {"department": [str(page.department.pk)], **item_facets(page)}

    def numbers(self, page: GuidePage) -> dict[str, int | None]:
        return item_numbers(page)

    def answers(self, page: GuidePage, language: str, intents: Sequence[Intent], today: date) -> list[Answer]:
        whole = public_guide(page.pk)
        if not whole:
            return []
        whole.department = page.department
        item = read_with_notices(whole, language)
        rows = Rows(item, rows_for(intents))
        said = [found for intent in intents if (found := answer(item, rows, intent, today))]
        return said or [unsaid(item, Rows(item, rows_for([intents[0], Intent.CONTACT])), intents[0])]

    def written(self, pages: Sequence[GuidePage], language: str) -> list[Written]:
        return written_questions(pages, language)

    def holes(self, most: int) -> list[Hole]:
        return holes(most)

    def desk_card(self, key: int, language: str, today: date) -> Card | None:
        page = public_guide(key)
        if not page:
            return None
        with_departments([page])
        return desk_card(page, language, today)

    def above(self, reading: Reading) -> LocalText:
        name: LocalText = reading.department.name
        return name

    def warning(self, reading: Reading) -> str:
        return gettext("Suspended") if reading.status == ItemStatus.SUSPENDED else ""

    def facts(self, reading: Reading) -> list[str]:
        cost = gettext("A fee is charged") if reading.charges_fee else gettext("Free of charge")
        return [*card_facts(reading), cost]
