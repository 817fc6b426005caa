"""Take a list of service items over into the hall."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from tqdm import tqdm

from guides.codes import ImportProfile, ImportState
from guides.exchange.apply import apply_records
from guides.exchange.lock import BusyError, only_import
from guides.exchange.reading import read
from guides.exchange.report import REFUSED, Report
from guides.exchange.summary import as_data, element_label, outcome_label
from guides.models import ImportRun
from translations.usable_text import UnfitError


class Command(BaseCommand):
    help = (
        "Import service items from a list. Items are known again by their code: a second run changes nothing. "
        "Exit code 1 when something was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--profile", choices=ImportProfile.values, required=True, help="the form of the file")
        parser.add_argument("--publish", action="store_true", help="publish what is created or changed")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *, file: Path, profile: str, publish: bool, dry_run: bool, **options: Any) -> None:
        if not file.is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": file})
        try:
            records = list(read(file, profile))
            with tqdm(total=len(records), unit="item", disable=None) as bar:
                if dry_run:
                    report = apply_records(records, publish=publish, dry_run=True, progress=bar.update)
                else:
                    run = ImportRun(profile=profile, file_name=file.name[:255], publish=publish, total=len(records))
                    report = self.apply(run, records, bar.update)
        except UnfitError as error:
            raise CommandError(str(error)) from error
        except BusyError as error:
            raise CommandError(_("Another import is under way; nothing was done.")) from error
        self.show(report)

    def apply(self, run: ImportRun, records: list[Any], progress: Any) -> Report:
        with only_import():
            run.state = ImportState.APPLYING
            run.save()
            report = apply_records(records, publish=run.publish, progress=progress, run=run)
            run.move_to(ImportState.APPLIED, counts=report.counts, report=as_data(report))
        return report

    def show(self, report: Report) -> None:
        """The summary; refusals go to standard error."""
        for outcome, count in report.counts.items():
            if count:
                self.stdout.write(f"{outcome_label(outcome)}: {count}")
        self._list(_("Departments made"), {"": len(report.departments)} if report.departments else {})
        self._list(_("Kept in the source record, because items have no place for it"), report.unmapped)
        self._list(
            _("Required elements that are empty"), {element_label(name): n for name, n in report.missing.items()}
        )
        for refusal in report.refused:
            self.stderr.write(str(refusal))
        if count := report.counts[REFUSED]:
            raise CommandError(_("%(count)d records were refused.") % {"count": count})

    def _list(self, heading: str, counts: dict[str, int]) -> None:
        if counts:
            found = sorted(counts.items(), key=lambda pair: -pair[1])
            self.stdout.write(f"{heading}: " + ", ".join(f"{name} {count}".strip() for name, count in found))
