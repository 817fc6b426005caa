"""Groups and workflows of every department, for halls from before there were reviews and for scripts."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import gettext as _

from knowledge.models import DepartmentPage
from knowledge.review.beside import set_beside
from knowledge.review.preparing import prepare_staff


class Command(BaseCommand):
    help = (
        "Make the groups and workflows that are missing; doing it again changes nothing. "
        "Departments are named by the last part of their address."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--legal-check", nargs="+", default=[], metavar="DEPARTMENT", help="switch it on for these")
        parser.add_argument("--no-legal-check", nargs="+", default=[], metavar="DEPARTMENT", help="switch it off")

    @transaction.atomic
    def handle(self, *, legal_check: list[str], no_legal_check: list[str], **options: Any) -> None:
        for slugs, value in ((legal_check, True), (no_legal_check, False)):
            for slug in slugs:
                set_beside(self._department(slug), legal_check=value)
        self.stdout.write(_("%(count)d departments have their groups and workflows.") % {"count": prepare_staff()})

    def _department(self, slug: str) -> DepartmentPage:
        found = DepartmentPage.objects.filter(slug=slug).first()
        if found is None:
            raise CommandError(_("There is no department “%(slug)s”; nothing was changed.") % {"slug": slug})
        return found
