"""Writing items into a workbook."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import IO, Any, Self

from django.conf import settings
from django.db.models import QuerySet, prefetch_related_objects
from django.utils import translation
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from guides.models import GuidePage
from knowledge.models import with_departments
from translations.tables import TextTooLongError, text_cell
from translations.usable_text import comparable

from .plan import CODE, TOPICS
from .schema import relations
from .stored import Keys, load_keys, newest, plain_rows, plain_values
from .workbook_layout import (
    CODES,
    DEPARTMENT,
    DEPARTMENT_CREDIT_CODE,
    DEPARTMENT_NAME,
    ITEMS,
    LIST_SEPARATOR,
    ORDER,
    Sheet,
    sheets,
)

BATCH = 200
COLUMN_WIDTH = 18


class WorkbookWriter:
    """Writes row after row into ``file``, which is complete at the end of the ``with`` block; memory stays bounded."""

    def __init__(self, file: Path | IO[bytes]) -> None:
        self.file = file
        self.book = Workbook(write_only=True)
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        for sheet in sheets().values():
            self._begin(sheet)

    def _begin(self, sheet: Sheet) -> None:
        target = self.book.create_sheet(sheet.name)
        target.freeze_panes = "B3"
        for number in range(1, len(sheet.headings) + 1):
            target.column_dimensions[get_column_letter(number)].width = COLUMN_WIDTH
        target.append([self._text(target, heading, bold=True) for heading in sheet.headings])
        target.append([self._text(target, sheet.label(heading)) for heading in sheet.headings])
        self._sheets[sheet.name] = target
        self._rows[sheet.name] = 2

    def add(self, sheet: str, values: dict[str, Any]) -> None:
        """One row; columns without a value stay empty. Raises ``TextTooLongError``."""
        self._rows[sheet] += 1
        target = self._sheets[sheet]
        cells = []
        for number, heading in enumerate(sheets()[sheet].headings, start=1):
            try:
                cells.append(self._cell(target, values.get(heading)))
            except TextTooLongError as error:
                place = f"{sheet}!{get_column_letter(number)}{self._rows[sheet]}"
                raise TextTooLongError(f"{place}: {error}") from error
        target.append(cells)

    def _cell(self, target: Any, value: Any) -> Any:
        if value is None or value == "" or value == []:  # noqa: PLR1714 -- 0 and False are values
            return None
        if isinstance(value, list | tuple):
            value = LIST_SEPARATOR.join(value)
        if isinstance(value, str):
            return self._text(target, value)
        cell = WriteOnlyCell(target, value=value)
        if isinstance(value, dt.date):
            cell.number_format = "yyyy-mm-dd"
        return cell

    def _text(self, target: Any, value: str, bold: bool = False) -> Any:
        """A cell that is text. Raises ``TextTooLongError``."""
        return text_cell(target, comparable(value), bold)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, error: type[BaseException] | None, *details: object) -> None:
        """Write the file, with the explanation of all codes. After an error only openpyxl's own files are closed."""
        self._explain_codes()
        self.book.save(self.file if error is None else BytesIO())

    def _explain_codes(self) -> None:
        target = self.book.create_sheet(CODES)
        for row in code_rows():
            target.append([self._text(target, word) for word in row])


def code_rows() -> Iterator[list[str]]:
    """Sheet, column, code and its label in every language, of every column with a code list."""
    yield ["sheet", "column", "code", *(name for _code, name in settings.LANGUAGES)]
    for sheet in sheets().values():
        for column in sheet.columns.values():
            for code, label in column.choices.items():
                yield [sheet.name, column.name, str(code), *_in_all_languages(label)]


def _in_all_languages(label: Any) -> Iterator[str]:
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            yield str(label)


def write_template(file: Path | IO[bytes]) -> None:
    """A workbook without items."""
    with WorkbookWriter(file):
        pass


def write_items(guides: QuerySet[GuidePage], file: Path | IO[bytes]) -> int:
    """All these items in their newest state; answers how many. Raises ``TextTooLongError``."""
    keys = load_keys()
    count = 0
    with WorkbookWriter(file) as writer:
        for guide in chain.from_iterable(_batches(guides)):
            _add_item(writer, guide, keys)
            count += 1
    return count


def _batches(guides: QuerySet[GuidePage]) -> Iterator[list[GuidePage]]:
    found = list(guides.order_by("path").values_list("pk", flat=True))
    for start in range(0, len(found), BATCH):
        batch = list(GuidePage.objects.filter(pk__in=found[start : start + BATCH]).order_by("path"))
        prefetch_related_objects(batch, *relations(), "topics")
        yield with_departments(batch)


def _add_item(writer: WorkbookWriter, guide: GuidePage, keys: Keys) -> None:
    state = newest(guide)
    department = guide.department
    values = plain_values(state, sheets()[ITEMS].columns, keys)
    writer.add(
        ITEMS,
        {
            **values,
            CODE: guide.task_code,
            DEPARTMENT: department.slug,
            DEPARTMENT_NAME: department.name_zh_hans,
            DEPARTMENT_CREDIT_CODE: department.credit_code,
            TOPICS: sorted(topic.key for topic in state.topics.all()),
        },
    )
    _add_rows(writer, guide.task_code, plain_rows(state, keys))


def _add_rows(writer: WorkbookWriter, code: str, rows: Mapping[str, Iterable[dict[str, Any]]]) -> None:
    for relation, of_relation in rows.items():
        for number, row in enumerate(of_relation, start=1):
            writer.add(relation, {**row, CODE: code, ORDER: number})
