"""From a file to records, by the kind of list."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from guides.codes import ImportProfile
from translations.usable_text import UnfitError

from .guangdong.mapping import record_of
from .json_lines import json_lines
from .records import GuideRecord
from .report import Refusal
from .workbook_read import read_workbook

Records = Iterator[GuideRecord | Refusal]


def guangdong(path: Path) -> Records:
    """The list of Guangdong's portal."""
    for line in json_lines(path):
        place = _("line %(number)d") % {"number": line.number}
        if line.data is None:
            yield Refusal(place, "", line.problem)
            continue
        try:
            yield record_of(line.data, place)
        except UnfitError as error:
            yield Refusal(place, str(line.data.get("TASK_CODE") or "")[:80], str(error))


READERS: dict[str, Callable[[Path], Records]] = {
    ImportProfile.STANDARD: read_workbook,
    ImportProfile.GUANGDONG: guangdong,
}


def read(path: Path, profile: str) -> Records:
    """The records of a file. Raises ``FileError``, also while they are read."""
    return READERS[profile](path)
