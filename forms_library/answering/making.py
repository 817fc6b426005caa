"""The document of an applicant's answers: made in memory, by this process, so that no file ever holds them."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.conf import settings

from forms_library.detection.fields import Detection
from forms_library.filling.checks import problems, problems_of_questions
from forms_library.filling.fonts import font
from forms_library.filling.pdf import fill_pdf
from forms_library.models import FormVersion
from forms_library.office.filling import FILLED_BY
from forms_library.office.shown import Block, shown
from forms_library.pictures.pages import coloured_png, drawn, in_address
from forms_library.safety.kinds import Kind
from forms_library.validation.values import Problem

WIDTH = 1000  # pixels of a picture of the result
MOST_PICTURES = 6  # pages; all are in the document
_turn = threading.Lock()  # PDFium, and the font that all documents share, are for one thread at a time


class MakingError(Exception):
    """A document could not be made. Says what kind of error it was, and never anything that an applicant wrote."""


@contextmanager
def _silent() -> Iterator[None]:
    """Whatever goes wrong is told without its message: that may have an answer in it."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 -- any of them may
        raise MakingError(type(error).__name__) from None


def problems_of(version: FormVersion, detection: Detection, answers: Mapping[str, str]) -> dict[str, Problem]:
    """Everything that stands in the way of the document, by id of field or group. Raises ``MakingError``."""
    required = [key for key, review in version.reviewed.items() if review.required]
    with _silent():
        printed = font(settings.FORM_FONT) if version.file_kind == Kind.PDF else None
        found = problems(detection.fields, answers, printed, required)
        return found | problems_of_questions(detection.groups, answers, required)


def document(version: FormVersion, detection: Detection, answers: Mapping[str, str]) -> bytes:
    """The form with the answers in it, of the same kind as the form. Raises ``MakingError``."""
    with version.file.open("rb") as file:
        template = file.read()
    kind = Kind(version.file_kind)
    with _turn, _silent():
        if kind in FILLED_BY:
            return FILLED_BY[kind](template, list(detection.fields), answers)
        return fill_pdf(template, detection.fields, answers, font(settings.FORM_FONT)).data


def blocks(data: bytes, kind: Kind) -> list[Block]:
    """What stands in a document or workbook. Raises ``MakingError``."""
    with _turn, _silent():
        return shown(data, kind)


def pictures(data: bytes) -> list[str]:
    """The first pages of a PDF, as addresses."""
    with _turn, _silent():
        return [in_address(coloured_png(page)) for page in drawn(data, WIDTH, MOST_PICTURES)]
