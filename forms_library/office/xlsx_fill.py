"""Values into an XLSX form: strings in place, so that drawings, validations and print settings stay as they are.

A value is always an inline string, never a formula, whatever it begins with.
"""

import re
from collections.abc import Mapping
from posixpath import join, normpath

from lxml import etree
from openpyxl.utils.cell import coordinate_to_tuple

from forms_library.detection.fields import Field, FieldKind
from forms_library.detection.vocabulary import CLOSING_BRACKETS, TICKED_BOX, UNDERSCORES
from forms_library.validation.written import written

from .inert import inert
from .package import DamagedError, Element, parse, read_parts, serialise, write_parts

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORKBOOK, RELATIONS, STRINGS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"


def fill_xlsx(data: bytes, fields: list[Field], values: Mapping[str, str]) -> bytes:
    """The workbook with the values in it, by id of field. ``1`` ticks an option. Raises ``DamagedError``."""
    parts = read_parts(data)
    paths, strings = _sheet_parts(parts), _shared_strings(parts)
    roots: dict[str, Element] = {}
    wanted = [(field, inert(written(field, values[field.id]))) for field in fields if values.get(field.id)]
    for field, value in sorted(wanted, key=lambda pair: _start(pair[0]), reverse=True):
        kind, name, place = _address(field.source)
        if name not in paths:
            raise DamagedError(f"no sheet {name}")
        root = roots.setdefault(paths[name], parse(parts, paths[name]))
        if kind == "cells":
            for address, digit in zip(place.split(","), value, strict=False):
                _set(_cell(root, address), digit)
        else:
            _write(_cell(root, place.split(":")[0]), field, place, value, strings)
    return write_parts({**parts, **{path: serialise(root) for path, root in roots.items()}})


def _address(source: str) -> tuple[str, str, str]:
    """``"text:申请表!B3:5:9"`` -> ``("text", "申请表", "B3:5:9")``."""
    kind, _colon, rest = source.partition(":")
    name, _mark, place = rest.rpartition("!")
    return kind, name, place


def _start(field: Field) -> int:
    """Where in its cell a place begins: later ones are written first."""
    parts = field.source.rsplit(":", 2)
    return int(parts[1]) if field.source.startswith("text:") else 0


def _sheet_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part of each worksheet, by the sheet's name."""
    relations = {r.get("Id"): r.get("Target", "") for r in parse(parts, RELATIONS)}
    found = {}
    for sheet in parse(parts, WORKBOOK).iter(f"{S}sheet"):
        target = relations.get(sheet.get(R), "")
        found[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    return found


def _shared_strings(parts: Mapping[str, bytes]) -> list[str]:
    if STRINGS not in parts:
        return []
    return ["".join(t.text or "" for t in item.iter(f"{S}t")) for item in parse(parts, STRINGS).iter(f"{S}si")]


def _cell(root: Element, address: str) -> Element:
    """The element of a cell, made where there is none."""
    row_number, column = coordinate_to_tuple(address)
    data = root.find(f"{S}sheetData")
    if data is None:
        raise DamagedError("no cells")
    row = _find_or_insert(data, f"{S}row", str(row_number), row_number, lambda e: int(e.get("r", "0")))
    return _find_or_insert(row, f"{S}c", address, column, lambda e: coordinate_to_tuple(e.get("r", "A1"))[1])


def _find_or_insert(parent: Element, tag: str, name: str, number: int, number_of: object) -> Element:
    for index, child in enumerate(parent):
        if child.tag != tag:
            continue
        known = number_of(child) if callable(number_of) else 0
        if known == number:
            return child
        if known > number:
            new = etree.Element(tag, r=name)
            parent.insert(index, new)
            return new
    return etree.SubElement(parent, tag, r=name)


def _text_of(cell: Element, strings: list[str]) -> str:
    if cell.get("t") == "s":
        value = cell.findtext(f"{S}v") or "0"
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    inline = cell.find(f"{S}is")
    if inline is not None:
        return "".join(t.text or "" for t in inline.iter(f"{S}t"))
    return cell.findtext(f"{S}v") or ""


def _set(cell: Element, text: str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    element = etree.SubElement(etree.SubElement(cell, f"{S}is"), f"{S}t")
    element.text = text
    element.set(SPACE, "preserve")


def _write(cell: Element, field: Field, place: str, value: str, strings: list[str]) -> None:
    text = _text_of(cell, strings)
    parts = place.split(":")
    if len(parts) == 1:
        _set(cell, f"{value} {text}" if field.unit and text else (f"{text}\n{value}" if text else value))
        return
    start, end = int(parts[1]), int(parts[2]) if parts[2] != "-1" else len(text)
    if field.kind is FieldKind.OPTION:
        tick = f"√{text[start]}" if text[start : start + 1] in CLOSING_BRACKETS else TICKED_BOX
        _set(cell, text[:start] + tick + text[start + 1 :])
    elif field.kind is FieldKind.DATE and "年" in text[start:end]:
        _set(cell, text[:start] + _dated(text[start:end], value.removeprefix(field.printed)) + text[end:])
    else:
        before = " " if text[start:end].startswith(" ") else ""
        _set(cell, f"{text[:start]}{before}{value} {text[end:]}".rstrip())


def _dated(text: str, value: str) -> str:
    """``"    年  月  日"`` and ``"2026-01-08"`` -> ``"2026年01月08日"``."""
    blanks = "".join(UNDERSCORES)
    for mark, number in zip("年月日", value.split("-"), strict=False):
        text = re.sub(rf"[\s{blanks}]*{mark}", f" {number}{mark}", text, count=1)
    return text
