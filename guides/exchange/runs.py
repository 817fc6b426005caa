"""The life of an import that was uploaded: checked, applied, undone; each a task of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from guides.codes import ImportState
from guides.models import ImportRun
from knowledge.models import User
from knowledge.tasks.kinds import repeatable
from translations.usable_text import UnfitError

from .apply import apply_records
from .lock import BusyError, only_import
from .reading import read
from .records import GuideRecord
from .report import Refusal
from .summary import as_data
from .undo import undo
from .uploads import discard, upload_path

QUEUE = "exchange"
PRIORITY = 5  # somebody looks at the page and waits


@repeatable(attempts=2)  # it changes nothing
@task(queue_name=QUEUE, priority=PRIORITY)
def check(key: int, language: str) -> None:
    """Say what an upload would do, for the preview, in the language of the person who looks at it."""
    run = _run(key)
    with translation.override(language), _failures_noted(run):
        if run.state == ImportState.CHECKING:
            records = _records(run)
            report = apply_records(records, publish=run.publish, user=_person(run), dry_run=True)
            run.refresh_from_db(fields=["state"])
        if run.state == ImportState.CHECKING:  # nobody cancelled it meanwhile
            run.move_to(ImportState.CHECKED, counts=report.counts, report=as_data(report), total=len(records))


@task(queue_name=QUEUE, priority=PRIORITY)
def apply(key: int, language: str) -> None:
    """Take an upload over that somebody has looked at and confirmed."""
    run = _run(key)
    with translation.override(language), _failures_noted(run):
        if run.state == ImportState.QUEUED:
            _apply(run)


@task(queue_name=QUEUE, priority=PRIORITY)
def undo_import(key: int, user_key: int, language: str) -> None:
    """Take an import back."""
    run = _run(key)
    with translation.override(language), _failures_noted(run):
        if run.state == ImportState.UNDO_QUEUED:
            _undo(run, User.objects.get(pk=user_key))


def _run(key: int) -> ImportRun:
    return ImportRun.objects.select_related("user").get(pk=key)


def _person(run: ImportRun) -> User:
    """Whose rights limit the import: nobody's would not limit it at all."""
    user = run.user
    if user is None or not user.has_perm("guides.import_guides"):
        raise UnfitError(_("Whoever uploaded the file may not import any more."))
    return user


def _records(run: ImportRun) -> list[GuideRecord | Refusal]:
    path = upload_path(run.upload)
    if not run.upload or not path.exists():
        raise UnfitError(_("The uploaded file is not there any more. Upload it again."))
    return list(read(path, run.profile))


def _apply(run: ImportRun) -> None:
    with only_import():
        records = _records(run)  # as a whole before anything is written
        run.move_to(ImportState.APPLYING, message="", done=0, total=len(records))
        report = apply_records(records, publish=run.publish, user=_person(run), run=run)
        discard(run.upload)
        run.move_to(ImportState.APPLIED, counts=report.counts, report=as_data(report), upload="")


def _undo(run: ImportRun, user: User) -> None:
    with only_import():
        run.move_to(ImportState.UNDOING, message="", done=0, total=run.items.filter(undone=False).count())
        report = undo(run, user, progress=lambda count: _progress(run, count))
        left = {what: codes for what, codes in report.codes.items() if codes}
        run.move_to(ImportState.UNDONE, report={**run.report, "undone": left})


def _progress(run: ImportRun, count: int) -> None:
    run.done += count
    if run.done % 20 == 0:
        run.save(update_fields=["done", "changed_at"])


@contextmanager
def _failures_noted(run: ImportRun) -> Iterator[None]:
    before = run.state
    try:
        yield
    except BusyError:
        again = ImportState.CHECKED if before == ImportState.QUEUED else ImportState.APPLIED
        run.move_to(again, message=_("Another import was under way. Try again when it is done."))
    except UnfitError as error:
        discard(run.upload)
        run.move_to(ImportState.FAILED, message=str(error), upload="")
