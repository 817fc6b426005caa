"""What is looked at before a workbook is opened: it comes from a browser."""

import lzma
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import ParseError

from django.utils.translation import gettext as _
from openpyxl.utils.exceptions import InvalidFileException

from .usable_text import FileError

MOST_PARTS = 500
LARGEST_PART = 150_000_000  # bytes, unpacked
LARGEST_STRINGS = 50_000_000  # bytes, unpacked: openpyxl keeps all of it in memory
LARGEST_SUM = 200_000_000
CONTENT_TYPES = "[Content_Types].xml"
STRINGS = "sharedStrings.xml"
# What zipfile raises on archives that are damaged or were made to harm, and what openpyxl does.
_DAMAGED_ARCHIVE = (
    *(EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError),
    *(lzma.LZMAError, struct.error, zipfile.BadZipFile, zlib.error),
)
DAMAGED = (*_DAMAGED_ARCHIVE, *(AttributeError, IndexError, InvalidFileException, KeyError, ParseError, TypeError))


def check_workbook(path: Path | IO[bytes]) -> None:
    """Raises ``FileError`` for what is no XLSX workbook, holds macros, or unpacks to more than a list can have."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(parts)
            _check_content(archive, {part.filename for part in parts})
    except FileError:
        raise
    except _DAMAGED_ARCHIVE as error:
        raise _not_a_workbook() from error


def _not_a_workbook() -> FileError:
    return FileError(_("This is not an XLSX workbook. Save the table as “Excel workbook (.xlsx)” and try again."))


def _check_parts(parts: list[zipfile.ZipInfo]) -> None:
    too_large = any(part.file_size > _limit(part) for part in parts)
    if len(parts) > MOST_PARTS or too_large or sum(part.file_size for part in parts) > LARGEST_SUM:
        raise FileError(_("The workbook is too large when unpacked."))


def _limit(part: zipfile.ZipInfo) -> int:
    return LARGEST_STRINGS if part.filename.endswith(STRINGS) else LARGEST_PART


def _check_content(archive: zipfile.ZipFile, names: set[str]) -> None:
    if CONTENT_TYPES not in names or "xl/workbook.xml" not in names:
        raise _not_a_workbook()
    types = archive.read(CONTENT_TYPES)
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in names):
        raise FileError(_("The workbook contains macros. Save it as “Excel workbook (.xlsx)” without macros."))
