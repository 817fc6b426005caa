"""Everything between a checkout and a running hall; quick when there is nothing to do."""

from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from knowledge.search.indexing import index_is_usable
from portal.demo import hall
from portal.demo.accounts import ACCOUNTS, PASSWORD
from portal.demo.forms import loading
from portal.static_files import collect_if_changed


class Command(BaseCommand):
    help = (
        "Migrate the database, load the demonstration into an empty one, build a missing index, collect static files."
    )

    def handle(self, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        if hall.is_empty():
            self.stdout.write("Loading the demonstration hall …")
            call_command("load_demo")
        else:
            loading.load_if_wanted(self.stdout.write)
            call_command("record_texts", stdout=StringIO())
            call_command("prepare_staff", stdout=StringIO())
            call_command("begin_record", stdout=StringIO())
        call_command("lint_guides", "--missing", stdout=StringIO())
        if not index_is_usable():
            self.stdout.write("Building the search index …")
            call_command("rebuild_search")
        if not settings.DEBUG:
            collect_if_changed()
        self._say_where()

    def _say_where(self) -> None:
        base = settings.BASE_URL
        lines = ["", f"  中文     {base}/zh-hans/", f"  English  {base}/en/", f"  Admin    {base}/admin/", ""]
        if hall.has_demo_accounts():
            lines.append(f"  Accounts of the demonstration (password {PASSWORD}):")
            lines += [f"    {account.username:<15} {account.role}" for account in ACCOUNTS]
            lines.append("")
        self.stdout.write("\n".join(lines))
