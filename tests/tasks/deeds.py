"""Tasks whose deeds can be read afterwards: each writes lines into a file, also when its process is killed."""

import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django_tasks import task

from knowledge.tasks.kinds import repeatable

SECOND = timedelta(seconds=1)


def note(path: str, line: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def noted(path: Path) -> list[str]:
    return path.read_text("utf-8").split("\n")[:-1] if path.exists() else []


@task
def once(path: str, name: str, seconds: float = 0) -> None:
    note(path, f"begin {name}")
    time.sleep(seconds)
    note(path, f"end {name}")


@repeatable(attempts=3)
@task
def again(path: str, name: str, seconds: float = 0) -> None:
    """Takes its time at the first attempt only."""
    slow = f"begin {name}" not in noted(Path(path))
    note(path, f"begin {name}")
    time.sleep(seconds if slow else 0)
    note(path, f"end {name}")


@repeatable(attempts=3)
@task
def failing(path: str, name: str) -> None:
    """Fails as long as there is no file beside the path with the ending ``.cured``."""
    note(path, f"try {name}")
    if not Path(path).with_suffix(".cured").exists():
        raise RuntimeError(name)


def _all_together(calls: Sequence[Sequence[str]]) -> None:
    for _path, name in calls:
        if name == "slow":
            time.sleep(60)
        if name == "poison":
            raise RuntimeError(name)
    note(calls[0][0], "together " + " ".join(sorted(name for _path, name in calls)))


@repeatable(attempts=3, together=_all_together)
@task
def together(path: str, name: str) -> None:
    if name == "poison":
        raise RuntimeError(name)
    note(path, f"alone {name}")
