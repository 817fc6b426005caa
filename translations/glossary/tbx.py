"""TermBase eXchange (ISO 30042:2019, core structure, style DCA): one concept a term."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _
from lxml import etree

from translations.languages import default_language, html_tag, other_languages
from translations.usable_text import UNUSABLE, FileError
from translations.xml_files import read_xml

from .entries import Entry

NAMESPACE = "urn:iso:std:iso:30042:ed-2"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = "administrativeStatus"
PREFERRED, DEPRECATED = "preferredTerm-admn-sts", "deprecatedTerm-admn-sts"
DOMAIN, ORIGIN = "subjectField", "source"
ENDINGS = (".tbx",)
CONTENT_TYPE = "application/xml"


def write(entries: Iterable[Entry]) -> bytes:
    """A document of terms; what is not to be used is a deprecated term."""
    root = etree.Element(_name("tbx"), {"type": "TBX-Basic", "style": "dca", LANGUAGE: "en"}, {None: NAMESPACE})
    description = etree.SubElement(etree.SubElement(root, _name("tbxHeader")), _name("fileDesc"))
    etree.SubElement(etree.SubElement(description, _name("sourceDesc")), _name("p")).text = "Glossary"
    body = etree.SubElement(etree.SubElement(root, _name("text")), _name("body"))
    for number, entry in enumerate(entries, start=1):
        concept = etree.SubElement(body, _name("conceptEntry"), {"id": f"c{number}"})
        _say(concept, "descrip", DOMAIN, entry.domain)
        _say(concept, "admin", ORIGIN, entry.origin)
        _say(concept, "note", "", entry.note)
        _write_term(_section(concept, default_language()), entry.term, PREFERRED)
        section = _section(concept, entry.language)
        _write_term(section, entry.rendering, PREFERRED)
        for bad in entry.forbidden.splitlines():
            _write_term(section, bad, DEPRECATED)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def read(content: bytes) -> Iterator[Entry]:
    """One entry for each other language of a concept. Raises ``FileError``."""
    root = read_xml(content)
    if root.tag != _name("tbx"):
        raise FileError(_("This is not TBX (ISO 30042:2019). Export from your program as that, and try again."))
    return (entry for concept in root.iter(_name("conceptEntry")) for entry in _read_concept(concept))


def _read_concept(concept: etree._Element) -> Iterator[Entry]:
    sections = {(section.get(LANGUAGE) or "").lower(): section for section in concept.iterfind(_name("langSec"))}
    chinese = sections.get(html_tag(default_language()).lower())
    preferred, _others = _terms(chinese)
    for language in other_languages():
        section = sections.get(html_tag(language).lower())
        if section is None:
            continue
        rendering, forbidden = _terms(section)
        domain, origin = _said(concept, "descrip", DOMAIN), _said(concept, "admin", ORIGIN)
        yield Entry(preferred, language, rendering, forbidden, _said(concept, "note", ""), domain, origin)


def _terms(section: etree._Element | None) -> tuple[str, str]:
    """The term to be used, and those not to be used, one on each line."""
    preferred, deprecated = "", []
    for part in () if section is None else section.iter(_name("termSec")):
        text = part.findtext(_name("term")) or ""
        if _said(part, "termNote", STATUS) == DEPRECATED:
            deprecated.append(text)
        else:
            preferred = preferred or text
    return preferred, "\n".join(deprecated)


def _section(concept: etree._Element, language: str) -> etree._Element:
    return etree.SubElement(concept, _name("langSec"), {LANGUAGE: html_tag(language)})


def _write_term(section: etree._Element, text: str, status: str) -> None:
    part = etree.SubElement(section, _name("termSec"))
    etree.SubElement(part, _name("term")).text = UNUSABLE.sub("", text)
    _say(part, "termNote", STATUS, status)


def _say(parent: etree._Element, name: str, kind: str, text: str) -> None:
    if text:
        element = etree.SubElement(parent, _name(name), {"type": kind} if kind else {})
        element.text = UNUSABLE.sub("", text)


def _said(parent: etree._Element, name: str, kind: str) -> str:
    found = (child for child in parent.iterfind(_name(name)) if (child.get("type") or "") == kind)
    return next((child.text or "" for child in found), "")


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
