"""Rows of small boxes, one for each digit of a number."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .drafts import Draft, Shape
from .geometry import Rect, around
from .headings import Headings
from .labels import clean, compact
from .layout import Cell, Sheet, TextLine
from .options import Box
from .text_lines import spelled

WIDEST, WIDEST_OF_MANY = 26.0, 42.0  # points of a box, and of one of a dozen
DOZEN = 12
MANY, FEW = 6, 4  # boxes that surely are a number, and that are one when their name says so
NUMBER_NAME = re.compile(r"号码?|代码|编码|邮编|证号|识别|税号|帐号|账号|卡号|\bno\b|number|code", re.IGNORECASE)
CONFIDENCE = 0.85


def combs_in(headings: Headings) -> Iterator[Draft]:
    """Runs of narrow, equal, empty cells that no heading names."""
    done: set[int] = set()
    for cell in headings.table.cells:
        if id(cell) in done or not cell.blank or cell.rect.width > WIDEST_OF_MANY:
            continue
        run = _run(headings, cell)
        done |= {id(one) for one in run}
        left = [other for other in headings.table.left_of(run[0]) if not other.blank]
        label = clean(left[0].text) if left else ""
        least = FEW if NUMBER_NAME.search(compact(label)) else MANY
        if cell.rect.width > WIDEST and len(run) < DOZEN:
            continue
        if len(run) >= least and not any(headings.column(one) for one in run[:3]):
            draft = _draft(tuple(one.rect for one in run), label, run[0])
            draft.cells = tuple(run)
            yield draft


def _run(headings: Headings, first: Cell) -> list[Cell]:
    run = [first]
    while True:
        following = [cell for cell in headings.table.right_of(run[-1]) if cell.blank and _alike(cell, first)]
        if not following:
            return run
        run.append(following[0])


def _alike(cell: Cell, first: Cell) -> bool:
    return cell.rows == first.rows and abs(cell.rect.width - first.rect.width) < max(3, 0.35 * first.rect.width)


def combs_alone(sheet: Sheet) -> Iterator[Draft]:
    """Rows of boxes outside tables, called what stands before them on the same line."""
    for parts in sheet.combs:
        whole = around(parts)
        beside = [line for line in sheet.lines if line.rect.shared_height(whole) > 3 and line.rect.x0 < whole.x0]
        words = " ".join(spelled([g for g in line.glyphs if g.rect.x1 <= whole.x0 + 2]) for line in beside)
        yield _draft(parts, clean(words), None)


def comb_of_boxes(line: TextLine, boxes: list[Box], group: str) -> Draft | None:
    """Boxes printed as characters one after the other, with no words between and after them: ``邮编□□□□□□``."""
    if len(boxes) < FEW:
        return None
    first, last = boxes[0].rect, boxes[-1].rect
    words = [g for g in line.glyphs if not g.box and g.rect.x0 >= first.x1 - 1]
    if words or any(after.rect.x0 - before.rect.x1 > 3 * line.size for before, after in pairwise(boxes)):
        return None
    lead = clean(spelled([g for g in line.glyphs if g.rect.x1 <= first.x0 + 1]))
    draft = _draft(tuple(box.rect for box in boxes), lead or group, None)
    draft.line, draft.rect = line, Rect(first.x0, first.top, last.x1, last.bottom)
    draft.span = (boxes[0].index, boxes[-1].index + 1)
    return draft


def _draft(parts: tuple[Rect, ...], label: str, cell: Cell | None) -> Draft:
    return Draft(around(parts), Shape.COMB, label, CONFIDENCE, parts=parts, cell=cell)
