"""DOC and XLS of the old kind: no macros, no embedded objects, no passwords. Runs in a child process."""

import re
from io import BytesIO

import olefile

from .kinds import Kind
from .reasons import Reason, Refused

MAIN_STREAMS = {Kind.DOC: {"worddocument"}, Kind.XLS: {"workbook", "book"}}
ACTIVE = {"macros", "_vba_project", "_vba_project_cur", "vba", "objectpool", "\x01ole10native", "package", "mbd"}
PROTECTED = {"encryptedpackage", "encryptioninfo", "\x06dataspaces"}
ENCRYPTED_FLAG = 0x0100  # of the flags at byte 10 of a Word document ([MS-DOC] 2.5.2, fEncrypted)


def screen(data: bytes, kind: Kind) -> None:
    """Raises ``Refused``."""
    try:
        with olefile.OleFileIO(BytesIO(data)) as document:
            names = [[part.lower() for part in path] for path in document.listdir(streams=True, storages=True)]
            _check(document, names, kind)
    except (OSError, ValueError, IndexError, TypeError) as error:
        raise Refused(Reason.DAMAGED) from error


def _check(document: olefile.OleFileIO, names: list[list[str]], kind: Kind) -> None:
    known = {part for path in names for part in path}
    if known & PROTECTED:
        raise Refused(Reason.ENCRYPTED)
    active = next((part for part in sorted(known) if part in ACTIVE or part.startswith("mbd")), None)
    if active:
        raise Refused(Reason.ACTIVE, active)
    if not known & MAIN_STREAMS[kind]:
        raise Refused(Reason.WRONG_NAME, f".{kind}")
    if kind is Kind.DOC:
        header = document.openstream("WordDocument").read(12)
        if len(header) == 12 and int.from_bytes(header[10:12], "little") & ENCRYPTED_FLAG:
            raise Refused(Reason.ENCRYPTED)


def strings(data: bytes) -> list[str]:
    """What can be read without knowing the format: enough to look for numbers of people, no text to show."""
    wide = data.decode("utf-16-le", "ignore")
    narrow = data.decode("latin-1")
    # A line for each piece: digits with a blank between them would be one number.
    return [re.sub(r"[^\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]+", "\n", text) for text in (wide, narrow)]
