"""Commands that other packages bring and that would harm this hall."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class RefusedCommand(BaseCommand):
    """Does nothing, whatever its arguments, but say why and what to use."""

    requires_system_checks: list[str] = []
    instead = ""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> ArgumentParser:
        parser: Any = super().create_parser(prog_name, subcommand, **kwargs)
        parser.parse_args = lambda args=None, namespace=None: parser.parse_known_args(args, namespace)[0]
        return parser  # type: ignore[no-any-return]

    def handle(self, **options: Any) -> None:
        raise CommandError(self.instead)
