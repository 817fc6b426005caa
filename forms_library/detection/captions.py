"""Rules with names below them, as on English forms: one over "City, state, zip" and "Telephone no." is two places."""

from collections.abc import Sequence

from .layout import Stroke, TextLine
from .text_lines import spelled

NEAR = 12.0  # points below the rule
APART = 2.2  # characters of white between two names
SHORTEST = 30.0


def captioned(rule: Stroke, lines: Sequence[TextLine]) -> list[tuple[float, float, str]]:
    """Start, end and name of each part of a rule; nothing where no name stands below."""
    names = [name for line in lines if -1 <= line.rect.top - rule.at < NEAR for name in _names(line, rule)]
    if not names:
        return []
    first = min(names, key=lambda name: name[2])
    names = sorted(name for name in names if abs(name[2] - first[2]) < 4)
    starts = [rule.start, *(start for start, _words, _top in names[1:])]
    ends = [*starts[1:], rule.end]
    parts = [(start, end, words) for start, end, (_x, words, _top) in zip(starts, ends, names, strict=True)]
    if any(end - start < SHORTEST for start, end, _words in parts):
        return [(rule.start, rule.end, " ".join(words for _start, _end, words in parts))]
    return parts


def _names(line: TextLine, rule: Stroke) -> list[tuple[float, str, float]]:
    """Left edge, words and top of each group of words below the rule."""
    groups: list[list[int]] = []
    for index, glyph in enumerate(line.glyphs):
        if not rule.start - 5 <= glyph.rect.centre <= rule.end + 5:
            continue
        if groups and index and line.gap_before(index) <= APART * line.size and groups[-1][-1] == index - 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    return [(line.glyphs[g[0]].rect.x0, spelled(line.glyphs[g[0] : g[-1] + 1]), line.rect.top) for g in groups]
