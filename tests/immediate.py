"""The queue of the tests: a task is done at once, unless it only keeps an index of Wagtail's admin."""

from django_tasks import TaskResult
from django_tasks.backends.immediate import ImmediateBackend

FOR_ADMIN = (
    "modelsearch.tasks.insert_or_update_object_task",  # what the admin's search finds
    "wagtail.tasks.update_reference_index_task",  # what the admin says of where something is used
)


class WithoutAdminIndexes(ImmediateBackend):
    """Both are a sixth of the time of all tests, and few look at them: those ask for ``admin_indexes``."""

    def _execute_task(self, task_result: TaskResult) -> None:  # type: ignore[type-arg]
        if task_result.task.module_path not in FOR_ADMIN:
            super()._execute_task(task_result)
