"""Where the files of forms lie: in a directory of their own that no address leads to. Views read them and decide."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.db.models.fields.files import FieldFile

ALIAS = "forms"


class PrivateStorage(FileSystemStorage):
    """Files for the hall's own user alone. A directory goes with its last file."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700, **options})

    def url(self, name: str | None) -> NoReturn:
        """There is none."""
        raise ValueError("The files of forms have no addresses of their own")

    def delete(self, name: str) -> None:
        super().delete(name)
        with contextlib.suppress(OSError):  # not empty, or gone already
            Path(self.path(name)).parent.rmdir()


def forms_storage() -> Storage:
    """The storage of the settings; a function, so that migrations do not name it."""
    return storages[ALIAS]


class Saved:
    """Files that were written so far."""

    def __init__(self) -> None:
        self.files: list[tuple[Storage, str]] = []

    def put(self, field: FieldFile, name: str, data: bytes) -> None:
        """Write a file and remember it in the field; the row is saved by whoever owns it."""
        field.save(name, ContentFile(data), save=False)
        self.files.append((field.storage, str(field.name)))


@contextlib.contextmanager
def all_or_nothing() -> Iterator[Saved]:
    """Files that stay only if the block ends well. Use it around the transaction that refers to them."""
    saved = Saved()
    try:
        yield saved
    except BaseException:
        for storage, name in saved.files:
            storage.delete(name)
        raise
