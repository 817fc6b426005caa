"""Files that wait in the state directory until they are applied."""

import secrets
import time
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from .lock import LOCK, exchange_directory

FORGOTTEN_AFTER = 7 * 24 * 3600  # seconds


def keep(upload: "UploadedFile[Any]") -> str:
    """Store an upload under a name of our own; answers that name. Forgotten uploads of others go."""
    discard_forgotten()
    name = secrets.token_urlsafe(16)
    path = upload_path(name)
    path.touch(mode=0o600)
    with path.open("wb") as file:
        for chunk in upload.chunks():
            file.write(chunk)
    return name


def upload_path(name: str) -> Path:
    """Where the upload of this name lies."""
    return exchange_directory() / name


def discard_forgotten() -> None:
    """Delete uploads that nobody decided about for a week."""
    for path in exchange_directory().iterdir():
        if path.name != LOCK and time.time() - path.stat().st_mtime > FORGOTTEN_AFTER:
            path.unlink(missing_ok=True)


def discard(name: str) -> None:
    """Delete an upload; it may be gone already."""
    if name:
        upload_path(name).unlink(missing_ok=True)
