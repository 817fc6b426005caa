"""How forms are described: what cannot be drawn is named."""

import datetime as dt
from typing import Any

import pytest

from portal.demo.forms.markup import cell, in_chinese, into_english, line
from portal.demo.forms.model import Blank, Look, Table, Term, What, Words
from portal.demo.forms.reading import description

ENGLISH = into_english({"姓名": Term("Name"), "男": Term("Male")})


def described(*layout: Any, **more: Any) -> Any:
    facts = {"name": {"zh": "申请表", "en": "Application"}, "summary": "试", "department": "civil-affairs"}
    data = {**facts, "materials": {}, "dated": dt.date(2026, 1, 1), "layout": list(layout), **more}
    return description("trial", data, {})


def test_a_cell_says_how_far_it_reaches_and_what_is_asked_for() -> None:
    found = cell("=姓名!|3x2", in_chinese)
    assert (found.across, found.down) == (3, 2)
    assert found.blank == Blank(What.CELL, "姓名", required=True)
    assert cell("=身份证号:18", in_chinese).blank == Blank(What.DIGITS, "身份证号", count=18)
    assert cell("^申请人", in_chinese).look is Look.VERTICAL


def test_a_line_is_words_and_blanks() -> None:
    found = line("性别：<□男!> 日期：<@日期>", in_chinese)
    assert [part.text for part in found if isinstance(part, Words)] == ["性别：", " 日期："]
    blanks = [part for part in found if isinstance(part, Blank)]
    assert [(blank.what, blank.label, blank.required) for blank in blanks] == [
        (What.BOX, "男", True),
        (What.DATE, "日期", False),
    ]


def test_a_bilingual_form_is_printed_in_both_languages() -> None:
    assert cell("姓名", ENGLISH).lines == ((Words("姓名"),), (Words("Name", small=True),))
    assert line("姓名：<□男>", ENGLISH) == (Words("姓名 Name："), Blank(What.BOX, "男", printed="男 Male"))


def test_a_bilingual_form_without_a_word_of_english_is_refused() -> None:
    with pytest.raises(KeyError, match="国籍"):
        described({"widths": [1, 1], "rows": [["国籍", "=国籍"]]}, written_in="bilingual")


@pytest.mark.parametrize(("row", "problem"), [(["姓名"], "too short"), (["姓名|2", "=姓名"], "too long")])
def test_rows_that_do_not_fit_their_table_are_refused(row: list[str], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        described({"widths": [1, 1], "rows": [row]})


def test_a_block_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="middle"):
        described({"middle": "申请表"})


def test_a_roster_repeats_its_row() -> None:
    (table,) = described({"widths": [1], "rows": [{"cells": ["=姓名"], "times": 4, "height": 30}]}).blocks
    assert isinstance(table, Table)
    assert [row.height for row in table.rows] == [30.0] * 4
