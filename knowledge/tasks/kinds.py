"""What may be done with tasks of a kind. One of which nothing is said here is done once, whatever becomes of it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar

from django.utils.module_loading import import_string
from django_tasks.base import Task

ATTEMPTS = 5
PAUSES = (timedelta(seconds=10), timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))

P = ParamSpec("P")
T = TypeVar("T")
Together = Callable[[Sequence[list[Any]]], object]  # hears the positional arguments of each call


@dataclass(frozen=True)
class Kind:
    """``attempts`` counts the first one; ``together`` does many calls at once, where there is such a way."""

    attempts: int = 1
    together: Together | None = None


_kinds: dict[str, Kind] = {}  # path of the task's function -> its kind


def repeatable(*, attempts: int = ATTEMPTS, together: Together | None = None) -> Callable[[Task[P, T]], Task[P, T]]:
    """Declare above ``@task``: doing it again does no harm, so one that failed or lost its worker is tried again.

    ``together`` does what many calls would have done. It is for tasks that are called with positional arguments.
    """

    def declare(task: Task[P, T]) -> Task[P, T]:
        _kinds[task.module_path] = Kind(attempts, together)
        return task

    return declare


def kind_of(path: str) -> Kind:
    """The kind of the task whose function has this path; one that is no more is done once."""
    with suppress(ImportError):
        import_string(path)  # nobody else may have needed the module in which it is declared
    return _kinds.get(path, Kind())


def is_repeatable(path: str) -> bool:
    """May a task of this kind be done more than once?"""
    return kind_of(path).attempts > 1


def may_be_repeated(path: str, attempts: int) -> bool:
    """May a task that was tried so often be tried once more?"""
    return attempts < kind_of(path).attempts


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts; longer each time."""
    return PAUSES[min(attempts, len(PAUSES)) - 1]
