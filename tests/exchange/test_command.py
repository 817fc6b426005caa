"""``manage.py import_guides``: what it says, and what is left when it is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from guides.exchange.lock import BusyError, only_import
from guides.models import GuidePage, ImportRun
from tests import factories
from tests.conftest import Hall
from tests.databases import opened_url

ROOT = Path(__file__).resolve().parents[2]
Lines = Callable[..., Path]


def test_it_says_what_was_done(
    import_hall: Hall, row: dict[str, Any], a_list: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_guides", a_list(row), profile="guangdong", publish=True)
    said = capsys.readouterr().out
    assert "bear_paltform 1" in said
    assert row["DEPT_NAME"] not in said
    run = ImportRun.objects.get()
    assert (run.state, run.counts["create"], run.done, run.total) == ("applied", 1, 1, 1)
    assert GuidePage.objects.get().live


def test_it_refuses_with_line_and_reason_and_an_exit_code(
    import_hall: Hall, row: dict[str, Any], a_list: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError) as error:
        call_command("import_guides", a_list(row, "{"), profile="guangdong")
    assert error.value.returncode == 1
    assert "2" in capsys.readouterr().err
    assert not GuidePage.objects.get().live


def test_a_dry_run_leaves_no_trace(import_hall: Hall, row: dict[str, Any], a_list: Lines) -> None:
    call_command("import_guides", a_list(row), profile="guangdong", publish=True, dry_run=True)
    assert not GuidePage.objects.exists()
    assert not ImportRun.objects.exists()


def test_a_file_that_is_not_there_is_named(db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nothing\.xlsx"):
        call_command("import_guides", tmp_path / "nothing.xlsx", profile="standard")


def test_an_empty_hall_says_what_it_lacks(
    topics: None, row: dict[str, Any], a_list: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    for dry_run in (True, False):
        with pytest.raises(CommandError):
            call_command("import_guides", a_list(row), profile="guangdong", dry_run=dry_run)
        assert row["TASK_CODE"] in capsys.readouterr().err


def test_two_imports_at_once_are_one_too_many(import_hall: Hall, row: dict[str, Any], a_list: Lines) -> None:
    with only_import(), pytest.raises(CommandError):
        call_command("import_guides", a_list(row), profile="guangdong")
    assert not GuidePage.objects.exists()
    with only_import(), pytest.raises(BusyError), only_import():
        pass


def manage(state: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """Another process of the hall, on the database that is open here."""
    environment = {
        **os.environ,
        "PORTAL_VAR": str(state),
        "DATABASE_URL": opened_url(),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, str(ROOT / "manage.py"), *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def ask(question: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()


WHOLE = """
    SELECT page.id FROM wagtailcore_page page JOIN guides_guidepage guide ON guide.page_ptr_id = page.id
    WHERE page.live AND page.latest_revision_id = page.live_revision_id
    AND (SELECT count(*) FROM guides_material WHERE page_id = page.id) = 3
    AND (SELECT count(*) FROM guides_window WHERE page_id = page.id) = 1
    AND (SELECT count(*) FROM guides_importedsource WHERE guide_id = page.id) = 1
    AND (SELECT count(*) FROM guides_importeditem WHERE page_id = page.id) = 1
"""


def test_a_killed_import_leaves_whole_items_or_none_and_the_next_goes_on(
    own_database: None, tmp_path: Path, row: dict[str, Any]
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    factories.DepartmentIndexPageFactory()  # a home page and its list of departments
    count = 200
    rows = [
        {**row, "TASK_CODE": f"11440000006939756B2440101{n:06d}", "material_intro": ["一", "二", "三"]}
        for n in range(count)
    ]
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(json.dumps(one) for one in rows), encoding="utf-8")
    process = manage(state, "import_guides", path, "--profile", "guangdong", "--publish")
    deadline = time.monotonic() + 60
    while ask("SELECT count(*) FROM guides_guidepage")[0][0] < 20 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)

    made = ask("SELECT count(*) FROM guides_guidepage")[0][0]
    assert 20 <= made < count
    assert len(ask(WHOLE)) == made
    assert ask("SELECT numchild FROM wagtailcore_page WHERE depth = 4") == [(made,)]
    assert ask("SELECT state FROM guides_importrun") == [("applying",)]

    again = manage(state, "import_guides", path, "--profile", "guangdong", "--publish")
    assert again.wait(120) == 0
    assert len(ask(WHOLE)) == count
    assert ask("SELECT state FROM guides_importrun ORDER BY id") == [("interrupted",), ("applied",)]
