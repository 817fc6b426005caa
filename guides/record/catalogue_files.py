"""A list of items as XLSX and as PDF, in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

from forms_library.filling.fonts import Font, font
from forms_library.filling.layout import length
from translations.tables import write_table
from translations.usable_text import UNUSABLE
from translations.wording import long_date

from .catalogue import Line, headings

WIDTHS = (6, 38, 48, 26, 18, 18, 16, 16)  # characters, of the columns of the workbook
SHARES = (0.04, 0.2, 0.27, 0.16, 0.1, 0.09, 0.07, 0.07)  # of the width of the sheet
MARGIN = 14 * mm
SIZE, LEADING = 7.5, 10.0
PADDING = 2.5
ROWS_IN_A_TABLE = 200  # a table is measured as a whole: several are much faster than one


@dataclass(frozen=True)
class Document:
    """What both files show: ``title`` says whose list it is."""

    title: str
    day: date
    lines: Sequence[Line]

    @property
    def subtitle(self) -> str:
        return _("As of %(day)s") % {"day": long_date(self.day)} + " · " + count_of(len(self.lines))


def count_of(number: int) -> str:
    return ngettext("%(number)d item", "%(number)d items", number) % {"number": number}


def workbook(document: Document) -> bytes:
    """One sheet, every cell a text."""
    return write_table(_("List of items"), WIDTHS, headings(), [line.cells for line in document.lines])


def pdf(document: Document) -> bytes:
    """A4 across, the headings on every page; text can be selected and searched. Raises ``FontError``."""
    face = font(settings.FORM_FONT)
    name = face.name
    buffer = BytesIO()
    page = landscape(A4)
    template = SimpleDocTemplate(
        buffer,
        pagesize=page,
        title=document.title,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        invariant=1,
    )
    width = page[0] - 2 * MARGIN

    def number_page(canvas: Canvas, _template: Any) -> None:
        canvas.setFont(name, SIZE)
        canvas.drawRightString(page[0] - MARGIN, MARGIN / 2, str(canvas.getPageNumber()))

    template.build(_story(document, face, width), onFirstPage=number_page, onLaterPages=number_page)
    return buffer.getvalue()


def _story(document: Document, face: Font, width: float) -> list[Any]:
    name = face.name
    widths = [share * width for share in SHARES]
    title = ParagraphStyle("title", fontName=name, fontSize=16, leading=22, wordWrap="CJK")
    small = ParagraphStyle("small", fontName=name, fontSize=9, leading=13, wordWrap="CJK")
    cell = ParagraphStyle("cell", fontName=name, fontSize=SIZE, leading=LEADING, wordWrap="CJK")
    story: list[Any] = [_paragraph(document.title, title), _paragraph(document.subtitle, small), Spacer(1, 4 * mm)]
    head = [_paragraph(text, cell) for text in headings()]
    for start in range(0, len(document.lines), ROWS_IN_A_TABLE):
        lines = document.lines[start : start + ROWS_IN_A_TABLE]
        rows = [[_cell(*pair, face, cell) for pair in zip(line.cells, widths, strict=True)] for line in lines]
        story.append(_table([head, *rows], widths, name))
    return story


def _cell(text: str, width: float, face: Font, style: ParagraphStyle) -> str | Paragraph:
    """What fits on a line is drawn as it is: breaking lines is what takes the time."""
    text = UNUSABLE.sub("", text)
    fits = "\n" not in text and length(text, face.advance) * SIZE <= width - 2 * PADDING
    return text if fits else _paragraph(text, style)


def _table(rows: list[list[Any]], widths: list[float], name: str) -> LongTable:
    style = TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), name, SIZE, LEADING),
            ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
            ("BACKGROUND", (0, 0), (-1, 0), colors.whitesmoke),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            *((f"{side}PADDING", (0, 0), (-1, -1), PADDING) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")),
        ]
    )
    return LongTable(rows, colWidths=widths, repeatRows=1, style=style)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    """Text as it is: what looks like markup is none."""
    return Paragraph(escape(UNUSABLE.sub("", text), quote=False), style)
