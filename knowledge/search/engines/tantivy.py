"""haystack on tantivy: embedded, in Rust, for a full city or a province."""

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from haystack.backends import BaseEngine
from haystack.constants import ID
from tantivy import Document, Index, Schema, SchemaBuilder

from knowledge.search.places import IndexPlace

from .backend import IDENTITY, Backend, Query
from .snapshot import Snapshot, Stored
from .tantivy_snapshot import TantivySnapshot

BUILD_MEMORY = 256_000_000  # bytes that the writer of a whole index may use before it spills to disk
CHANGE_MEMORY = 15_000_000  # the least that tantivy takes


def schema_of(all_fields: Mapping[str, Any]) -> Schema:
    """The tantivy schema of the fields of all haystack indexes."""
    builder = SchemaBuilder()
    for name in IDENTITY:
        builder.add_text_field(name, stored=True, tokenizer_name="raw", index_option="basic")
    for name, field in all_fields.items():
        _add(builder, name, field)
    return builder.build()


def _add(builder: SchemaBuilder, name: str, field: Any) -> None:
    if getattr(field, "orders", False):
        builder.add_unsigned_field(name, fast=True)
    elif getattr(field, "counted", False):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    elif getattr(field, "segmented", False):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    else:
        builder.add_bytes_field(name, stored=True)


class TantivyBackend(Backend):
    """The engine for many documents."""

    engine = f"tantivy {version('tantivy')}"

    @property
    def schema(self) -> Schema:
        """The schema an index should have now."""
        return schema_of(self.fields)

    def open(self, directory: Path) -> Snapshot | None:
        try:
            return TantivySnapshot(directory, self.schema)
        except (OSError, ValueError):  # no index, or a torn one
            return None

    def create(self, documents: Iterable[Stored]) -> int:
        schema = self.schema
        index = Index(schema, path=str(self.path), reuse=False)
        writer = index.writer(BUILD_MEMORY, num_threads=1)  # one: documents keep their order, ties are the same always
        fields, count = self.fields, 0
        for count, document in enumerate(documents, start=1):  # noqa: B007 -- counts
            writer.add_document(_document(document, schema, fields))
        writer.commit()
        writer.wait_merging_threads()
        self.sign()
        return count

    def change(self, documents: Iterable[Stored], removed: Iterable[str] = ()) -> None:
        schema, fields = self.schema, self.fields
        prepared = [(str(document[ID]), _document(document, schema, fields)) for document in documents]
        if not self.is_usable():
            self.restored()
        with IndexPlace(self.path).lock("writer"):  # tantivy's own writer does not wait for another
            writer = Index.open(str(self.path.resolve())).writer(CHANGE_MEMORY, num_threads=1)
            for identifier in [*removed, *(identifier for identifier, _document in prepared)]:
                writer.delete_documents_by_term(ID, identifier)
            for _identifier, document in prepared:
                writer.add_document(document)
            writer.commit()
            writer.wait_merging_threads()


def _document(values: Stored, schema: Schema, fields: Mapping[str, Any]) -> Document:
    """A document of ours as tantivy takes it. Raises ``KeyError`` for a field there is not."""
    identity = {name: values[name] for name in IDENTITY}
    held = {name: value for name, value in values.items() if name not in IDENTITY and value not in (None, "")}
    return Document.from_dict(identity | {name: _value(value, fields[name]) for name, value in held.items()}, schema)


def _value(value: Any, field: Any) -> Any:
    if getattr(field, "counted", False):
        return value.split()
    return value if getattr(field, "segmented", False) or getattr(field, "orders", False) else value.encode()


class Engine(BaseEngine):
    """``HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "knowledge.search.engines.tantivy.Engine", "PATH": …}}``."""

    backend = TantivyBackend
    query = Query
