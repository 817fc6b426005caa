"""Commands that other packages bring and that would harm this hall."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class RefusedCommand(BaseCommand):
    """Does nothing, whatever its arguments, but say why and what to use."""

    requires_system_checks: list[str] = []
    instead = ""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """A parser that takes whatever the command took."""
        parser: Any = super().create_parser(prog_name, subcommand, **kwargs)
        parser.parse_args = lambda args=None, namespace=None: parser.parse_known_args(args, namespace)[0]
        taking_anything: CommandParser = parser
        return taking_anything

    def handle(self, **options: Any) -> None:
        raise CommandError(self.instead)
