"""Write the hall's service items into a workbook."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from guides.exchange.workbook_write import write_items, write_template
from guides.models import GuidePage
from translations.usable_text import UnfitError


class Command(BaseCommand):
    help = "Export all service items as a workbook (XLSX) that import_guides --profile standard reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--template", action="store_true", help="write the empty table")

    def handle(self, *, file: Path, template: bool, **options: Any) -> None:
        if not file.parent.is_dir():
            raise CommandError(_("There is no folder %(path)s.") % {"path": file.parent})
        if template:
            write_template(file)
            return
        try:
            count = write_items(GuidePage.objects.all(), file)
        except UnfitError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("%(count)d items written.") % {"count": count})
