"""An import whose task ended without a word must not look as if it were still going on."""

from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import TaskResult
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished

from guides.codes import ImportState
from guides.models import ImportRun
from knowledge.tasks.kinds import may_be_repeated

from .runs import QUEUE
from .uploads import discard


def on_task_finished(sender: type[Any], task_result: "TaskResult[Any]", **kwargs: Any) -> None:
    """The worker was killed, or the task met an error that nobody had thought of; it will not be tried again."""
    task = task_result.task
    if task_result.status != TaskResultStatus.FAILED or task.queue_name != QUEUE:
        return
    if may_be_repeated(task.module_path, task_result.attempts):
        return
    key, *_others, language = task_result.args
    with translation.override(language):
        for run in ImportRun.objects.filter(pk=key, state__in=ImportState.busy()):
            note(run)


def note(run: ImportRun) -> None:
    """Say of a run how far it came, and what can be done."""
    if run.state == ImportState.QUEUED:
        run.move_to(ImportState.CHECKED, message=_("It could not be begun, and nothing was changed. Try again."))
        return
    discard(run.upload)
    if run.state == ImportState.CHECKING:
        run.move_to(ImportState.FAILED, message=_("The check broke off. Upload the file again."), upload="")
    elif run.state == ImportState.APPLYING:
        words = _("After %(done)d of %(total)d items. Undo it, or upload the file again to take over the rest.")
        run.move_to(ImportState.INTERRUPTED, message=words % {"done": run.done, "total": run.total}, upload="")
    else:
        run.move_to(ImportState.INTERRUPTED, message=_("Undoing broke off. Undo it again."), upload="")


def connect() -> None:
    task_finished.connect(on_task_finished, dispatch_uid="guides.exchange.broken_off")
