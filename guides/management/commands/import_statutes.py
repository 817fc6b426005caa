"""Take statutes over into the registry."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from guides.statutes.files import read_files
from guides.statutes.importing import ImportReport, import_files
from guides.statutes.linking import link_all


class Command(BaseCommand):
    help = (
        "Read statutes (Markdown, one file a version, “Title(2019-04-23).md”) from a folder or a tar archive into the "
        "registry, and link the items that cite them. A second run changes nothing. Exit code 1 when a file could not "
        "be read; the others are taken over."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path, help="a folder, or a tar archive, compressed or not")

    def handle(self, *, source: Path, **options: Any) -> None:
        if not source.exists():
            raise CommandError(_("There is no file %(path)s.") % {"path": source})
        files = read_files(source)
        if not files:
            raise CommandError(_("There are no texts in %(path)s.") % {"path": source})
        with tqdm(total=len(files), unit="file", disable=None) as bar:
            report = import_files(files, bar.update)
        linked = link_all()
        self.show(report)
        self.stdout.write(_("Legal bases linked to the registry: %(count)d") % {"count": linked.linked})
        if report.problems:
            raise CommandError(_("%(count)d files could not be read.") % {"count": len(report.problems)})

    def show(self, report: ImportReport) -> None:
        """The summary; what could not be read goes to standard error."""
        for outcome, count in report.counts.items():
            if count:
                self.stdout.write(f"{outcome.label}: {count}")
        self.stdout.write(_("Articles: %(count)d") % {"count": report.articles})
        if report.flags:
            self.stdout.write(_("Pages to be looked at because of it: %(count)d") % {"count": report.flags})
        for problem in report.problems:
            self.stderr.write(str(problem))
