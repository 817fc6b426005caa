"""Do the tasks that publishing and importing leave behind, and the periodic jobs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from knowledge.tasks.worker import serve


class Command(BaseCommand):
    help = (
        "Do the tasks of all queues and the periodic jobs, until a signal comes to stop: the task under way is "
        "finished then. Several may run at once, on one machine or on many. What a killed one left behind is settled "
        "by the others or by the next."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="stop when no task is waiting")

    def handle(self, *, until_empty: bool, **options: Any) -> None:
        serve(until_empty=until_empty)
