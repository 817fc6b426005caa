"""What an inspection gives: plain data, because it leaves a process."""

from typing import Any

Findings = dict[str, Any]


def findings(data: bytes, pages: list[str] | None = None, **more: Any) -> Findings:
    """``data`` is what is to be published, ``pages`` the text of each page or part.

    Besides: ``strings``, what could be read in a file whose text could not; ``removed``, the names of what acted;
    ``mended``, whether the file was damaged; ``detection``, plain; ``thumbnail``, a PNG.
    """
    known = {"strings": [], "removed": [], "mended": False, "detection": None, "thumbnail": None}
    return {"data": data, "pages": pages or [], **known, **more}
