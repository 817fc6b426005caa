"""Which translations were made, or made anew, from one version of a page to the next. Pure.

Somebody who changes a translation has the Chinese of that moment before them: both together are known from then on. A
translation that only stayed where it was while the Chinese changed was not made from the new Chinese.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .units import Unit


@dataclass(frozen=True)
class Known:
    """What was recorded of a text: the Chinese, the translation, and the Chinese that this was made from."""

    source: str
    target: str
    made_from: str


def made(before: Sequence[Unit] | None, now: Sequence[Unit]) -> Iterator[Unit]:
    """The units whose translation was made between these versions; all of them where there was none before.

    Rows are known by their key. One without a known key may be an old one that was stored anew: its translation was
    made only if no row of before had the same.
    """
    if before is None:
        yield from (unit for unit in now if unit.target)
        return
    known = {unit.place: unit for unit in before if unit.place.key is not None}
    texts = {(unit.place.model, unit.place.field, unit.target) for unit in before}
    for unit in now:
        was = known.get(unit.place)
        stayed = was.target == unit.target if was else (unit.place.model, unit.place.field, unit.target) in texts
        if unit.target and not stayed:
            yield unit


def origin(unit: Unit, was: Known | None, made_of: Sequence[str], only_slips: bool) -> str:
    """The Chinese that a translation was made from.

    ``made_of`` are the Chinese texts that this translation is known to have been made of on its page, the latest last.
    Where only slips of the pen were corrected, a translation that was current stays so.
    """
    if not unit.target:
        return ""
    if unit.source in made_of:
        return unit.source
    if was and was.target == unit.target:
        return unit.source if only_slips and was.made_from == was.source else was.made_from
    return made_of[-1] if made_of else unit.source
