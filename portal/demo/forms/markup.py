"""Cells and lines as the descriptions write them.

A cell is a text; ``|3`` behind it reaches over three columns, ``|3x2`` also over two rows.

=================  ================================================================================================
``姓名``           words
``=姓名``          an empty cell to fill in; ``=姓名!`` must be, ``=身份证号:18`` has 18 boxes for single digits
``^申请人``        words from top to bottom
``~一、基本情况``  a heading across the table
``+photo:照片``    a zone: ``photo``, ``office`` or ``signature``, with what is printed in it
=================  ================================================================================================

Within words: ``<□新办>`` a box, ``<_事由:90>`` a line of 90 points, ``<@日期>`` a date, ``<~签名:80>`` a
line to sign on. ``!`` behind a label says that it must be filled in. What a bilingual form prints comes from the
vocabulary.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from .model import Blank, Cell, Line, Look, Part, Term, What, Words

SPAN = re.compile(r"\|(\d+)(?:x(\d+))?$")
INLINE = re.compile(r"<([□_@~])([^<>:]*)(?::(\d+))?>")
MARKS = {"□": What.BOX, "_": What.LINE, "@": What.DATE, "~": What.SIGNATURE}
EDGES = re.compile(r"^(\s*(?:[（(]?\d+[.、）)]\s*)?)(.*?)([\s：:]*)$", re.DOTALL)
SILENT = re.compile(r"^[\W\d_]*$")  # punctuation and numbers are the same in both languages

Translate = Callable[[str], str]


def in_chinese(text: str) -> str:
    """There is no second language."""
    return ""


def into_english(terms: Mapping[str, Term]) -> Translate:
    """What the vocabulary says. Raises ``KeyError`` with words that it does not have."""

    def translate(text: str) -> str:
        return "" if SILENT.match(text) else terms[text].en

    return translate


def cell(text: str, english: Translate) -> Cell:
    """One cell of a row."""
    across, down = 1, 1
    if span := SPAN.search(text):
        text = text[: span.start()]
        across, down = int(span[1]), int(span[2] or 1)
    words, look, blank = _content(text, english)
    return Cell(words, look, across, down, blank)


def _content(text: str, english: Translate) -> tuple[tuple[Line, ...], Look, Blank | None]:
    first, rest = text[:1], text[1:]
    if first == "=":
        label, _colon, count = rest.partition(":")
        what = What.DIGITS if count else What.CELL
        return (), Look.CENTRE, Blank(what, label.rstrip("!"), label.endswith("!"), count=int(count or 0))
    if first == "+":
        kind, _colon, printed = rest.partition(":")
        look = Look.CENTRE if kind == What.PHOTO else Look.STAMP
        return _lines(printed, english), look, Blank(What(kind), printed)
    if first == "^":
        return ((Words(rest),),), Look.VERTICAL, None
    if first == "~":
        return (line(rest, english),), Look.SECTION, None
    look = Look.LEFT if INLINE.search(text) else Look.CENTRE
    return _lines(text, english), look, None


def _lines(text: str, english: Translate) -> tuple[Line, ...]:
    """The lines of a cell; plain words have their English below them, others behind each part."""
    if not text:
        return ()
    if INLINE.search(text):
        return tuple(line(one, english) for one in text.split("\n"))
    lines: list[Line] = [(Words(one),) for one in text.split("\n")]
    if below := english(text):
        lines.append((Words(below, small=True),))
    return tuple(lines)


def line(text: str, english: Translate) -> Line:
    """Words and blanks of one line."""
    return tuple(_parts(text, english))


def _parts(text: str, english: Translate) -> Iterator[Part]:
    end = 0
    for found in INLINE.finditer(text):
        if found.start() > end:
            yield Words(_with_english(text[end : found.start()], english))
        yield _blank(found, english)
        end = found.end()
    if end < len(text):
        yield Words(_with_english(text[end:], english))


def _blank(found: re.Match[str], english: Translate) -> Blank:
    what, label = MARKS[found[1]], found[2]
    name = label.rstrip("!")
    printed = _with_english(name, english) if what is What.BOX else ""
    return Blank(what, name, label.endswith("!"), float(found[3] or 0), printed=printed)


def _with_english(text: str, english: Translate) -> str:
    """``"姓名："`` -> ``"姓名 Name："``."""
    edges = EDGES.match(text)
    before, words, after = edges.groups() if edges else ("", text, "")
    translated = english(words) if words else ""
    return f"{before}{words} {translated}{after}" if translated else text
