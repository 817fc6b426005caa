"""Places on one line of text: dates, boxes to tick, underscores, ruled and white gaps, and the end of a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from . import dates, options
from .combs import comb_of_boxes
from .drafts import Draft, Shape
from .gaps import Gap, gaps_of
from .geometry import Rect
from .labels import clean, compact, of_sentence
from .layout import Cell, Stroke, TextLine
from .text_lines import spelled
from .units import unit_of
from .vocabulary import DATE_LABEL_END, PLACE_NAME
from .words_beside import text_after, text_before

LONGEST_LABEL = 40
IN_BRACKETS = re.compile(r"^[（(]([^（）()]{2,16})[）)]")  # "____（姓名）"
GENERIC = re.compile(r"^(?:备注|说明|其他|附注|内容|事项)$")


@dataclass(frozen=True)
class Surroundings:
    """Where a line stands.

    ``left`` and ``right`` are the edges of its cell or column; ``group`` is what the cell is called; ``following`` is
    the next line in the cell; ``begun`` is the number of glyphs that belong to an option of the line before; a
    rule longer than ``widest_rule`` may divide the page.
    """

    left: float
    right: float
    group: str = ""
    cell: Cell | None = None
    chinese: bool = True
    index: int = 0
    count: int = 1
    following: TextLine | None = None
    rules: Sequence[Stroke] = ()
    squares: Sequence[Rect] = ()
    begun: int = 0
    widest_rule: float = float("inf")


def asked_below(line: TextLine, otherwise: str) -> str:
    """A line that ends with a colon asks for what stands on the lines below it."""
    plain = compact(line.text)
    return clean(spelled(line.glyphs)) if plain.endswith((":", "：")) and 2 < len(plain) <= 30 else otherwise


@dataclass
class LinePlaces:
    """What was found on a line. ``taken`` has the parts of it, in points, that are explained."""

    line: TextLine
    around: Surroundings
    taken: list[tuple[float, float]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    wrapped: int = 0  # glyphs of the next line that belong to the last option of this one

    def find(self) -> list[Draft]:
        self._dates()
        self._options()
        for gap in gaps_of(self.line, self.around, self.taken):
            self._gap(gap)
        return self.drafts

    # --- dates and boxes ------------------------------------------------------------------------------------------

    def _dates(self) -> None:
        for found in dates.dates_of(self.line, self.around.left):
            before = clean(text_before(self.line, found.words_end, self.taken)) if self._near(found) else ""
            self._add(dates.draft_of(self.line, found, before, self.around.group), found.start, found.end)

    def _near(self, found: dates.FoundDate) -> bool:
        """Do the words before a date belong to it? Not after a colon with room for something else."""
        if found.words_end == 0:
            return False
        before = self.line.glyphs[found.words_end - 1]
        far = found.start - before.rect.x1 > dates.LABEL_GAP * self.line.size
        return not (
            far and before.text in ":：" and not DATE_LABEL_END.search(clean(self.line.text[: found.words_end]))
        )

    def _options(self) -> None:
        boxes = options.boxes_of(self.line, list(self.around.squares))
        comb = comb_of_boxes(self.line, boxes, self.around.group)
        if comb:
            self._add(comb, comb.rect.x0, comb.rect.x1)
            return
        following = self.around.following
        self.wrapped = options.wrapped_words(self.line, boxes, following, self.around.right - self.around.left)
        rest = spelled(following.glyphs[: self.wrapped]) if following else ""
        for draft in options.options_of(self.line, boxes, self.around.group, rest, self.around.begun):
            self._add(draft, draft.rect.x0, draft.rect.x1)

    def _add(self, draft: Draft, start: float, end: float) -> None:
        draft.cell = self.around.cell
        self.drafts.append(draft)
        self.taken.append((start, end))

    # --- gaps -----------------------------------------------------------------------------------------------------

    def _gap(self, gap: Gap) -> None:
        before = of_sentence(text_before(self.line, gap.first, self.taken))
        after = clean(text_after(self.line, gap.end))
        label, unit = self._named(before, after, gap)
        rect = self._rect(gap)
        group = self.around.group if self.around.group != label else ""
        draft = Draft(
            *(rect, Shape.LINE, label[-LONGEST_LABEL:], gap.confidence),
            group=group,
            unit=unit,
            line=self.line,
            span=(gap.first, gap.end),
        )
        self._add(draft, gap.start, gap.stop)

    def _rect(self, gap: Gap) -> Rect:
        """As high as the line; on a drawn rule, above that rule."""
        line = self.line.rect
        if gap.base is None:
            return Rect(gap.start, line.top - 1, gap.stop, max(line.bottom, line.top + 8))
        return Rect(gap.start, gap.base - max(line.height, 8) - 1, gap.stop, gap.base + 1)

    def _named(self, before: str, after: str, gap: Gap) -> tuple[str, str]:
        """Label and unit of a gap between two texts."""
        group = self.around.group
        unit = unit_of(after)
        if not before and (inside := IN_BRACKETS.match(after)):
            return clean(inside[1]), ""
        if not unit and after and (PLACE_NAME.match(compact(after)) or self._names_follow(gap)):
            return after, ""
        if before:
            return before, unit
        if unit:
            return group or after, unit if group else ""
        return group if group and not GENERIC.match(group) else after or group, ""

    def _names_follow(self, gap: Gap) -> bool:
        """Do names stand behind the gaps of this line? It begins with a gap, and each gap has words after it."""
        first = min(
            (found for found in self.drafts if found.shape is Shape.LINE), key=lambda d: d.rect.x0, default=None
        )
        starts = first is not None and first.span[0] == 0 and bool(first.label) and first.span != (gap.first, gap.end)
        return starts and gap.end < len(self.line.glyphs)
