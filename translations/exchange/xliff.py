"""XLIFF 2.0 (OASIS; ISO 21720): one file element a page, one unit a text, formatted text as its markup."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from django.utils.translation import gettext as _
from lxml import etree

from translations.freshness.states import State
from translations.languages import default_language, html_tag
from translations.usable_text import UNUSABLE, FileError
from translations.xml_files import read_xml

from .segments import Segment, key_in

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SEEN = "seen"  # the category of the note that shows from which state a file was made
STATES = {
    State.MISSING: "initial",
    State.OUTDATED: "initial",
    State.DRAFT: "translated",
    State.REVIEWED: "final",
}
ENDINGS = (".xlf", ".xliff")
CONTENT_TYPE = "application/xliff+xml"


def write(segments: Iterable[Segment], language: str) -> bytes:
    """A document of texts; those of one page follow each other."""
    root = etree.Element(_name("xliff"), {"version": "2.0", "srcLang": html_tag(default_language())}, {None: NAMESPACE})
    root.set("trgLang", html_tag(language))
    for page, of_page in groupby(segments, attrgetter("page")):
        file = etree.SubElement(root, _name("file"), {"id": f"p{page}"})
        for segment in of_page:
            _write_unit(file, segment)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _write_unit(file: etree._Element, segment: Segment) -> None:
    file.set("original", UNUSABLE.sub("", segment.title))
    unit = etree.SubElement(file, _name("unit"), {"id": segment.address, "name": segment.label})
    notes = etree.SubElement(unit, _name("notes"))
    etree.SubElement(notes, _name("note"), {"category": SEEN}).text = segment.seen
    part = etree.SubElement(unit, _name("segment"), {"state": STATES[segment.state]})
    for name, text in (("source", segment.source), ("target", segment.target)):
        if text:
            etree.SubElement(part, _name(name), {SPACE: "preserve"}).text = UNUSABLE.sub("", text)


def read(content: bytes, language: str) -> Iterator[Segment]:
    """The texts of a document. Raises ``FileError``, also while they are read."""
    root = read_xml(content)
    if root.tag != _name("xliff"):
        raise FileError(_("This is not XLIFF 2.0. Export from your program as XLIFF 2.0, and try again."))
    if (root.get("trgLang") or "").lower() != html_tag(language).lower():
        raise FileError(
            _("The file is a translation into “%(language)s”.") % {"language": (root.get("trgLang") or "")[:20]}
        )
    for file in root.iterfind(_name("file")):
        for unit in file.iter(_name("unit")):
            yield _read_unit(file, unit)


def _read_unit(file: etree._Element, unit: etree._Element) -> Segment:
    try:
        page = key_in((file.get("id") or "").removeprefix("p"))
    except ValueError as error:
        raise FileError(str(error)) from error
    seen = next((note.text for note in unit.iter(_name("note")) if note.get("category") == SEEN), "")
    parts = list(unit.iterfind(_name("segment")))  # a program may cut a text into sentences
    source, target = ("".join(_text(part, name) for part in parts) for name in ("source", "target"))
    return Segment(page, unit.get("id") or "", source, target, seen or "", file.get("original") or "")


def _text(part: etree._Element, name: str) -> str:
    found = part.find(_name(name))
    return "" if found is None else "".join(str(text) for text in found.itertext())


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
