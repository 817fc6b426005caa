"""Our own workbook: what is written comes back as it was."""

import datetime as dt
import operator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from guides.exchange.apply import apply_records
from guides.exchange.records import GuideRecord
from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns
from guides.exchange.workbook_layout import CODES, ITEMS, sheets
from guides.exchange.workbook_read import read_workbook
from guides.exchange.workbook_write import write_items, write_template
from guides.models import GuidePage
from guides.rules.certification import latest_review
from tests import factories
from tests.conftest import Hall
from translations.tables import TextTooLongError

from .conftest import a_record

NASTY = [
    "=1+1",
    "+86 835",
    "-5",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "=cmd|' /C calc'!A0",
    "'quoted",
    "  spaced  ",
    "_x000D_",
    "１２３",
]
TEXT = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\n\t"), max_size=40),
)


def exported(path: Path) -> Path:
    write_items(GuidePage.objects.all(), path)
    return path


def read(path: Path) -> list[GuideRecord]:
    records = list(read_workbook(path))
    assert all(isinstance(record, GuideRecord) for record in records), records
    return [record for record in records if isinstance(record, GuideRecord)]


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """Any value that a column can hold."""
    codes = sorted(column.choices)
    longest = min(column.field.max_length or 40, 40)
    numbers = st.integers(0, 3000)
    if column.name.endswith("url"):
        return st.sampled_from(["", "https://example.cn/a?b=1"])
    strategies: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: TEXT.map(lambda text: text[:longest] or ("x" if column.required else "")),
        Kind.RICH_TEXT: st.sampled_from(["", "<p>请<b>双方</b>到场</p>", "<h2>=1+1</h2><ul><li>一</li></ul>"]),
        Kind.INTEGER: st.none() | numbers if column.field.null else numbers,
        Kind.FLAG: st.booleans(),
        Kind.DATE: st.none() | st.dates(dt.date(1900, 3, 1), dt.date(2999, 1, 1)),
        Kind.CODE: st.sampled_from(codes if column.required or column.field.has_default() else ["", *codes]),
        Kind.CODES: st.lists(st.sampled_from(codes or [""]), unique=True),
        Kind.REFERENCE: st.none(),
    }
    return strategies[column.kind]


def table(columns: dict[str, Column], without: tuple[str, ...] = ()) -> st.SearchStrategy[dict[str, Any]]:
    """Any row: required columns always, others sometimes."""
    given_columns = {name: values_of(column) for name, column in columns.items() if name not in without}
    required = {name: value for name, value in given_columns.items() if columns[name].required}
    optional = {name: value for name, value in given_columns.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional)


def certifications() -> st.SearchStrategy[dict[str, dt.date | None]]:
    """Any certification that there may be: nobody certified tomorrow, and every item is looked at again in time."""
    certified = st.dates(dt.date(1900, 3, 1), timezone.localdate())
    reviews = certified.flatmap(
        lambda day: st.fixed_dictionaries(
            {"certified_on": st.just(day), "review_by": st.none() | st.dates(day, latest_review(day))}
        )
    )
    return st.just({}) | reviews


def items() -> st.SearchStrategy[tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]]:
    rows = {name: st.lists(table(row_columns(name)), max_size=2) for name in relations()}
    values = table(guide_columns(), without=("slug", "task_code", "certified_on", "review_by"))
    return st.tuples(st.builds(operator.or_, values, certifications()), st.fixed_dictionaries(rows))


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return tmp_path / "items.xlsx"


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(item=items())
def test_a_round_trip_of_any_item_changes_nothing(import_hall: Hall, workbook: Path, item: Any) -> None:
    values, rows = item
    GuidePage.objects.all().delete()
    import_hall.civil_affairs.refresh_from_db()
    record = a_record(code="=CODE", values=values, rows=rows, topics=("individual/060", "organisation/025"))
    report = apply_records([record], publish=True)
    assert report.refused == []
    [again] = read(exported(workbook))
    report = apply_records([again], publish=True)
    assert [(entry.outcome, entry.changes) for entry in report.items] == [("unchanged", ())], report.refused


def test_a_round_trip_of_a_complete_item_changes_nothing(import_hall: Hall, guide: GuidePage, workbook: Path) -> None:
    report = apply_records(read(exported(workbook)), publish=True)
    assert report.unchanged == [guide.task_code]


def test_texts_with_line_ends_of_browsers_come_back_unchanged(import_hall: Hall, workbook: Path) -> None:
    factories.GuidePageFactory(parent=import_hall.civil_affairs, summary_zh_hans="第一行\r\n第二行", visits=None)
    assert len(apply_records(read(exported(workbook)), publish=True).unchanged) == 1


def test_another_hall_takes_the_workbook_over(import_hall: Hall, guide: GuidePage, workbook: Path) -> None:
    exported(workbook)
    names = [material.name_zh_hans for material in guide.materials.all()]
    GuidePage.objects.all().delete()
    report = apply_records(read(workbook), publish=True)
    assert report.created == [guide.task_code]
    made = GuidePage.objects.get()
    assert (made.name_en, made.slug, made.translation_reviewed_en) == (guide.name_en, guide.slug, True)
    assert [material.name_zh_hans for material in made.materials.all()] == names
    assert list(made.windows.values_list("place__slug", flat=True)) == ["yaan-service-centre"]


@pytest.mark.parametrize("text", NASTY)
def test_cells_are_text_whatever_they_begin_with(import_hall: Hall, workbook: Path, text: str) -> None:
    factories.GuidePageFactory(parent=import_hall.civil_affairs, short_name_zh_hans=text)
    sheet = load_workbook(exported(workbook))[ITEMS]
    column = [cell.value for cell in sheet[1]].index("short_name_zh_hans") + 1
    cell = sheet.cell(3, column)
    assert (cell.value, cell.data_type) == (text.replace("\r", "\n"), "s")
    assert bool(cell.quotePrefix) is text.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_every_column_is_explained_in_both_languages(workbook: Path) -> None:
    write_template(workbook)
    book = load_workbook(workbook)
    assert book.sheetnames == [*sheets(), CODES]
    for sheet in sheets().values():
        names, labels = ([cell.value for cell in book[sheet.name][number]] for number in (1, 2))
        assert tuple(names) == sheet.headings
        assert all(labels)
        assert len(set(labels)) == len(labels)
    explained = str(book[ITEMS].cell(2, 1).value)
    assert "实施编码" in explained
    assert "implementation code" in explained
    codes = {(row[0], row[1], row[2]) for row in book[CODES].iter_rows(min_row=2, values_only=True)}
    assert ("items", "item_type", "licence") in codes
    assert ("materials", "necessity", "later") in codes


def test_labels_of_codes_are_understood_as_well(import_hall: Hall, guide: GuidePage, workbook: Path) -> None:
    book = load_workbook(exported(workbook))
    sheet = book[ITEMS]
    column = [cell.value for cell in sheet[1]].index("audiences") + 1
    sheet.cell(3, column).value = "Individuals；enterprise"
    book.save(workbook)
    apply_records(read(workbook), publish=True)
    guide.refresh_from_db()
    assert guide.audiences == ["individual", "enterprise"]


def test_columns_and_sheets_that_are_not_there_leave_the_item_alone(
    import_hall: Hall, guide: GuidePage, workbook: Path
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = ITEMS
    sheet.append(["task_code", "promised_days"])
    sheet.append([guide.task_code, 3])
    book.save(workbook)
    report = apply_records(read(workbook), publish=True)
    assert [change[0] for change in report.items[0].changes] == ["promised_days"]
    guide.refresh_from_db()
    assert (guide.promised_days, guide.materials.count()) == (3, 2)


def test_rows_stand_in_the_order_of_their_numbers(import_hall: Hall, guide: GuidePage, workbook: Path) -> None:
    book = load_workbook(exported(workbook))
    sheet = book["materials"]
    sheet["B3"], sheet["B4"] = 2, 1
    book.save(workbook)
    apply_records(read(workbook), publish=True)
    assert [material.name_zh_hans for material in guide.materials.all()] == ["合影照片", "居民身份证"]


def test_a_text_too_long_for_a_spreadsheet_is_named_by_its_cell(hall: Hall, workbook: Path) -> None:
    guide = factories.GuidePageFactory(parent=hall.civil_affairs, summary_zh_hans="长" * 32_767)
    exported(workbook)
    GuidePage.objects.filter(pk=guide.pk).update(summary_zh_hans="长" * 32_768)
    with pytest.raises(TextTooLongError, match=r"items![A-Z]+3: .*32[,.]?768"):
        exported(workbook)


def test_the_commands_write_and_read(import_hall: Hall, guide: GuidePage, workbook: Path) -> None:
    call_command("export_guides", workbook, verbosity=0)
    call_command("import_guides", workbook, profile="standard", publish=True)
    call_command("export_guides", workbook, template=True)
    assert read(workbook) == []


def test_the_real_list_comes_back_unchanged(import_hall: Hall, shared_data: Path, workbook: Path) -> None:
    from guides.exchange.reading import guangdong  # noqa: PLC0415

    some = [
        record for number, record in enumerate(guangdong(shared_data / "items_guangdong.jsonl")) if number % 20 == 0
    ]
    assert apply_records(some, publish=True).refused == []
    report = apply_records(read(exported(workbook)), publish=True)
    assert len(report.unchanged) == len(some)
