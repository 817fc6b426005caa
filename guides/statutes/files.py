"""The files of a folder or of an archive, as bytes. Nothing is unpacked to the disk, no link is followed."""

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

LARGEST_FILE = 8_000_000  # bytes; the Civil Code has half a million
LARGEST_ARCHIVE = 1_000_000_000  # bytes of all its files
MOST_FILES = 50_000
ENDINGS = (".md", ".txt")
BROKEN = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError, ValueError)
NAME_LENGTH = 300


@dataclass(frozen=True)
class Found:
    """A file with its content, or with the reason why it has none. ``shelf`` is the folder it lay in."""

    name: str
    shelf: str
    content: bytes = b""
    problem: str = ""


def read_files(source: Path) -> list[Found]:
    """All texts, by the names of their files: so versions of one statute come in order. Hidden files, and those whose
    name begins with ``_``, are none.
    """
    found = list(_of_folder(source) if source.is_dir() else _of_archive(source))
    return sorted(found, key=lambda one: (PurePosixPath(one.name).name, one.name))


def _of_folder(folder: Path) -> Iterator[Found]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file() or not _is_text(path.name):
            continue
        name = path.relative_to(folder).as_posix()
        try:
            yield _found(name, path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None)
        except OSError as error:
            yield Found(_label(name), "", problem=str(error.strerror or error))


def _of_archive(archive: Path) -> Iterator[Found]:
    """An archive that breaks off gives what stands before, and a problem."""
    total = 0
    try:
        with tarfile.open(archive) as tar:
            for number, member in enumerate(tar):
                total += member.size
                if number >= MOST_FILES or total > LARGEST_ARCHIVE:
                    yield Found(archive.name, "", problem=_("The archive is too large: the rest of it was not read."))
                    return
                if not member.isreg() or not _is_text(PurePosixPath(member.name).name):
                    continue
                file = tar.extractfile(member) if member.size <= LARGEST_FILE else None
                yield _found(member.name, file.read() if file else None)
    except BROKEN as error:
        reason = _("The archive cannot be read from here on: %(error)s") % {"error": error}
        yield Found(archive.name, "", problem=reason)


def _is_text(name: str) -> bool:
    return name.lower().endswith(ENDINGS) and not name.startswith((".", "_"))


def _found(name: str, content: bytes | None) -> Found:
    shelf = PurePosixPath(name).parent.name
    if content is None:
        return Found(_label(name), shelf, problem=_("The file is too large."))
    return Found(_label(name), shelf, content)


def _label(name: str) -> str:
    """A name as it can be shown: names in archives may hold anything."""
    shown = "".join(c if c.isprintable() else "�" for c in name.encode("utf-8", "replace").decode())
    return shown[-NAME_LENGTH:]


def text_of(found: Found) -> str:
    """Its text. Raises ``UnicodeDecodeError`` where it is not UTF-8."""
    return found.content.decode("utf-8-sig")
