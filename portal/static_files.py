"""Collecting static files once for every change of them: it takes seconds, and a start should not."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".collected"


def fingerprint() -> str:
    """Changes when any static file is added, removed or edited."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            status = path.stat()
            digest.update(f"{path}:{status.st_mtime_ns}:{status.st_size}\n".encode())
    return digest.hexdigest()


def collect_if_changed() -> bool:
    """Collect the static files unless nothing changed since last time. Returns whether it did."""
    stamp = Path(settings.STATIC_ROOT) / STAMP
    now = fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")
    return True
