"""A DOCX or XLSX packed anew: only its own parts, without the names of those who wrote it. Runs in a child process."""

import re

from forms_library.office.package import write_parts

# Parts about people and machines, which no form needs.
DROPPED = re.compile(
    r"^docProps/(?:custom\.xml|thumbnail\.\w+)$|printerSettings\d*\.bin$|^word/people\.xml$", re.IGNORECASE
)
PERSONS = re.compile(
    rb"(<(?:\w+:)?(?:creator|lastModifiedBy|Manager|Company|description|keywords|subject)(?:\s[^>]*)?>)[^<]*(</)"
)


def rebuild(parts: dict[str, bytes]) -> bytes:
    """The archive without parts that no form needs, and without authors."""
    dropped = {name for name in parts if DROPPED.search(name)}
    kept = {name: content for name, content in parts.items() if name not in dropped}
    for name, content in kept.items():
        if name.startswith("docProps/"):
            kept[name] = PERSONS.sub(rb"\1\2", content)
        elif name.endswith(".rels") or name == "[Content_Types].xml":
            kept[name] = _without_mentions(name, content, dropped)
    return write_parts(kept)


def _without_mentions(name: str, content: bytes, dropped: set[str]) -> bytes:
    """Without the relations to, and the types of, parts that are gone."""
    for part in dropped:
        target = re.escape(part.rsplit("/", 1)[-1].encode())
        element = rb"Override" if name == "[Content_Types].xml" else rb"Relationship"
        content = re.sub(
            rb"<(?:\w+:)?" + element + rb"\b[^>]*\b(?:PartName|Target)=[\"'][^\"']*" + target + rb"[\"'][^>]*/>",
            b"",
            content,
        )
    return content
