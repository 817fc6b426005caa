"""The parts of an OOXML file, read and written without believing anything they say."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

Element = Any  # of lxml, which carries no types
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the time in every archive that we write: the same parts give the same bytes
CONTENT_TYPES = "[Content_Types].xml"


class DamagedError(Exception):
    """A part is missing, or is no XML."""


def read_parts(data: bytes) -> dict[str, bytes]:
    """All parts by name. The file was screened before: it is no bomb. Raises ``DamagedError``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError) as error:
        raise DamagedError(str(error)) from error


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The archive of these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), parts[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def parse(parts: Mapping[str, bytes], name: str) -> Element:
    """A part as XML: no entities, no files, no network, no depth without end. Raises ``DamagedError``."""
    if name not in parts:
        raise DamagedError(f"no part {name}")
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(parts[name], parser)
    except etree.XMLSyntaxError as error:
        raise DamagedError(f"{name}: {error}") from error


def serialise(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
