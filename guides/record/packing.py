"""The whole item, as it was published, in few bytes: its revision content, and what this referred to."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from modelcluster.models import get_serializable_data_for_fields

from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns
from knowledge.models import District, ServicePoint, Topic
from translations.languages import content_languages, translated_fields
from translations.reading import choose, is_reviewed

from .states import TOPICS

Content = dict[str, Any]
# By model and key: what it was called in each language, and for some all of it.
References = dict[str, dict[str, dict[str, Any]]]

KEPT_WHOLE = (District._meta.label_lower, ServicePoint._meta.label_lower)  # an item's page shows them as its own
TOPIC = Topic._meta.label_lower


def pack(content: Content, references: References) -> bytes:
    data = {"content": content, "references": references}
    return zlib.compress(json.dumps(data, ensure_ascii=False, cls=DjangoJSONEncoder).encode())


def unpack(packed: bytes | memoryview) -> tuple[Content, References]:
    data = json.loads(zlib.decompress(packed))
    return data["content"], data["references"]


def plain(content: Mapping[str, Any]) -> Content:
    """Content as it comes back from JSON: days as texts."""
    data: Content = json.loads(json.dumps(content, cls=DjangoJSONEncoder))
    return data


def references_of(content: Content) -> References:
    """What an item refers to, as it is now: a query for each kind of thing."""
    wanted: dict[str, set[int]] = {TOPIC: set(content.get(TOPICS) or [])}
    for target, key in _keys(content):
        wanted.setdefault(target, set()).add(key)
    found: References = {}
    for target, keys in wanted.items():
        objects = apps.get_model(target)._default_manager.in_bulk(keys) if keys else {}
        found[target] = {str(key): _described(target, one) for key, one in objects.items()}
    return found


def _keys(content: Content) -> Iterator[tuple[str, int]]:
    yield from _keys_in([content], guide_columns())
    for relation in relations():
        yield from _keys_in(content.get(relation) or [], row_columns(relation))


def _keys_in(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, Column]) -> Iterator[tuple[str, int]]:
    references = [one for one in columns.values() if one.kind == Kind.REFERENCE]
    for row in rows:
        for one in references:
            if key := row.get(one.name):
                yield one.target, key


def _described(target: str, one: Model) -> dict[str, Any]:
    whole = {"data": plain(get_serializable_data_for_fields(one))} if target in KEPT_WHOLE else {}
    return {"names": names_of_object(one), **whole}


def names_of_object(one: Model) -> dict[str, str]:
    """What an object is called, in each language in which readers may see it."""
    if "name" not in translated_fields(type(one)):
        return {content_languages()[0]: str(one)}
    texts = {code: choose(one, "name", code, is_reviewed(one, code)) for code in content_languages()}
    return {code: text.plain for code, text in texts.items() if text and not text.stands_in}
