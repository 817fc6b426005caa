"""Scanned pages get their words from a task: reading one takes seconds, and the form can be had meanwhile."""

import logging

from django_tasks import task

from forms_library.codes import VersionState
from forms_library.models import FormVersion, VersionPage
from forms_library.text import scans
from knowledge.search.indexing import page_changed
from knowledge.tasks.kinds import repeatable

logger = logging.getLogger(__name__)


@repeatable()
@task()
def read_scan(version: int) -> None:
    """Read the pages of a version that have pictures and no words yet; one that is gone needs nothing."""
    pages = VersionPage.objects.filter(version=version, text="").exclude(large="")
    read = [page for page in pages.order_by("number") if _read(page)]
    found = FormVersion.objects.select_related("page").filter(pk=version).first()
    if read and found and found.state == VersionState.PUBLISHED:
        page_changed(found.page)


def _read(page: VersionPage) -> bool:
    try:
        with page.large.open("rb") as picture:
            words = scans.read_picture(picture.read())
    except scans.UnreadError:
        logger.warning("Page %s cannot be read: is tesseract's data for %s installed?", page, scans.LANGUAGES)
        return False
    except FileNotFoundError:  # the version was discarded a moment ago
        return False
    return bool(VersionPage.objects.filter(pk=page.pk).update(text=words) and words)


def note_scan(version: FormVersion) -> None:
    """Have a scanned version read, where there is a program for it."""
    if version.scanned and scans.program():
        read_scan.enqueue(version.pk)
