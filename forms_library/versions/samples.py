"""The filled sample of a version: invented data, and marked as a sample on every page."""

from collections.abc import Sequence

from django.conf import settings
from django.db import transaction

from forms_library.filling.fonts import font
from forms_library.models import FormPage, FormVersion
from forms_library.safety import process
from forms_library.safety.examine import Examined, Refusal
from forms_library.safety.kinds import Kind
from forms_library.safety.reasons import Reason, Refused
from forms_library.storage import all_or_nothing
from knowledge.models import User

from .changes import note

MARK = "forms_library.filling.watermark.marked"


def marked_sample(examined: Examined) -> bytes | Refusal:
    """The PDF with 示范 across every page. Raises ``FontError`` where the hall has no font for it."""
    if examined.kind is not Kind.PDF:
        return Refusal(Reason.UNKNOWN_KIND)
    font(settings.FORM_FONT)
    try:
        made: bytes = process.run(MARK, examined.data, font_path=settings.FORM_FONT)
    except Refused as refused:
        return Refusal(refused.reason, refused.detail)
    return made


def marked_samples(files: Sequence[bytes]) -> list[bytes]:
    """The same for several PDFs that were made here. Raises ``FontError``, and ``Refused`` for what is no PDF."""
    font(settings.FORM_FONT)
    made = process.run_each(MARK, files, font_path=settings.FORM_FONT) if files else []
    for one in made:
        if isinstance(one, Refused):
            raise one
    return made


def add_sample(version: FormVersion, data: bytes, user: User) -> None:
    """Put a marked sample in the place of the one before it."""
    with all_or_nothing() as saved, transaction.atomic():
        page = FormPage.objects.select_for_update().get(pk=version.page_id)
        storage, before = version.sample.storage, version.sample.name
        saved.put(version.sample, "sample.pdf", data)
        version.sample_size = len(data)
        version.save(update_fields=["sample", "sample_size"])
        note(page, version, "sample", user)
        if before:
            transaction.on_commit(lambda: storage.delete(before))
