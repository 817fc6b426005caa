"""Giving files to readers: always as something to save, never as something that runs in the hall's name."""

from io import BytesIO
from typing import IO, Any

from django.http import FileResponse

from forms_library.models import FormVersion
from forms_library.safety.kinds import Kind
from translations.reading import Reading

CONTENT_TYPES = {
    Kind.PDF: "application/pdf",
    Kind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Kind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.DOC: "application/msword",
    Kind.XLS: "application/vnd.ms-excel",
    Kind.PNG: "image/png",
    Kind.JPEG: "image/jpeg",
}
ALONE = "default-src 'none'; sandbox"  # whatever is in it may load nothing and belongs to no site
UNFIT = '\\/:*?"<>|'  # in names of files, on one system or another
LONGEST_NAME = 120  # characters


def attachment(file: IO[bytes], name: str, content_type: str) -> FileResponse:
    """A file to save under a name, which may be Chinese (RFC 5987 writes it for every browser)."""
    return _alone(FileResponse(file, as_attachment=True, filename=name, content_type=content_type))


def made(data: bytes, name: str, content_type: str) -> FileResponse:
    """The same for a document that was made for one reader and lies in no file."""
    return attachment(BytesIO(data), name, content_type)


def picture(file: IO[bytes]) -> FileResponse:
    """A PNG that a page shows."""
    return _alone(FileResponse(file, content_type=CONTENT_TYPES[Kind.PNG]))


def _alone(response: FileResponse) -> FileResponse:
    response["Content-Security-Policy"] = ALONE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-cache"  # a version that is withdrawn is gone
    return response


def download_name(version: FormVersion, ending: str, words: Any = "") -> str:
    """``结婚登记申请书（2026-05-01）.pdf``, in the reader's language; ``words`` say what else it is."""
    name = Reading(version.page).name.plain
    whole = f"{name[:LONGEST_NAME]}{f' {words}' if words else ''} ({version.dated:%Y-%m-%d})"
    return f"{''.join(' ' if one in UNFIT or not one.isprintable() else one for one in whole)}.{ending}"
