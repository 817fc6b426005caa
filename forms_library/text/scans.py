"""The words on a scanned page, read by tesseract, where that is installed. For the search: nobody checks them."""

import re
import shutil
import tempfile
from pathlib import Path

from forms_library.safety.conversion import LAUNCH
from forms_library.safety.limits import Limits
from forms_library.safety.process import start

LANGUAGES = "chi_sim+eng"  # Debian: tesseract-ocr-chi-sim
LIMITS = Limits(memory=2_000, cpu=60, wall=90, file=20, open_files=128, processes=64)
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")


class UnreadError(Exception):
    """The program gave nothing: it was too slow, or its data for Chinese is not installed."""


def program() -> str | None:
    """Where tesseract is, if it is there."""
    return shutil.which("tesseract")


def read_picture(picture: bytes) -> str:
    """The words on a picture of a page. Raises ``UnreadError``."""
    with tempfile.TemporaryDirectory(prefix="hall-reading-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / "page.png").write_bytes(picture)
        reader = program() or "tesseract"
        start(LAUNCH, [reader, "page.png", "words", "-l", LANGUAGES], place, LIMITS)
        made = place / "words.txt"
        if not made.is_file():
            raise UnreadError
        return _joined(made.read_text("utf-8", "replace"))


def _joined(text: str) -> str:
    """Without the blanks that tesseract puts between Chinese characters, and without empty lines."""
    lines = (_BETWEEN_HAN.sub("", line).strip() for line in text.replace("\x0c", "\n").splitlines())
    return "\n".join(filter(None, lines))
