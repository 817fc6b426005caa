"""Publish the lists of items of the hall and of every department."""

import argparse
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from guides.record.issues import last_quarter, publish_lists


def a_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"A day such as 2026-06-30 is expected, not {text!r}.") from error


class Command(BaseCommand):
    help = "Publish the lists of items as they stood on a day: of the quarter that ended last, or of --day."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--day", type=a_day, help="the day; its lists are named after it")

    def handle(self, *, day: date | None = None, **options: Any) -> None:
        today = timezone.localdate()
        if day and day > today:
            raise CommandError(f"{day} has not come yet.")
        period, end = (day.isoformat(), day) if day else last_quarter(today)
        made = publish_lists(period, end)
        self.stdout.write(f"{period}: {len(made)} lists published." if made else f"{period}: published already.")
