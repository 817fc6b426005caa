"""PDF: screened, made anew of its pages, read, and looked through for places to fill in."""

import re
from io import BytesIO

import pikepdf

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection
from forms_library.detection.grid import TooComplexError
from forms_library.detection.reading import read_pages
from forms_library.detection.sideways import sideways_turn
from forms_library.pictures.thumbnails import thumbnail
from forms_library.safety import pdf_rebuild, pdf_screening
from forms_library.safety.reasons import Reason, Refused
from forms_library.safety.widgets import read_widgets, with_widgets
from forms_library.text.pdf import pdf_text

from .findings import Findings, findings

# Looked for before the file is opened: opening alone would count them one by one.
THOUSANDS_OF_PAGES = re.compile(rb"/Kids\s*\[(?:\s*\d+\s+\d+\s+R){1000}")


def inspect(data: bytes) -> Findings:
    if THOUSANDS_OF_PAGES.search(data):
        raise Refused(Reason.TOO_MANY_PAGES)
    try:
        with pikepdf.open(BytesIO(data)) as document:
            mended = bool(document.get_warnings())
            removed = pdf_screening.screen(document)
            widgets = read_widgets(document)
            made = pdf_rebuild.rebuild(document)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.ENCRYPTED) from error
    except pikepdf.PdfError as error:
        raise Refused(Reason.DAMAGED) from error
    _check_again(made)
    made, detection = _detected(made)
    if detection and widgets:
        detection = with_widgets(detection, widgets)
    plain = detection.as_plain() if detection else None
    return findings(made, pdf_text(made), removed=removed, mended=mended, detection=plain, thumbnail=thumbnail(made))


def _check_again(made: bytes) -> None:
    """Nothing that acts is left: otherwise the rebuild has a gap, and the file must not pass."""
    with pikepdf.open(BytesIO(made)) as document:
        left = pdf_screening.screen(document)
    if left:
        raise Refused(Reason.ACTIVE, left[0])


def _detected(data: bytes) -> tuple[bytes, Detection | None]:
    """Pages that are printed sideways are turned first.

    No detection for a page with more lines than a form has: it may still be offered for download.
    """
    try:
        pages = list(read_pages(data))
        sideways = {page.number: turn for page in pages if (turn := sideways_turn(page))}
        if sideways:
            data = pdf_rebuild.turned(data, sideways)
            pages = list(read_pages(data))
        return data, detect(pages)
    except TooComplexError:
        return data, None
