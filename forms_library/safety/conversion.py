"""DOC and XLS made DOCX and XLSX by LibreOffice, where that is installed. The result is examined like any upload."""

import shutil
import tempfile
from pathlib import Path

from .kinds import Kind
from .limits import Limits
from .process import start
from .reasons import Reason, Refused

LAUNCH = "forms_library.safety.launch"
LIMITS = Limits(memory=6_000, cpu=60, wall=90, file=200, open_files=1_024, processes=512)
TARGETS = {Kind.DOC: Kind.DOCX, Kind.XLS: Kind.XLSX}


def program() -> str | None:
    """Where LibreOffice is, if it is there."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(data: bytes, kind: Kind) -> tuple[Kind, bytes]:
    """The file in the kind that took the place of its own. Raises ``Refused`` when there is no result."""
    target, office = TARGETS[kind], program()
    if office is None:
        raise Refused(Reason.UNKNOWN_KIND, f".{kind}")
    with tempfile.TemporaryDirectory(prefix="hall-conversion-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / f"input.{kind}").write_bytes(data)
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        options = ["--headless", "--nologo", "--nodefault", "--norestore", profile]
        start(LAUNCH, [office, *options, "--convert-to", target.value, f"input.{kind}"], place, LIMITS)
        made = place / f"input.{target}"
        if not made.is_file():
            raise Refused(Reason.DAMAGED)
        return target, made.read_bytes()
