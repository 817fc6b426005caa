"""An item's facts (``guides.lint.rule``), as the database has them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from guides.exchange.schema import Kind, guide_columns, relations, row_columns
from guides.models import GuidePage
from knowledge.models import Topic

from .families.english import needs_english

Trouble = tuple[str, str, str]  # kind, place, what

# Whoever chooses items for foreign investors adds a function that answers their keys: the room above does.
chosen_for_investors: list[Callable[[], Iterable[int]]] = []


@dataclass
class Around:
    """What the facts of an item say of others, read once for many items."""

    chosen: frozenset[int] = frozenset()
    names: Mapping[str, Mapping[int, str]] = field(default_factory=dict)  # code -> item -> name
    topics: Mapping[int, str] = field(default_factory=dict)
    troubles: Mapping[int, list[Trouble]] = field(default_factory=dict)

    def same_code(self, code: str, key: int | None) -> list[str]:
        return [name for other, name in self.names.get(code, {}).items() if other != key] if code else []


def around(codes: Iterable[str] | None = None) -> Around:
    """For items with these codes; ``None`` for all."""
    guides = GuidePage.objects.live().exclude(task_code="").order_by("path")  # drafts of others are nobody's business
    if codes is not None:
        guides = guides.filter(task_code__in=list(codes))
    names: dict[str, dict[int, str]] = defaultdict(dict)
    for code, key, name in guides.values_list("task_code", "pk", "name_zh_hans"):
        names[code][key] = name
    return Around(
        chosen=frozenset(key for source in chosen_for_investors for key in source()),
        names=names,
        topics={key: f"{kind}/{code}" for key, kind, code in Topic.objects.values_list("pk", "audience", "code")},
    )


def completed(facts: dict[str, Any], key: int | None, known: Around) -> dict[str, Any]:
    """With what can be told only by looking around."""
    facts["same_code"] = known.same_code(facts.get("task_code") or "", key)
    facts["for_investors"] = needs_english(facts, key in known.chosen)
    facts["troubles"] = known.troubles.get(key or 0, [])
    return facts


def facts_of(guide: GuidePage, known: Around) -> dict[str, Any]:
    """Of an item, or of a draft of it."""
    facts = _values(guide, _names(guide_columns()))
    for relation in relations():
        names = _names(row_columns(relation))
        facts[relation] = [_values(row, names) for row in getattr(guide, relation).all()]
    facts["topics"] = [known.topics[topic.pk] for topic in guide.topics.all() if topic.pk in known.topics]
    return completed(facts, guide.pk, known)


def _names(columns: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Columns with the attribute to read: of a reference its key, so that nothing is fetched."""
    return [(name, column.field.attname if column.kind == Kind.REFERENCE else name) for name, column in columns.items()]


def _values(instance: Model, names: list[tuple[str, str]]) -> dict[str, Any]:
    return {name: getattr(instance, attribute) for name, attribute in names}


# --- many items, as they are published ----------------------------------------------------------------------------

BATCH = 200


def published_facts(keys: Iterable[int], known: Around) -> Iterator[tuple[int, dict[str, Any]]]:
    """Keys of items and their facts, read a batch at a time and without making objects of their rows."""
    found = list(keys)
    for start in range(0, len(found), BATCH):
        yield from _batch(found[start : start + BATCH], known)


def _batch(keys: list[int], known: Around) -> Iterator[tuple[int, dict[str, Any]]]:
    guides = GuidePage.objects.filter(pk__in=keys).order_by("pk")
    facts = {row["pk"]: row for row in guides.values("pk", *guide_columns())}
    for one in facts.values():
        one.update({relation: [] for relation in relations()}, topics=[])
    for relation, model in relations().items():
        rows = model._default_manager.filter(page__in=keys).order_by("page", "sort_order", "pk")
        for row in rows.values("page_id", *row_columns(relation)):
            if row["page_id"] in facts:
                facts[row.pop("page_id")][relation].append(row)
    links = GuidePage.topics.through.objects.filter(guidepage__in=keys).order_by("pk")
    for key, topic in links.values_list("guidepage", "topic"):
        facts[key]["topics"].append(known.topics[topic])
    for key, one in facts.items():
        yield key, completed(one, key, known)
