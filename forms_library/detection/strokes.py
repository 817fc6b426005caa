"""Drawn lines: pieces of one line joined, lines that make a grid told from lines to write on."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .layout import Stroke

SAME_LINE = 1.6  # points between two strokes of one drawn line
SAME_EDGE = 4.6  # points between the two lines of a double border
DASH = 3.2  # points between the dashes of one line
TOUCH = 3.0  # points by which strokes of one table may miss each other


def joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """One stroke for what was drawn in pieces: dashes, the border of each cell, a border drawn twice."""
    found: list[Stroke] = []
    for horizontal in (True, False):
        same = sorted((s for s in strokes if s.horizontal is horizontal), key=lambda s: s.at)
        for cluster in clusters(same, SAME_LINE):
            found += _end_to_end(cluster)
    return found


def clusters(strokes: Sequence[Stroke], reach: float) -> list[list[Stroke]]:
    """Strokes, sorted by where they are, that lie within ``reach`` of the first of them."""
    groups: list[list[Stroke]] = []
    for stroke in strokes:
        if groups and stroke.at - groups[-1][0].at <= reach:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    return groups


def _end_to_end(cluster: list[Stroke]) -> list[Stroke]:
    pieces = sorted(cluster, key=lambda s: s.start)
    at = sorted(s.at for s in pieces)[len(pieces) // 2]
    found = [Stroke(pieces[0].horizontal, at, pieces[0].start, pieces[0].end)]
    for piece in pieces[1:]:
        last = found[-1]
        if piece.start - last.end <= DASH:
            found[-1] = Stroke(last.horizontal, at, last.start, max(last.end, piece.end))
        else:
            found.append(Stroke(piece.horizontal, at, piece.start, piece.end))
    return found


def connected(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that touch or cross each other, directly or through others, together."""
    parents = list(range(len(strokes)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    for one, other in _crossings(strokes):
        parents[root(one)] = root(other)
    groups: dict[int, list[Stroke]] = defaultdict(list)
    for index, stroke in enumerate(strokes):
        groups[root(index)].append(stroke)
    return list(groups.values())


def _crossings(strokes: Sequence[Stroke]) -> Iterable[tuple[int, int]]:
    """Pairs of indices: strokes that cross, and parallel ones of a double border."""
    down = sorted((s.at, index) for index, s in enumerate(strokes) if not s.horizontal)
    across = [(s.at, index) for index, s in enumerate(strokes) if s.horizontal]
    places = [at for at, _index in down]
    for at, index in across:
        stroke = strokes[index]
        near = down[bisect_left(places, stroke.start - TOUCH) : bisect_left(places, stroke.end + TOUCH)]
        for _place, crossing in near:
            if strokes[crossing].start - TOUCH <= at <= strokes[crossing].end + TOUCH:
                yield index, crossing
    for same in (down, sorted(across)):
        for (at, one), (next_at, other) in pairwise(same):
            if next_at - at <= SAME_EDGE and _side_by_side(strokes[one], strokes[other]):
                yield one, other


def _side_by_side(one: Stroke, other: Stroke) -> bool:
    return min(one.end, other.end) - max(one.start, other.start) > 0.5 * min(one.length, other.length)
