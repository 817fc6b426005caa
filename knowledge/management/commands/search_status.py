"""Say how the search index is."""

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.timezone import localtime

from knowledge.search.status import IndexStatus, status


class Command(BaseCommand):
    help = (
        "Say how the search index is: engine, documents, size, age, and the tasks that keep it in step. Ends with 1 "
        "where it cannot be read, lacks pages, a task has failed for good, or tasks wait and there is no worker."
    )

    def handle(self, **options: Any) -> None:
        found = status()
        for name, value in lines(found):
            self.stdout.write(f"{name:<10} {value}")
        if not found.is_well:
            sys.exit(1)


def lines(found: IndexStatus) -> list[tuple[str, str]]:
    """What is said, line by line."""
    documents = f"{found.documents} of {found.expected}" if found.usable else f"none of {found.expected}: to be rebuilt"
    built = f"{localtime(found.built_at):%Y-%m-%d %H:%M}" if found.built_at else "never"
    return [
        ("engine", found.engine),
        ("documents", documents),
        ("size", f"{found.megabytes:.1f} MB"),
        ("built", built),
        ("tasks", str(found.tasks)),
        ("workers", str(found.workers or "none: start one with run_worker")),
    ]
