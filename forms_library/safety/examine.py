"""The one way in for uploads."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings

from forms_library.detection.fields import Detection
from forms_library.detection.stored import from_plain

from . import clamd, conversion, personal_data, process
from .kinds import Kind, kind_of
from .messages import MESSAGES
from .personal_data import PersonalNumber
from .reasons import Reason, Refused

FUNCTION = "forms_library.safety.inspection.{kind}.inspect"


@dataclass(frozen=True)
class Refusal:
    """Why a file is not used. ``detail`` names what it is about; show it as text."""

    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return str(MESSAGES[self.reason])


@dataclass(frozen=True)
class Examined:
    """A file that may be used.

    ``data`` is what to store and to publish: it was made anew of the upload, ``sha256`` is its fingerprint. ``pages``
    are the texts of pages or parts. ``detection`` is what can be filled in; nothing for pictures, DOC and XLS, and for
    pages that are no form. ``removed`` names what acted in a PDF and is gone; ``mended`` says that it was damaged, so
    that somebody should look at every page. ``thumbnail`` is a PNG of the first page. ``personal`` has the numbers of
    people that a blank form must not have. ``converted_from`` is the old kind (DOC, XLS) that LibreOffice read.
    """

    kind: Kind
    data: bytes = field(repr=False)
    sha256: str
    pages: tuple[str, ...] = field(default=(), repr=False)
    detection: Detection | None = field(default=None, repr=False)
    removed: tuple[str, ...] = ()
    mended: bool = False
    thumbnail: bytes | None = field(default=None, repr=False)
    personal: tuple[PersonalNumber, ...] = ()
    converted_from: Kind | None = None

    @property
    def scanned(self) -> bool:
        """Is every page a picture of a page?"""
        pages = self.detection.pages if self.detection else ()
        return bool(pages) and all(page.scanned for page in pages)


def examine(name: str, data: bytes) -> Examined | Refusal:
    """Look at an upload: its kind by content, viruses, everything in ``inspection``, numbers of people.

    Takes at most ``Limits.wall`` seconds, with LibreOffice as long as that may take. Never raises for what is in the
    file.
    """
    try:
        kind = _admitted(name, data)
        found = process.run(FUNCTION.format(kind=kind.value), data)
    except Refused as refused:
        return _refusal(refused)
    return _result(kind, data, found)


def examine_each(files: Sequence[tuple[str, bytes]]) -> list[Examined | Refusal]:
    """The same for several files of one origin (name, data), in one process for each kind. Raises ``Refused`` when
    they were too demanding together.
    """
    results: dict[int, Examined | Refusal] = {}
    by_kind: dict[Kind, list[int]] = defaultdict(list)
    for number, (name, data) in enumerate(files):
        try:
            by_kind[_admitted(name, data)].append(number)
        except Refused as refused:
            results[number] = _refusal(refused)
    for kind, numbers in by_kind.items():
        found = process.run_each(FUNCTION.format(kind=kind.value), [files[number][1] for number in numbers])
        for number, one in zip(numbers, found, strict=True):
            data = files[number][1]
            results[number] = _refusal(one) if isinstance(one, Refused) else _result(kind, data, one)
    return [results[number] for number in range(len(files))]


def _refusal(refused: Refused) -> Refusal:
    return Refusal(refused.reason, refused.detail)


def _admitted(name: str, data: bytes) -> Kind:
    """The kind of a file without known viruses. Raises ``Refused``."""
    kind = kind_of(name, data)
    if settings.CLAMD:
        clamd.scan(data, settings.CLAMD)
    return kind


def _result(kind: Kind, data: bytes, found: dict[str, Any]) -> Examined:
    return _converted(kind, data) or _examined(kind, found)


def _converted(kind: Kind, data: bytes) -> Examined | None:
    """What an old kind of file becomes; nothing where it stays what it is, for download alone."""
    if kind not in conversion.TARGETS or conversion.program() is None:
        return None
    try:
        target, made = conversion.convert(data, kind)
        found = process.run(FUNCTION.format(kind=target.value), made)
    except Refused:
        return None
    return replace(_examined(target, found), converted_from=kind)


def _examined(kind: Kind, found: dict[str, Any]) -> Examined:
    made: bytes = found["data"]
    return Examined(
        kind=kind,
        data=made,
        sha256=hashlib.sha256(made).hexdigest(),
        pages=tuple(found["pages"]),
        detection=from_plain(found["detection"]) if found["detection"] else None,
        removed=tuple(found["removed"]),
        mended=found["mended"],
        thumbnail=found["thumbnail"],
        personal=tuple(personal_data.find([*found["pages"], *found["strings"]])),
    )
