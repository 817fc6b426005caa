"""The text of DOCX paragraphs, character by character, with the place of each character in the file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from forms_library.detection.boxes import box_of
from forms_library.detection.vocabulary import EMPTY_BOX, TICKED_BOX

from .package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EMU = 12_700  # of Word's smallest units in a point
BOX_SIDE = (5.0, 20.0)  # points: a drawing of this size is a box to tick
SKIPPED = {f"{W}del", f"{W}rPr", f"{W}pPr", f"{W}instrText", f"{MC}Fallback", f"{W}txbxContent"}


@dataclass(frozen=True)
class Character:
    """One character: what it is read as, its element and index in that, and whether it is underlined.

    ``box`` says that it is a box to tick, whatever it is made of.
    """

    text: str
    element: Element
    index: int = 0
    underlined: bool = False
    box: bool = False


def characters_of(paragraph: Element) -> list[Character]:
    """All characters of a paragraph, blanks and line breaks too."""
    return list(_inside(paragraph))


def text_of(paragraph: Element) -> str:
    return "".join(character.text for character in characters_of(paragraph))


def _inside(element: Element) -> Iterator[Character]:
    for child in element:
        if not isinstance(child.tag, str) or child.tag in SKIPPED:
            continue
        if child.tag == f"{W}r":
            yield from _of_run(child)
        elif child.tag == f"{W}p":
            continue
        else:
            yield from _inside(child)


def _of_run(run: Element) -> Iterator[Character]:
    underlined = _is_underlined(run)
    fonts = run.find(f"{W}rPr/{W}rFonts")
    font = " ".join(str(name) for name in fonts.attrib.values()) if fonts is not None else ""
    for child in run.iterchildren():
        if child.tag == f"{W}t":
            yield from _of_text(child, font, underlined)
        elif child.tag == f"{W}tab":
            yield Character("\t", child, underlined=underlined)
        elif child.tag in READERS:
            yield from READERS[child.tag](child)


def _of_text(element: Element, font: str, underlined: bool) -> Iterator[Character]:
    text = element.text or ""
    for index, one in enumerate(text):
        box = box_of(one, font, text[index + 1 :], chinese=True)
        yield Character(box or one, element, index, underlined, bool(box))


def _of_break(element: Element) -> Iterator[Character]:
    yield Character("\n", element)


def _is_underlined(run: Element) -> bool:
    mark = run.find(f"{W}rPr/{W}u")
    return mark is not None and mark.get(f"{W}val", "single") != "none"


def _of_symbol(symbol: Element) -> Iterator[Character]:
    code = chr(int(symbol.get(f"{W}char") or "2A", 16))
    box = box_of(code, symbol.get(f"{W}font") or "", "", chinese=True)
    yield Character(box or "*", symbol, box=bool(box))


def _of_form_field(mark: Element) -> Iterator[Character]:
    """The old form fields of Word: a check box has no character of its own."""
    box = mark.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        ticked = checked is not None and checked.get(f"{W}val", "1") not in ("0", "false")
        yield Character(TICKED_BOX if ticked else EMPTY_BOX, mark, box=True)


def _of_drawing(drawing: Element) -> Iterator[Character]:
    """A small drawn square that stands in the text is a box to tick."""
    extent = next(drawing.iter(f"{WP}extent"), None)
    inline = next(drawing.iter(f"{WP}inline"), None)
    if extent is None or inline is None:
        return
    width, height = (int(extent.get(side, "0")) / EMU for side in ("cx", "cy"))
    low, high = BOX_SIDE
    if low <= width <= high and low <= height <= high and abs(width - height) <= 0.4 * max(width, height):
        yield Character(EMPTY_BOX, drawing, box=True)


# What else in a run stands for a character.
READERS: dict[str, Callable[[Element], Iterator[Character]]] = {
    f"{W}br": _of_break,
    f"{W}cr": _of_break,
    f"{W}sym": _of_symbol,
    f"{W}fldChar": _of_form_field,
    f"{W}drawing": _of_drawing,
    f"{W}pict": _of_drawing,
    f"{MC}AlternateContent": _of_drawing,
}
