"""An import whose worker was killed, or that met an error nobody had thought of, says so."""

import signal
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

from guides.exchange import runs
from guides.exchange.broken_off import note
from guides.exchange.uploads import upload_path
from guides.models import ImportRun
from knowledge.tasks.recovery import settle_lost

from .conftest import Workers, wait_until
from .rows import running


@pytest.fixture(autouse=True)
def uploads_of_this_test(settings: Any, tmp_path: Path) -> None:
    settings.STATE_DIR = tmp_path / "state"


def a_run(state: str, **values: Any) -> ImportRun:
    upload_path("upload").write_text("{}", encoding="utf-8")
    return ImportRun.objects.create(
        profile="guangdong", file_name="items.jsonl", upload="upload", state=state, **values
    )


@pytest.mark.parametrize(
    ("before", "after", "words", "keeps_upload"),
    [
        ("checking", "failed", "Upload the file again", False),
        ("queued", "checked", "nothing was changed", True),
        ("applying", "interrupted", "After 3 of 10 items", False),
        ("undo_queued", "interrupted", "Undo it again", False),
        ("undoing", "interrupted", "Undo it again", False),
    ],
)
def test_a_run_that_broke_off_says_how_far_it_came_and_what_can_be_done(
    db: None, before: str, after: str, words: str, keeps_upload: bool
) -> None:
    run = a_run(before, done=3, total=10)
    with translation.override("en"):
        note(run)
    run.refresh_from_db()
    assert run.state == after
    assert words in run.message
    assert (bool(run.upload), upload_path("upload").exists()) == (keeps_upload, keeps_upload)


def test_a_lost_check_is_done_once_more_and_then_given_up(database_tasks: None) -> None:
    run = a_run("checking")
    task = running("guides.exchange.runs.check", "dead")
    task.args_kwargs["args"] = [run.pk, "zh-hans"]
    task.queue_name = runs.QUEUE
    task.save()
    settle_lost()
    run.refresh_from_db()
    task.refresh_from_db()
    assert (run.state, task.status) == ("checking", "READY")
    task.status, task.worker_ids = "RUNNING", ["dead", "dead too"]
    task.save()
    settle_lost()
    run.refresh_from_db()
    assert run.state == "failed"
    assert "重新上传" in run.message


def test_an_error_that_nobody_had_thought_of_is_no_import_under_way(
    workers: Workers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = a_run("queued")
    monkeypatch.setattr(runs, "_apply", lambda run: 1 / 0)
    runs.apply.enqueue(run.pk, "en")
    workers.start(until_empty=True)
    wait_until(lambda: ImportRun.objects.get().state == "checked")


def test_an_import_whose_worker_is_killed_is_interrupted_and_not_begun_again(
    workers: Workers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = a_run("queued")

    def hang(run: ImportRun) -> None:
        run.move_to("applying", total=7)  # type: ignore[arg-type]
        signal.pause()

    monkeypatch.setattr(runs, "_apply", hang)
    runs.apply.enqueue(run.pk, "en")
    first = workers.start()
    wait_until(lambda: ImportRun.objects.get().state == "applying")
    workers.send(first, signal.SIGKILL)
    workers.start()
    wait_until(lambda: ImportRun.objects.get().state == "interrupted")
    run.refresh_from_db()
    assert "0 of 7" in run.message
    assert run.may_be_undone
