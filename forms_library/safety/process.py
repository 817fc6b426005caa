"""Every parse of an upload runs in a process of its own, with limits, without secrets, in a directory of its own.

The child is a fresh Python, not a fork: it knows no key, no connection and no other file. It is given bytes and gives
plain data. Whatever happens to it, the hall gets an answer within ``Limits.wall`` seconds.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .child import NOT_INSTALLED
from .limits import Limits
from .plain import dump, load
from .reasons import Reason, Refused

CHILD = "forms_library.safety.child"
BATCH = "forms_library.safety.batch.each"
EACH = 3  # seconds for each further file of several
ROOT = Path(__file__).resolve().parents[2]
LARGEST_RESULT = 96_000_000  # bytes
# What the kernel sends to a process that used up its time or memory.
USED_UP = {-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGXFSZ}
OUT_OF_MEMORY = {"MemoryError", "RecursionError", "OverflowError"}


def run(function: str, data: bytes, limits: Limits | None = None, **arguments: Any) -> Any:
    """What ``function`` (a dotted name) gives for the data. Raises ``Refused`` for what the file does to it."""
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="hall-upload-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        (place / "input").write_bytes(data)
        (place / "arguments").write_bytes(dump(arguments))
        code = start(CHILD, [function], place, limits)
        if code == NOT_INSTALLED:
            raise RuntimeError(f"{function} cannot be imported: is everything installed?")
        return _value(place / "result", code)


def run_each(function: str, files: Sequence[bytes], **arguments: Any) -> list[Any]:
    """The same for several files of one origin, in one process: a value for each, or the ``Refused`` that it met.

    Raises ``Refused`` when they were too demanding together.
    """
    limits = Limits(cpu=Limits.cpu + len(files), wall=Limits.wall + EACH * len(files))
    found = run(BATCH, dump(list(files)), limits, dotted=function, arguments=arguments)
    values = []
    for outcome in found:
        try:
            values.append(_of_outcome(outcome))
        except Refused as refused:
            values.append(refused)
    return values


def start(module: str, arguments: list[str], place: Path, limits: Limits) -> int:
    """Run one of our modules in a directory and give its exit code. It and all it started are gone afterwards."""
    with subprocess.Popen(  # noqa: S603 - our own module; the file's name and content are no part of the command
        [sys.executable, "-P", "-m", module, limits.as_argument(), *arguments],
        cwd=place,
        env=_environment(place),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as child:
        try:
            return child.wait(limits.wall)
        except subprocess.TimeoutExpired:
            return -signal.SIGKILL
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)


def _environment(place: Path) -> dict[str, str]:
    """Nothing of the hall's own environment: that holds its secrets."""
    return {
        "PATH": os.defpath,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": str(place),
        "TMPDIR": str(place),
        "LANG": "C.UTF-8",
    }


def _value(result: Path, code: int) -> Any:
    if code != 0 or not result.is_file() or result.stat().st_size > LARGEST_RESULT:
        raise Refused(Reason.TOO_DEMANDING if code in USED_UP else Reason.DAMAGED)
    try:
        found = load(result.read_bytes())
    except ValueError:
        raise Refused(Reason.DAMAGED) from None
    return _of_outcome(found)


def _of_outcome(found: dict[str, Any]) -> Any:
    if "refused" in found:
        reason, detail = found["refused"]
        raise Refused(Reason(reason), str(detail))
    if "failed" in found:
        raise Refused(Reason.TOO_DEMANDING if found["failed"] in OUT_OF_MEMORY else Reason.DAMAGED)
    return found["value"]
