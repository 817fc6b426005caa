"""Charts as SVG, drawn by the server: nothing is loaded, everything is text. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WIDTH, LABELS, ROW, BAR = 640, 220, 30, 18  # pixels: of all, of the labels' column, of a row, of a bar
VALUES = 70  # pixels kept free for the numbers, at least
LATIN, WIDE = 9, 16  # pixels of a letter, of a Chinese character
SHORTEST = 1  # pixel of a bar that is not nothing
LONGEST_LABEL = 16  # characters


@dataclass(frozen=True)
class Bar:
    """One bar; ``shown`` is its value in words, where the number alone would not do."""

    label: str
    value: float
    shown: str = ""


def bars(title: str, rows: Sequence[Bar]) -> SafeString:
    """Horizontal bars, the longest as wide as there is room; nothing for no rows."""
    if not rows:
        return SafeString()
    most = max(row.value for row in rows) or 1
    room = WIDTH - LABELS - max(VALUES, *(_width(_said(row)) for row in rows))
    drawn = format_html_join(
        "",
        '<text x="{}" y="{}" text-anchor="end">{}</text><rect x="{}" y="{}" width="{}" height="{}" fill="#14574a"/>'
        '<text x="{}" y="{}">{}</text>',
        (_placed(number, row, round(room * row.value / most)) for number, row in enumerate(rows)),
    )
    return format_html(
        '<svg class="chart" viewBox="0 0 {} {}" width="{}" fill="currentColor" role="img" aria-label="{}">{}</svg>',
        WIDTH,
        ROW * len(rows),
        WIDTH,
        f"{title}: " + ", ".join(f"{row.label} {_said(row)}" for row in rows),
        drawn,
    )


def _placed(number: int, row: Bar, length: int) -> tuple[object, ...]:
    top, middle = number * ROW, number * ROW + ROW // 2 + 5
    width = max(length, SHORTEST) if row.value else 0
    return (
        LABELS - 8,
        middle,
        _short(row.label),
        LABELS,
        top + (ROW - BAR) // 2,
        width,
        BAR,
        LABELS + width + 8,
        middle,
        _said(row),
    )


def _short(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def _said(row: Bar) -> str:
    return row.shown or f"{row.value:g}"


def _width(text: str) -> int:
    """Pixels that a number needs behind its bar, with the gap before it."""
    return 8 + sum(LATIN if character.isascii() else WIDE for character in text)


LINE_WIDTH, LINE_HEIGHT, EDGE = 120, 32, 4  # pixels


def line(title: str, points: Sequence[Bar]) -> SafeString:
    """A small line from the first of a row of values to the last; nothing for fewer than two."""
    if len(points) < 2:
        return SafeString()
    most = max(point.value for point in points) or 1
    step = (LINE_WIDTH - 2 * EDGE) / (len(points) - 1)
    room = LINE_HEIGHT - 2 * EDGE
    places = [(EDGE + number * step, LINE_HEIGHT - EDGE - room * one.value / most) for number, one in enumerate(points)]
    return format_html(
        '<svg class="trend" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">'
        '<polyline points="{}" fill="none" stroke="#14574a" stroke-width="2"/>'
        '<circle cx="{}" cy="{}" r="3" fill="#14574a"/></svg>',
        LINE_WIDTH,
        LINE_HEIGHT,
        LINE_WIDTH,
        LINE_HEIGHT,
        f"{title}: " + ", ".join(f"{point.label} {_said(point)}" for point in points),
        " ".join(f"{x:.1f},{y:.1f}" for x, y in places),
        *(f"{at:.1f}" for at in places[-1]),
    )
