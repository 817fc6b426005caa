"""From the strokes of one table to its cells.

The strokes cut the plane into small rectangles; those between which no line is drawn are one cell. So a merged cell, a
line that ends somewhere inside a cell, and borders that miss each other by a point need no rule of their own. A side of
the table that is not drawn at all (tables open to the left and right, tables cut by the end of a page) counts as drawn.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .geometry import Rect
from .layout import Cell, Span, Stroke
from .strokes import SAME_EDGE, clusters

DRAWN = 0.6  # of a side must be drawn
OPEN = 0.5  # a side of the table of which less is drawn is open
MOST_PIECES = 40_000
SMALLEST = (6.0, 7.0)  # width and height of a cell, in points

Piece = tuple[int, int]  # row and column


class TooComplexError(Exception):
    """More lines or letters than any form has."""


@dataclass(frozen=True)
class _Lattice:
    """Where the lines are (``xs``, ``ys``), and which edges of the small rectangles are drawn.

    ``tops`` has the pieces whose upper edge is drawn, ``lefts`` those whose left edge is; indices run one further than
    the pieces do.
    """

    xs: list[float]
    ys: list[float]
    tops: frozenset[Piece]
    lefts: frozenset[Piece]

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    def rect(self, rows: Span, columns: Span) -> Rect:
        return Rect(self.xs[columns.first], self.ys[rows.first], self.xs[columns.end], self.ys[rows.end])


def cells(strokes: Sequence[Stroke]) -> list[Cell]:
    """The cells that connected strokes enclose. Raises ``TooComplexError``."""
    lattice = _lattice(strokes)
    if lattice.rows * lattice.columns > MOST_PIECES:
        raise TooComplexError
    if lattice.rows < 1 or lattice.columns < 1:
        return []
    open_sides = _open_sides(lattice)
    found = []
    for region in _regions(lattice):
        for rows, columns in _rectangles(region):
            rect = lattice.rect(rows, columns)
            if rect.width < SMALLEST[0] or rect.height < SMALLEST[1]:
                continue
            if _enclosed(lattice, rows, columns, open_sides):
                found.append(Cell(rect, rows, columns))
    return sorted(found, key=lambda cell: (cell.rows.first, cell.columns.first))


def _lattice(strokes: Sequence[Stroke]) -> _Lattice:
    ys, across = _positions([s for s in strokes if s.horizontal])
    xs, down = _positions([s for s in strokes if not s.horizontal])
    _reach(xs, [s for s in strokes if s.horizontal])
    _reach(ys, [s for s in strokes if not s.horizontal])
    columns, rows = sorted(xs), sorted(ys)
    return _Lattice(
        columns, rows, _walls(across, rows, columns), frozenset((r, c) for c, r in _walls(down, columns, rows))
    )


def _positions(strokes: list[Stroke]) -> tuple[list[float], dict[float, list[Stroke]]]:
    """Where the strokes are, those of a double border as one, and the strokes at each place."""
    found = {}
    for cluster in clusters(sorted(strokes, key=lambda s: s.at), SAME_EDGE):
        middle = (cluster[0].at + cluster[-1].at) / 2
        found[middle] = cluster
    return list(found), found


def _reach(places: list[float], crossing: list[Stroke]) -> None:
    """Add where the crossing strokes begin and end, when no stroke is there: an open side."""
    if not crossing:
        return
    for outermost in (min(s.start for s in crossing), max(s.end for s in crossing)):
        if not places or min(abs(outermost - place) for place in places) > 2 * SAME_EDGE:
            places.append(outermost)


def _walls(strokes: dict[float, list[Stroke]], places: list[float], across: list[float]) -> frozenset[Piece]:
    """Pairs (index of the place, index of the piece across) where most of the edge is drawn."""
    found = set()
    index_of = {place: index for index, place in enumerate(places)}
    for place, pieces in strokes.items():
        apart = _apart(pieces)
        for index, (start, end) in enumerate(pairwise(across)):
            drawn = sum(max(0.0, min(p.end, end) - max(p.start, start)) for p in apart)
            if drawn >= DRAWN * (end - start):
                found.add((index_of[place], index))
    return frozenset(found)


def _apart(strokes: list[Stroke]) -> list[Stroke]:
    """The same strokes without what another one of them draws too."""
    found: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda s: (s.start, -s.end)):
        start = max(stroke.start, found[-1].end) if found else stroke.start
        if stroke.end > start:
            found.append(Stroke(stroke.horizontal, stroke.at, start, stroke.end))
    return found


def _open_sides(lattice: _Lattice) -> frozenset[str]:
    """Sides of the whole table that are hardly drawn."""
    rows, columns = lattice.rows, lattice.columns
    heights = [lattice.ys[r + 1] - lattice.ys[r] for r in range(rows)]
    widths = [lattice.xs[c + 1] - lattice.xs[c] for c in range(columns)]
    drawn = {
        "left": sum(heights[r] for r in range(rows) if (r, 0) in lattice.lefts) / sum(heights),
        "right": sum(heights[r] for r in range(rows) if (r, columns) in lattice.lefts) / sum(heights),
        "top": sum(widths[c] for c in range(columns) if (0, c) in lattice.tops) / sum(widths),
        "bottom": sum(widths[c] for c in range(columns) if (rows, c) in lattice.tops) / sum(widths),
    }
    return frozenset(side for side, share in drawn.items() if share < OPEN)


def _regions(lattice: _Lattice) -> list[set[Piece]]:
    """Pieces between which nothing is drawn, together."""
    left = {(row, column) for row in range(lattice.rows) for column in range(lattice.columns)}
    found = []
    while left:
        start = left.pop()
        region, waiting = {start}, [start]
        while waiting:
            for neighbour in _reachable(lattice, waiting.pop()):
                if neighbour in left:
                    left.remove(neighbour)
                    region.add(neighbour)
                    waiting.append(neighbour)
        found.append(region)
    return found


def _reachable(lattice: _Lattice, piece: Piece) -> list[Piece]:
    row, column = piece
    found = []
    if (row, column) not in lattice.tops:
        found.append((row - 1, column))
    if (row + 1, column) not in lattice.tops:
        found.append((row + 1, column))
    if (row, column) not in lattice.lefts:
        found.append((row, column - 1))
    if (row, column + 1) not in lattice.lefts:
        found.append((row, column + 1))
    return found


def _rectangles(region: set[Piece]) -> list[tuple[Span, Span]]:
    """The region as rectangles: nearly always one; what has a corner missing is cut into rows of the same width."""
    rows = Span(min(r for r, _c in region), max(r for r, _c in region) + 1)
    columns = Span(min(c for _r, c in region), max(c for _r, c in region) + 1)
    if len(region) == (rows.end - rows.first) * (columns.end - columns.first):
        return [(rows, columns)]
    runs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in range(rows.first, rows.end):
        for run in _runs(sorted(c for r, c in region if r == row)):
            runs[run].append(row)
    return [(Span(first, end), Span(*run)) for run, found in runs.items() for first, end in _runs(found)]


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """``[1, 2, 3, 7]`` -> ``[(1, 4), (7, 8)]``."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


def _enclosed(lattice: _Lattice, rows: Span, columns: Span, open_sides: frozenset[str]) -> bool:
    """Is there a line on every side, or an open side of the table? An area beside the table is no cell."""
    across, down = range(columns.first, columns.end), range(rows.first, rows.end)
    sides = {
        "top": (rows.first == 0, [(rows.first, c) in lattice.tops for c in across]),
        "bottom": (rows.end == lattice.rows, [(rows.end, c) in lattice.tops for c in across]),
        "left": (columns.first == 0, [(r, columns.first) in lattice.lefts for r in down]),
        "right": (columns.end == lattice.columns, [(r, columns.end) in lattice.lefts for r in down]),
    }
    undrawn = [name for name, (_outer, edges) in sides.items() if 2 * sum(edges) < len(edges)]
    return len(undrawn) <= 1 and all(sides[name][0] and name in open_sides for name in undrawn)
