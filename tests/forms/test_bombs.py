"""Every hostile file is refused with a plain reason or accepted safely, in bounded time."""

import time
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from forms_library.safety.examine import Examined, Refusal, examine
from forms_library.safety.pdf_screening import ACTIVE
from forms_library.safety.reasons import Reason

from . import bombs, office_bombs, pdf_bombs

SECONDS = 15
HARMLESS = {
    # What of it acts, hides or lies is gone from what is stored.
    *("everything_that_acts.pdf", "archive_behind_a_page.pdf", "grid_of_a_thousand_lines.pdf", "half_a_file.pdf"),
    *("template_language.docx", "picture_with_a_tail.png"),
}


@pytest.mark.parametrize(("name", "make"), bombs.all_bombs(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_hostile_file_is_refused_or_made_harmless(name: str, make: Callable[[], bytes]) -> None:
    data = make()
    started = time.monotonic()
    answer = examine(name, data)
    assert time.monotonic() - started < SECONDS
    if isinstance(answer, Refusal):
        assert str(answer)
        assert answer.reason is not Reason.NOT_SCANNED
    else:
        assert name in HARMLESS, f"{name} was accepted"
        assert answer.data != data


def accepted(name: str, data: bytes) -> Examined:
    answer = examine(name, data)
    assert isinstance(answer, Examined), answer
    return answer


def test_nothing_that_acts_is_left_in_a_published_pdf() -> None:
    answer = accepted("form.pdf", pdf_bombs.everything_that_acts())
    assert {"/JavaScript", "/Launch", "/SubmitForm", "/EmbeddedFiles", "/XFA", "/OpenAction"} <= set(answer.removed)
    assert not any(name.encode() in answer.data for name in ACTIVE)
    with pikepdf.open(BytesIO(answer.data)) as document:
        assert {name for name, _value in document.Root.items()} <= {"/Type", "/Pages"}
        assert {name for name, _value in document.pages[0].obj.items()} == {
            "/Type",
            "/Parent",
            "/MediaBox",
            "/Contents",
            "/Resources",
        }


def test_an_archive_behind_a_page_is_gone() -> None:
    assert b"PK\x03\x04" not in accepted("form.pdf", pdf_bombs.archive_behind_a_page()).data


def test_a_page_of_a_thousand_lines_is_no_form() -> None:
    answer = examine("grid.pdf", pdf_bombs.grid_of_a_thousand_lines())
    assert isinstance(answer, Refusal) or not (answer.detection and answer.detection.fields)


def test_words_in_a_template_language_are_words() -> None:
    answer = accepted("form.docx", office_bombs.template_language())
    assert "__subclasses__" in answer.pages[0]


def test_a_picture_is_its_pixels() -> None:
    answer = accepted("picture.png", bombs.picture_with_a_tail())
    assert b"php" not in answer.data
    with Image.open(BytesIO(answer.data)) as picture:
        assert picture.size == (40, 30)
