"""A DOCX or XLSX looked at as an archive: bombs, tricks and everything that acts. Runs in a child process."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from .kinds import Kind
from .reasons import Reason, Refused

MOST_PARTS = 3_000
LARGEST_PART = 50_000_000  # bytes, unpacked
LARGEST_SUM = 150_000_000
RATIO, RATIO_FROM = 200, 1_000_000  # how much smaller a packed part of so many bytes may be
LAST_ROW, LAST_COLUMN = 5_000, 2  # rows, and letters of a column's name
CHUNK = 1_000_000
CONTENT_TYPES = "[Content_Types].xml"
MAIN_TYPES = {
    Kind.DOCX: b"wordprocessingml.document.main+xml",
    Kind.XLSX: b"spreadsheetml.sheet.main+xml",
}
# Parts that run, embed or fetch something.
ACTIVE_PART = re.compile(
    r"vbaProject|vbaData|activeX|oleObject|/embeddings/|/externalLinks/|/connections\.xml|/queryTables/|/ctrlProps/|"
    r"customUI|/macrosheets/|/dialogsheets/|/webextensions/|/afchunk|\.(?:exe|dll|js|vbs|bat|cmd|ps1|hta|scr|jar|lnk|bin|html?|mht)$",
    re.IGNORECASE,
)
HARMLESS_PART = re.compile(r"printerSettings\d*\.bin$", re.IGNORECASE)
ACTIVE_FIELD = re.compile(rb"\b(?:DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|EMBED|MACROBUTTON|AUTOTEXT)\b")
FIELD_TEXT = re.compile(rb"<w:instrText[^>]*>([^<]*)<|w:instr=\"([^\"]*)\"")
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
RANGE = re.compile(rb'ref="([A-Z]+)\d+:([A-Z]+)(\d+)"')
ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\br="(\d+)"')
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+)(\d+)"')


def screen(data: bytes, kind: Kind) -> dict[str, bytes]:
    """The parts by name. Raises ``Refused``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_list(infos)
            parts = {info.filename: _read(archive, info) for info in infos if not info.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise Refused(Reason.DAMAGED) from error
    _check_parts(parts, kind)
    return parts


def _check_list(infos: list[zipfile.ZipInfo]) -> None:
    """What the archive says about itself."""
    names = [info.filename for info in infos]
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > LARGEST_SUM:
        raise Refused(Reason.BOMB)
    if len({name.lower() for name in names}) != len(names):
        raise Refused(Reason.DAMAGED, "duplicate parts")
    for info in infos:
        _check_entry(info)


def _check_entry(info: zipfile.ZipInfo) -> None:
    name = info.filename
    if name.startswith("/") or ".." in name.split("/") or set(name) & set("\\:\0"):
        raise Refused(Reason.ACTIVE, name)
    if info.flag_bits & 1:
        raise Refused(Reason.ENCRYPTED)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(Reason.DAMAGED, name)
    too_dense = info.file_size > RATIO_FROM and info.file_size > RATIO * max(1, info.compress_size)
    if info.file_size > LARGEST_PART or too_dense:
        raise Refused(Reason.BOMB, name)
    if ACTIVE_PART.search(f"/{name}") and not HARMLESS_PART.search(name):
        raise Refused(Reason.ACTIVE, name)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, no longer than it says it is."""
    pieces = []
    size = 0
    with archive.open(info) as part:
        while piece := part.read(CHUNK):
            size += len(piece)
            if size > info.file_size:
                raise Refused(Reason.BOMB, info.filename)
            pieces.append(piece)
    return b"".join(pieces)


def _check_parts(parts: dict[str, bytes], kind: Kind) -> None:
    types = parts.get(CONTENT_TYPES, b"")
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise Refused(Reason.ACTIVE, CONTENT_TYPES)
    if MAIN_TYPES[kind] not in types:
        raise Refused(Reason.WRONG_NAME, f".{kind}")
    for name, content in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            _check_xml(name, content)
        if name.endswith(".rels"):
            _check_relations(name, content)
        if kind is Kind.DOCX and name.startswith("word/") and any(ACTIVE_FIELD.search(f) for f in _fields(content)):
            raise Refused(Reason.ACTIVE, name)
        if kind is Kind.XLSX and re.match(r"xl/worksheets/[^/]+\.xml$", name):
            _check_worksheet(name, content)


def _check_xml(name: str, content: bytes) -> None:
    """No entities: they make a small XML a large one, or read a file. Only in UTF-8 can they be seen."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or content[:4] in (b"\0\0\0<", b"<\0\0\0", b"\0<\0?", b"<\0?\0"):
        raise Refused(Reason.ACTIVE, name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused(Reason.ACTIVE, name)


def _check_relations(name: str, content: bytes) -> None:
    """Nothing is fetched from elsewhere. A link that somebody may click on is none of that."""
    for relation in RELATION.findall(content):
        external = re.search(rb"TargetMode\s*=\s*[\"']External[\"']", relation)
        link = re.search(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", relation)
        if external and not link:
            raise Refused(Reason.EXTERNAL, name)
        if re.search(rb"/(?:aFChunk|oleObject|control|attachedTemplate|frame|subDocument)[\"']", relation):
            raise Refused(Reason.ACTIVE, name)


def _fields(content: bytes) -> Iterator[bytes]:
    for match in FIELD_TEXT.finditer(content):
        yield match[1] or match[2] or b""


def _check_worksheet(name: str, content: bytes) -> None:
    """Cells far out make a program allocate all that lies between."""
    for first, last, row in RANGE.findall(content):
        if int(row) > LAST_ROW or max(len(first), len(last)) > LAST_COLUMN:
            raise Refused(Reason.BOMB, name)
    if any(int(row) > LAST_ROW for row in ROW.findall(content)):
        raise Refused(Reason.BOMB, name)
    if any(int(row) > LAST_ROW or len(column) > LAST_COLUMN for column, row in CELL.findall(content)):
        raise Refused(Reason.BOMB, name)
