"""What a file is, by its content. Its name only has to agree."""

from enum import StrEnum
from pathlib import PurePath

from .reasons import Reason, Refused

MOST_BYTES = 20_000_000
FEWEST_BYTES = 64


class Kind(StrEnum):
    """Files that may be uploaded."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    DOC = "doc"
    XLS = "xls"
    PNG = "png"
    JPEG = "jpeg"


# What the first bytes say; of archives and OLE files the inspection says more.
_MAGIC: tuple[tuple[bytes, frozenset[Kind]], ...] = (
    (b"%PDF-", frozenset({Kind.PDF})),
    (b"PK\x03\x04", frozenset({Kind.DOCX, Kind.XLSX})),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", frozenset({Kind.DOC, Kind.XLS})),
    (b"\x89PNG\r\n\x1a\n", frozenset({Kind.PNG})),
    (b"\xff\xd8\xff", frozenset({Kind.JPEG})),
)
_ENDINGS = {".jpg": Kind.JPEG, **{f".{kind}": kind for kind in Kind}}


def kind_of(name: str, data: bytes) -> Kind:
    """The kind that name and first bytes agree on. Raises ``Refused``."""
    if not data:
        raise Refused(Reason.EMPTY)
    if len(data) > MOST_BYTES:
        raise Refused(Reason.TOO_LARGE)
    stated = _ENDINGS.get(PurePath(name).suffix.lower())
    possible = next((kinds for magic, kinds in _MAGIC if data.startswith(magic)), frozenset[Kind]())
    if stated is None:
        raise Refused(Reason.UNKNOWN_KIND, PurePath(name).suffix)
    if stated not in possible:
        raise Refused(Reason.WRONG_NAME, PurePath(name).suffix)
    if len(data) < FEWEST_BYTES:
        raise Refused(Reason.DAMAGED)
    return stated
