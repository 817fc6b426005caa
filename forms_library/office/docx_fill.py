"""Values into a DOCX form, where they belong, as text and nothing else."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.vocabulary import CLOSING_BRACKETS, TICKED_BOX, UNDERSCORES
from forms_library.validation.written import written

from .docx_text import W14, Character, W, characters_of
from .inert import inert
from .package import Element, parse, read_parts, serialise, write_parts

DOCUMENT = "word/document.xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TICKED_STATE = "1"


@dataclass(frozen=True)
class _Writer:
    paragraphs: list[Element]
    cells: list[Element]

    def write(self, field: Field, value: str) -> None:
        kind, _colon, place = field.source.partition(":")
        if kind == "cell":
            _into_cell(self.cells[int(place)], value, field)
        elif kind == "cells":
            for cell, digit in zip(place.split(","), value, strict=False):
                _into_cell(self.cells[int(cell)], digit, field)
        elif kind == "text":
            number, start, end = (int(part) for part in place.split(":"))
            _into_text(self.paragraphs[number], start, end, value, field)


def fill_docx(data: bytes, fields: list[Field], values: Mapping[str, str]) -> bytes:
    """The document with the values in it, by id of field. ``1`` ticks an option. Raises ``DamagedError``."""
    parts = read_parts(data)
    root = parse(parts, DOCUMENT)
    writer = _Writer(list(root.iter(f"{W}p")), list(root.iter(f"{W}tc")))
    wanted = [(field, inert(written(field, values[field.id]))) for field in fields if values.get(field.id)]
    # From the end: writing changes the places of what stands behind it in the same paragraph.
    for field, value in sorted(wanted, key=lambda pair: _place(pair[0]), reverse=True):
        writer.write(field, value)
    return write_parts({**parts, DOCUMENT: serialise(root)})


def _place(field: Field) -> tuple[int, ...]:
    numbers = field.source.partition(":")[2].replace(",", ":").split(":")
    return tuple(int(number) for number in numbers if number.lstrip("-").isdigit())


# --- cells --------------------------------------------------------------------------------------------------------


def _into_cell(cell: Element, value: str, field: Field) -> None:
    """Before what is printed there (a unit, a hint), in the font of the cell."""
    paragraph = next(iter(cell.iter(f"{W}p")), None)
    if paragraph is None:
        paragraph = etree.SubElement(cell, f"{W}p")
    run = _run_like(paragraph)
    _set_text(run, value + (" " if field.unit else ""))
    if field.hint and not field.unit:
        run.append(etree.Element(f"{W}br"))
    properties = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if properties is None else list(paragraph).index(properties) + 1, run)


def _run_like(paragraph: Element) -> Element:
    """An empty run in the font of the paragraph's first run, or of its mark."""
    run = etree.Element(f"{W}r")
    model = paragraph.find(f".//{W}r/{W}rPr")
    if model is None:
        model = paragraph.find(f"{W}pPr/{W}rPr")
    if model is not None:
        copied = copy.deepcopy(model)
        for changed in copied.findall(f"{W}ins") + copied.findall(f"{W}del"):
            copied.remove(changed)
        run.append(copied)
    return run


def _set_text(run: Element, value: str) -> None:
    for number, line in enumerate(value.split("\n")):
        if number:
            run.append(etree.Element(f"{W}br"))
        text = etree.SubElement(run, f"{W}t")
        text.text = line
        text.set(SPACE, "preserve")


# --- lines --------------------------------------------------------------------------------------------------------


def _into_text(paragraph: Element, start: int, end: int, value: str, field: Field) -> None:
    characters = characters_of(paragraph)
    end = end if end >= 0 else _line_end(characters, start)
    if field.kind is FieldKind.OPTION:
        _tick(characters[start])
    elif field.kind is FieldKind.DATE and any(c.text in "年月日" for c in characters[start:end]):
        _date(paragraph, characters, start, end, value.removeprefix(field.printed))
    else:
        _replace(paragraph, characters, *_blank_in(characters, start, end), value)


def _line_end(characters: list[Character], start: int) -> int:
    return next((i for i in range(start, len(characters)) if characters[i].text == "\n"), len(characters))


def _blank_in(characters: list[Character], start: int, end: int) -> tuple[int, int]:
    """The underlined part of white, where there is one: the rest only keeps words apart."""
    marked = [i for i in range(start, end) if characters[i].underlined or characters[i].text in UNDERSCORES]
    return (marked[0], marked[-1] + 1) if marked else (start, end)


def _replace(paragraph: Element, characters: list[Character], start: int, end: int, value: str) -> None:
    """The value instead of a blank, with as much of the blank left as it does not need."""
    blank = characters[start:end]
    if not blank:
        run = _run_like(paragraph)
        _set_text(run, value)
        paragraph.append(run)
        return
    rest = max(len(blank) - _width(value), 0)
    filler = " " * (rest // 2) if blank[0].underlined else ""
    text = f"{filler}{value}{filler}"
    _underline(blank[0])
    for position, character in enumerate(reversed(blank)):
        _put(character, text if position == len(blank) - 1 else "")


def _width(value: str) -> int:
    """In blanks."""
    return sum(1 if ord(character) < 0x2E80 else 2 for character in value)


def _put(character: Character, text: str) -> None:
    """Write in the place of one character."""
    element = character.element
    if element.tag == f"{W}t":
        old = element.text or ""
        element.text = old[: character.index] + text + old[character.index + 1 :]
        element.set(SPACE, "preserve")
        return
    new = etree.Element(f"{W}t")
    new.text = text
    new.set(SPACE, "preserve")
    element.getparent().replace(element, new)


def _underline(character: Character) -> None:
    """What replaces underscores is underlined."""
    run = character.element.getparent()
    if character.text not in UNDERSCORES or run is None or run.tag != f"{W}r":
        return
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    if properties.find(f"{W}u") is None:
        etree.SubElement(properties, f"{W}u").set(f"{W}val", "single")


def _date(paragraph: Element, characters: list[Character], start: int, end: int, value: str) -> None:
    """``2026-01-08`` into the blanks before 年, 月 and 日, from the last to the first."""
    numbers = dict(zip("年月日", value.split("-"), strict=False))
    for index in range(end - 1, start - 1, -1):
        mark = characters[index]
        if mark.text not in numbers:
            continue
        first = index
        while first > start and (characters[first - 1].text.isspace() or characters[first - 1].text in UNDERSCORES):
            first -= 1
        if first < index:
            _replace(paragraph, characters, first, index, numbers[mark.text])
        else:
            _put(mark, f"{numbers[mark.text]}{mark.text}")


def _tick(character: Character) -> None:
    """A ticked box for an empty one, whatever it is made of; a tick before a closing bracket."""
    if character.text in CLOSING_BRACKETS:
        _put(character, f"√{character.text}")
        return
    control = next(character.element.iterancestors(f"{W}sdt"), None)
    box = control.find(f"{W}sdtPr/{W14}checkbox") if control is not None else None
    if box is not None:
        checked = box.find(f"{W14}checked")
        if checked is None:
            checked = etree.SubElement(box, f"{W14}checked")
        checked.set(f"{W14}val", TICKED_STATE)
    run = character.element.getparent()
    if run is not None and run.tag == f"{W}r" and run.find(f"{W}rPr/{W}rFonts") is not None:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        symbol = any("ding" in str(name).lower() for name in fonts.attrib.values())
        if symbol:
            run.find(f"{W}rPr").remove(fonts)
    _put(character, TICKED_BOX)
