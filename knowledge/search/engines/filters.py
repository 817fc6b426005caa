"""What haystack's filters mean, as an expression."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from haystack.constants import DJANGO_CT
from haystack.inputs import BaseInput

from knowledge.search.expressions import NOTHING, AllOf, AnyOf, Except, Expression, Prefix, Term
from knowledge.search.inputs import Meant, Token
from knowledge.search.segmentation import query_text


@dataclass(frozen=True)
class Fields:
    """What an engine must know of the index: its document field, and which fields hold segmented text."""

    document: str
    segmented: frozenset[str]


def of_filters(node: Any, fields: Fields) -> Expression:
    """The meaning of a tree of haystack's ``SQ`` objects. Raises ``ValueError`` for a lookup there is not."""
    parts = tuple(_child(child, node.split_expression, fields) for child in node.children)
    expression = parts[0] if len(parts) == 1 else (AnyOf if node.connector == "OR" else AllOf)(parts)
    return Except(expression) if node.negated else expression


def _child(child: Any, split: Callable[[str], tuple[str, str]], fields: Fields) -> Expression:
    if hasattr(child, "children"):
        return of_filters(child, fields)
    name, lookup = split(child[0])
    if isinstance(child[1], Meant):
        return child[1].expression
    field = fields.document if name == "content" else name
    return _of_lookup(field, lookup, child[1], field in fields.segmented)


def _of_lookup(field: str, lookup: str, value: Any, segmented: bool) -> Expression:
    if lookup == "in":
        return AnyOf(tuple(_of_lookup(field, "exact", one, segmented) for one in value))
    if lookup == "startswith":
        return Prefix(field, _plain(value), _weight(value))
    if lookup not in ("content", "exact"):
        raise ValueError(f"{field}__{lookup}: this search knows content, exact, in and startswith")
    if segmented and not isinstance(value, Token):
        return all_tokens(field, query_text(_plain(value)).split())
    return Term(field, _plain(value), _weight(value))


def all_tokens(field: str, tokens: list[str]) -> Expression:
    """Every one of these tokens; nothing where there is none to look for."""
    return AllOf(tuple(Term(field, token) for token in tokens)) if tokens else NOTHING


def of_models(labels: Iterable[str]) -> Expression:
    """Documents of these models (``"guides.guidepage"``)."""
    return AnyOf(tuple(Term(DJANGO_CT, label) for label in sorted(labels)))


def of_narrowing(query: str) -> Expression:
    """What haystack's ``narrow("facet_visits:0")`` means: a field and one of its values. It adds nothing to a score."""
    field, _colon, value = query.partition(":")
    return Term(field, value, 0.0)


def _plain(value: Any) -> str:
    return str(value.query_string if isinstance(value, BaseInput) else value)


def _weight(value: Any) -> float:
    return value.weight if isinstance(value, Token) else 1.0
