"""From YAML to descriptions."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from forms_library.models import FormPage
from portal.demo.files import columns_of
from translations.lists import read_yaml

from . import markup
from .markup import Translate
from .model import Block, Description, Look, PageBreak, Paragraph, Row, Table, Term, Title, Words

FOLDER = Path(__file__).parent
HEIGHT, HEADING = 24.0, 22.0  # points of a row, and at most of one that is a heading
FACTS = ("name", "summary", "code", "kind", "written_in")
PLACES = ("left", "right", "indented", "note")


class DescriptionError(ValueError):
    """A description that cannot be drawn; the message names it and what is wrong."""


def descriptions() -> list[Description]:
    """All forms of the demonstration."""
    vocabulary = _terms(read_yaml(FOLDER / "vocabulary.yaml"))
    return [_checked(path, vocabulary) for path in sorted((FOLDER / "descriptions").glob("*.yaml"))]


def _checked(path: Path, vocabulary: Mapping[str, Term]) -> Description:
    try:
        return description(path.stem, read_yaml(path), vocabulary)
    except (KeyError, ValueError) as error:
        raise DescriptionError(f"{path.name}: {error}") from error


def description(slug: str, data: Mapping[str, Any], vocabulary: Mapping[str, Term]) -> Description:
    """One form. Raises ``KeyError`` and ``ValueError`` for what cannot be drawn."""
    terms = {**vocabulary, **_terms(data.get("terms", {}))}
    english = markup.into_english(terms) if data.get("written_in") == "bilingual" else markup.in_chinese
    facts = columns_of(FormPage, {name: data[name] for name in FACTS if name in data})
    blocks = tuple(block for one in data["layout"] for block in _blocks(one, facts, english))
    return Description(
        slug=slug,
        department=data["department"],
        format=data.get("format", "pdf"),
        facts=facts,
        materials=data["materials"],
        dated=data["dated"],
        blocks=blocks,
        terms=terms,
        topics=tuple(data.get("topics", ())),
        fillable=data.get("fillable", False),
        sample={label: _texts(values) for label, values in data.get("sample", {}).items()},
        ticks=tuple(data.get("ticks", ())),
    )


def _texts(values: Any) -> list[str]:
    return [str(value) for value in (values if isinstance(values, list) else [values])]


def _terms(data: Mapping[str, Any]) -> dict[str, Term]:
    return {label: Term(**entry) if isinstance(entry, Mapping) else Term(entry) for label, entry in data.items()}


def _blocks(data: Any, facts: Mapping[str, Any], english: Translate) -> Iterator[Block]:
    if data == "page":
        yield PageBreak()
    elif data == "title":
        second = (Words(facts["name_en"], small=True),) if facts.get("written_in") == "bilingual" else ()
        yield Title((Words(facts["name_zh_hans"]), *second))
    elif "rows" in data:
        yield _table(data, english)
    else:
        ((place, texts),) = data.items()
        if place not in PLACES:
            raise ValueError(f"no block is called {place}")
        for text in _texts(texts):
            yield Paragraph(markup.line(text, english), place)


def _table(data: Mapping[str, Any], english: Translate) -> Table:
    height = float(data.get("height", HEIGHT))
    rows = [row for one in data["rows"] for row in _rows(one, height, english)]
    table = Table(tuple(data["widths"]), tuple(rows))
    list(table.placed())
    return table


def _rows(data: Any, height: float, english: Translate) -> Iterator[Row]:
    """A list of cells, or ``{cells: […], height: 60, times: 5}``: a roster repeats a row."""
    if not isinstance(data, Mapping):
        data = {"cells": data}
    cells = tuple(markup.cell(str(one), english) for one in data["cells"])
    is_heading = cells[0].look is Look.SECTION
    for _number in range(data.get("times", 1)):
        yield Row(cells, min(height, HEADING) if is_heading else float(data.get("height", height)))
