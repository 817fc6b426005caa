"""Text of a DOCX: all of it, also what a reader does not see at first."""

import re
from collections.abc import Mapping

from forms_library.office.docx_text import W
from forms_library.office.package import Element, parse

# The document first; then what stands around it, and what may be hidden in it.
PARTS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$")


def docx_text(parts: Mapping[str, bytes]) -> list[str]:
    """The text of each part, the document's first. Raises ``DamagedError``."""
    names = sorted((name for name in parts if PARTS.match(name)), key=lambda name: ("document" not in name, name))
    return [text for name in names if (text := _text(parse(parts, name))) or name == "word/document.xml"]


def _text(root: Element) -> str:
    """A line for each paragraph, with deleted and hidden text."""
    lines = []
    for paragraph in root.iter(f"{W}p"):
        pieces = paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br")
        lines.append("".join(piece.text or "" if piece.tag in (f"{W}t", f"{W}delText") else " " for piece in pieces))
    return "\n".join(line for line in lines if line.strip())
