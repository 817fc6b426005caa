"""Files that wait in the state directory until they are applied."""

import secrets
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile

from .lock import exchange_directory

MAX_UPLOAD = 20 * 1024 * 1024  # bytes


def keep(upload: UploadedFile) -> str:
    """Store an upload under a name of our own; answers that name."""
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


def discard(name: str) -> None:
    """Delete an upload; it may be gone already."""
    if name:
        upload_path(name).unlink(missing_ok=True)
