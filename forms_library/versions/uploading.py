"""From a file that was examined to a new draft: all of it, or nothing."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from django.db import transaction
from django.db.models import Max

from forms_library.codes import VersionState
from forms_library.field_reviews.carry_over import Carried, carry_over
from forms_library.field_reviews.reviews import reviews_as_plain
from forms_library.models import FormPage, FormVersion, VersionPage
from forms_library.models.versions import NAME_LENGTH
from forms_library.pictures.previews import Preview, previews_of
from forms_library.safety.examine import Examined
from forms_library.safety.kinds import Kind
from forms_library.storage import Saved, all_or_nothing
from knowledge.models import User

from .changes import note
from .scans import note_scan


@dataclass(frozen=True)
class Upload:
    """What an editor sent, and what it was found to be. ``comment`` says what has changed."""

    name: str
    data: bytes = field(repr=False)
    examined: Examined
    dated: dt.date
    comment: str = ""


def add_version(
    page: FormPage, upload: Upload, user: User, pictures: list[Preview] | None = None
) -> tuple[FormVersion, tuple[str, ...]]:
    """The new draft, and the labels of confirmed fields that its file does not have any more.

    ``pictures`` are those of the pages, where somebody has drawn them already.
    """
    if pictures is None:
        pictures = previews_of(upload.examined.kind, upload.examined.data)
    with all_or_nothing() as saved, transaction.atomic():
        locked = FormPage.objects.select_for_update().get(pk=page.pk)
        carried = _carried(locked, upload.examined)
        version = _version(locked, upload, user, carried)
        _put_files(version, upload, saved)
        version.save()
        _add_pages(version, upload.examined.pages, pictures, saved)
        note_scan(version)
        numbers = Counter(number.kind.value for number in upload.examined.personal)
        note(locked, version, "upload", user, numbers=dict(numbers))
    return version, carried.lost if carried else ()


def _carried(page: FormPage, examined: Examined) -> Carried | None:
    """What was found, with what was confirmed in the version before: the public one, or else the newest."""
    detection, kind = examined.detection, examined.kind
    if detection is None:
        return None
    before = (
        page.versions.filter(state=VersionState.PUBLISHED).first() or page.versions.filter(fields__isnull=False).first()
    )
    old = before.detection if before else None
    if before is None or old is None:
        return Carried(detection, {})
    return carry_over(old, before.reviewed, detection, drawn=before.file_kind == kind == Kind.PDF)


def _version(page: FormPage, upload: Upload, user: User, carried: Carried | None) -> FormVersion:
    examined = upload.examined
    newest: int = page.versions.aggregate(newest=Max("number"))["newest"] or 0
    found: dict[str, Any] = {"fields": None, "reviews": {}}
    if carried:
        found = {"fields": storable(carried.detection.as_plain()), "reviews": reviews_as_plain(carried.reviews)}
    return FormVersion(
        page=page,
        number=newest + 1,
        dated=upload.dated,
        note=upload.comment,
        original_name=shown_name(upload.name),
        file_kind=examined.kind.value,
        size=len(examined.data),
        sha256=examined.sha256,
        scanned=examined.scanned,
        mended=examined.mended,
        removed=list(examined.removed),
        converted_from=examined.converted_from.value if examined.converted_from else "",
        uploaded_by=user,
        **found,
    )


def shown_name(name: str) -> str:
    """The name of an upload as it can be kept and shown: one line, no directories, not endless."""
    plain = "".join(one for one in PurePath(name).name if one.isprintable())
    return plain[-NAME_LENGTH:]


def storable(value: Any) -> Any:
    """Plain data without the character that PostgreSQL keeps in no text."""
    if isinstance(value, str):
        return value.replace("\x00", "")
    if isinstance(value, dict):
        return {key: storable(one) for key, one in value.items()}
    return [storable(one) for one in value] if isinstance(value, list | tuple) else value


def _put_files(version: FormVersion, upload: Upload, saved: Saved) -> None:
    saved.put(version.original, f"original{PurePath(shown_name(upload.name)).suffix.lower()}", upload.data)
    saved.put(version.file, f"form.{version.file_kind}", upload.examined.data)


def _add_pages(version: FormVersion, texts: tuple[str, ...], pictures: list[Preview], saved: Saved) -> None:
    for number in range(1, max(len(texts), len(pictures)) + 1):
        page = VersionPage(
            version=version, number=number, text=storable(texts[number - 1]) if number <= len(texts) else ""
        )
        if number <= len(pictures):
            picture = pictures[number - 1]
            page.width, page.height = picture.width, picture.height
            saved.put(page.small, f"page-{number}-small.png", picture.small)
            saved.put(page.large, f"page-{number}.png", picture.large)
        page.save()
