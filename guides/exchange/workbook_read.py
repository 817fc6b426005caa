"""Reading our own workbook into records."""

import warnings
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from translations.usable_text import FileError
from translations.workbook_safety import DAMAGED, check_workbook

from .plan import CODE, TOPICS
from .records import DepartmentRef, GuideRecord
from .report import Refusal
from .values import SEPARATORS
from .workbook_layout import CODES, DEPARTMENT_COLUMNS, ITEMS, ORDER, Sheet, sheets

MOST_ROWS = 100_000  # of one sheet
MOST_COLUMNS = 300


@dataclass
class Row:
    """One row of a sheet: its non-empty cells by column, and what no cell may hold."""

    sheet: str
    number: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Refusal] = field(default_factory=list)
    letters: dict[str, str] = field(default_factory=dict)

    @property
    def code(self) -> str:
        value = self.values.get(CODE, "")
        return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()

    def place(self, column: str) -> str:
        """``materials!D7``."""
        return f"{self.sheet}!{self.letters.get(column, 'A')}{self.number}"


def read_workbook(path: Path) -> Iterator[GuideRecord | Refusal]:
    """The records of a workbook. Raises ``FileError``."""
    check_workbook(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl speaks of styles it does not know
            tables = _tables(path)
    except FileError:
        raise
    except DAMAGED as error:
        raise FileError(_("The workbook is damaged and cannot be read.")) from error
    yield from _records(tables)


@dataclass
class Tables:
    """All rows of a workbook by sheet, and the columns that each sheet has."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    headings: dict[str, list[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)  # names of sheets that are not ours


def _tables(path: Path) -> Tables:
    with path.open("rb") as file:  # openpyxl would want the name of a path to end in .xlsx
        return _tables_of(load_workbook(file, read_only=True, data_only=False, keep_links=False))


def _tables_of(book: Any) -> Tables:
    tables = Tables(unknown=[name for name in book.sheetnames if name not in sheets() and name != CODES])
    try:
        if ITEMS not in book.sheetnames:
            raise FileError(_("The workbook has no sheet “%(sheet)s”. Start from the template.") % {"sheet": ITEMS})
        for name, sheet in sheets().items():
            if name in book.sheetnames:
                _read_sheet(book[name], sheet, tables)
    finally:
        book.close()
    return tables


def _read_sheet(source: Any, sheet: Sheet, tables: Tables) -> None:
    source.reset_dimensions()  # what the file says of its own size need not be true
    cells = source.iter_rows(max_col=MOST_COLUMNS)
    headings = _headings(next(cells, ()), sheet)
    rows = []
    for number, row_cells in enumerate(cells, start=2):
        if number > MOST_ROWS:
            raise FileError(
                _("The sheet “%(sheet)s” has more than %(most)d rows.") % {"sheet": sheet.name, "most": MOST_ROWS}
            )
        row = _row(row_cells, number, headings, sheet)
        if (row.values or row.problems) and not (number == 2 and _is_label_row(row, sheet)):
            rows.append(row)
    tables.rows[sheet.name] = rows
    tables.headings[sheet.name] = [heading for heading in headings if heading]


def _headings(cells: Any, sheet: Sheet) -> list[str]:
    """The names in the first row. Raises ``FileError`` for one that there is not, or that stands there twice."""
    headings = [str(cell.value or "").strip() for cell in cells]
    while headings and not headings[-1]:
        headings.pop()
    for number, heading in enumerate(headings, start=1):
        if heading and (heading not in sheet.headings or headings.index(heading) != number - 1):
            place = f"{sheet.name}!{get_column_letter(number)}1"
            raise FileError(_("%(place)s: there is no column “%(name)s”.") % {"place": place, "name": heading[:60]})
    if CODE not in headings:
        raise FileError(_("The sheet “%(sheet)s” has no column “task_code”.") % {"sheet": sheet.name})
    return headings


def _row(cells: Any, number: int, headings: list[str], sheet: Sheet) -> Row:
    row = Row(sheet.name, number)
    for position, cell in enumerate(cells, start=1):
        if cell.value in (None, ""):
            continue
        heading = headings[position - 1] if position <= len(headings) else ""
        letter = get_column_letter(position)
        if problem := _problem(cell, heading):
            row.problems.append(Refusal(f"{sheet.name}!{letter}{number}", "", problem))
        else:
            row.values[heading] = cell.value
            row.letters[heading] = letter
    return row


def _problem(cell: Any, heading: str) -> str:
    if not heading:
        return _("This cell stands in no column of the table.")
    if cell.data_type == "f":
        return _("This is a formula. Put its result here instead.")
    return _("This cell shows an error.") if cell.data_type == "e" else ""


def _is_label_row(row: Row, sheet: Sheet) -> bool:
    return row.values.get(CODE) == sheet.label(CODE)


def _records(tables: Tables) -> Iterator[GuideRecord | Refusal]:
    for name in tables.unknown:
        yield Refusal(name, "", _("There is no such sheet; its content was not read."))
    items = tables.rows[ITEMS]
    codes = {row.code for row in items}
    children: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for relation in tables.rows.keys() - {ITEMS}:
        for row in tables.rows[relation]:
            if row.code in codes:
                children[row.code][relation].append(row)
            else:
                yield Refusal(
                    row.place(CODE), row.code[:80], _("There is no item with this code in the sheet “items”.")
                )
    relations = [name for name in tables.rows if name != ITEMS]
    for row in items:
        of_item = {relation: sorted(children[row.code][relation], key=_order) for relation in relations}
        problems = [*row.problems, *(problem for rows in of_item.values() for row in rows for problem in row.problems)]
        if problems:
            yield from (Refusal(problem.place, row.code[:80], problem.reason) for problem in problems)
        else:
            yield _record(row, of_item, tables.headings[ITEMS])


def _order(row: Row) -> tuple[float, int]:
    order = row.values.get(ORDER)
    return (float(order) if isinstance(order, int | float) else float("inf"), row.number)


def _record(row: Row, children: dict[str, list[Row]], headings: list[str]) -> GuideRecord:
    columns = sheets()[ITEMS].columns
    own = [heading for heading in headings if heading in columns and heading != CODE]
    topics = row.values.get(TOPICS, "")
    return GuideRecord(
        code=row.code,
        department=_department(row),
        values={heading: row.values.get(heading) for heading in own},
        rows={
            relation: [{name: child.values.get(name) for name in sheets()[relation].columns} for child in rows]
            for relation, rows in children.items()
        },
        topics=tuple(word.strip() for word in SEPARATORS.split(str(topics)) if word.strip())
        if TOPICS in headings
        else None,
        place=row.place(CODE),
        cells=_places(row, children),
    )


def _department(row: Row) -> DepartmentRef | None:
    slug, name, credit_code = (str(row.values.get(column, "")).strip() for column in DEPARTMENT_COLUMNS)
    return DepartmentRef(name=name, credit_code=credit_code, slug=slug) if slug or name or credit_code else None


def _places(row: Row, children: dict[str, list[Row]]) -> dict[str, str]:
    """Where each value stands, by the path that messages use."""
    places = {name: row.place(name) for name in row.values}
    for relation, rows in children.items():
        for number, child in enumerate(rows):
            places |= {f"{relation}.{number}.{name}": child.place(name) for name in sheets()[relation].columns}
    return places
