"""The files of a version go when it goes, and not before that is certain."""

from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete

from forms_library.models import FormVersion


def forget_files(sender: type[FormVersion], instance: FormVersion, **kwargs: Any) -> None:
    """``pre_delete``: the pages are still there and know their pictures."""
    files = instance.stored_files()

    def delete() -> None:
        for storage, name in files:
            storage.delete(name)

    transaction.on_commit(delete)


def connect() -> None:
    pre_delete.connect(forget_files, sender=FormVersion, dispatch_uid="forms_library.versions.forget_files")
