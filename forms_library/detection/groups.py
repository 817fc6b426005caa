"""Fields that belong together: the options of one question, the rows of a list."""

from collections import defaultdict
from collections.abc import Iterator

from .drafts import Draft, Shape
from .fields import Field, Group, GroupKind

FAR = 40.0  # points between the lines of one set of options
FEWEST_ROWS = 2

Found = tuple[Draft, Field]


def groups_of(pages: list[list[Found]]) -> Iterator[Group]:
    """Groups of all pages; ids are ``g1``, ``g2`` and so on."""
    number = 0
    for found in pages:
        for label, members in _option_sets(found):
            number += 1
            yield Group(f"g{number}", GroupKind.OPTIONS, label, tuple(field.id for _draft, field in members))
    for label, rows in _lists(pages):
        number += 1
        in_rows = tuple(field for row in rows for field in row)
        yield Group(f"g{number}", GroupKind.ROWS, label, in_rows, tuple(rows))


def _option_sets(found: list[Found]) -> Iterator[tuple[str, list[Found]]]:
    """Boxes that answer one question: in one cell or on lines that follow each other, under one name."""
    current: list[Found] = []
    for draft, field in (pair for pair in found if pair[0].shape is Shape.BOX):
        if current and not _same_question(current[-1][0], draft):
            yield current[0][0].group, current
            current = []
        current.append((draft, field))
    if current:
        yield current[0][0].group, current


def _same_question(one: Draft, other: Draft) -> bool:
    """On one line, or in one cell under one name: "1. 同意□不同意□" is a question of its own on every line."""
    if one.cell is not other.cell or one.group != other.group:
        return False
    if one.line is other.line and one.line is not None:
        return True
    repeats = one.label == other.label or (one.line is not other.line and _is_numbered(other))
    return not repeats and other.rect.top - one.rect.top < FAR


def _is_numbered(draft: Draft) -> bool:
    return draft.line is not None and draft.line.text[:1].isdigit()


def _lists(pages: list[list[Found]]) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    """Rows under the same headings, also across pages, when none of them has a name of its own."""
    current: list[tuple[str, ...]] = []
    headings: tuple[str, ...] = ()
    for found in pages:
        rows: dict[tuple[int, float], list[Found]] = defaultdict(list)
        for draft, field in found:
            if draft.shape is Shape.CELL and draft.column and draft.column == draft.label:
                rows[draft.row, round(draft.rect.top)].append((draft, field))
        for row in rows.values():
            names = tuple(draft.column for draft, _field in row)
            if headings and set(names) <= set(headings) and len(names) > 1:
                current.append(tuple(field.id for _draft, field in row))
                continue
            if len(current) >= FEWEST_ROWS:
                yield "", current
            current, headings = [tuple(field.id for _draft, field in row)], names
    if len(current) >= FEWEST_ROWS:
        yield "", current
