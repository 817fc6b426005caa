"""Rows of tasks, as django-tasks-db writes them."""

from typing import Any

from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

AGAIN = "tests.tasks.deeds.again"
ONCE = "tests.tasks.deeds.once"


def a_task(path: str = AGAIN, *args: Any, **values: Any) -> DBTaskResult[Any, Any]:
    """A task, waiting unless said otherwise."""
    defaults = {
        "args_kwargs": {"args": list(args), "kwargs": {}},
        "backend_name": "default",
        "run_after": get_date_max(),
        "exception_class_path": "",
        "traceback": "",
    }
    return DBTaskResult.objects.create(task_path=path, **{**defaults, **values})


def running(path: str, *workers: str) -> DBTaskResult[Any, Any]:
    """A task that these workers began one after another, the last one now."""
    return a_task(path, status="RUNNING", worker_ids=list(workers), started_at=timezone.now())
