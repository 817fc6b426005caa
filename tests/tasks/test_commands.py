"""The worker as a command, and what is said about it."""

import os
import signal
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from knowledge.models import PeriodicJob, Worker
from knowledge.tasks import heartbeats
from portal.environment import BASE_DIR
from tests.commands import said_by
from tests.databases import opened_url

from .conftest import wait_until
from .rows import a_task

PUBLISHING = "portal.jobs.publish_scheduled"


def test_the_command_does_tasks_and_periodic_jobs_and_stops_when_asked(database_tasks: None) -> None:
    environment = {**os.environ, "DATABASE_URL": opened_url(), "DJANGO_SETTINGS_MODULE": "portal.settings"}
    worker = subprocess.Popen([sys.executable, "manage.py", "run_worker"], cwd=BASE_DIR, env=environment)
    try:
        wait_until(lambda: DBTaskResult.objects.successful().filter(args_kwargs__args=[PUBLISHING]).exists())
        assert PUBLISHING in said_by("worker_status")[0]
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
    finally:
        worker.kill()
    assert not Worker.objects.exists()


def test_the_worker_that_nobody_could_tell_alive_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="run_worker"):
        call_command("db_worker", "--queue-name", "*")


def test_without_a_worker_nothing_is_well(db: None) -> None:
    text, code = said_by("worker_status")
    assert (text, code) == ("no worker: start one with run_worker\n", 1)


def test_it_says_who_works_on_what(db: None) -> None:
    heartbeats.appear()
    a_task(queue_name="exchange")
    a_task(queue_name="index", status="RUNNING")
    PeriodicJob.objects.create(name=PUBLISHING, started_at=timezone.now())
    text, code = said_by("worker_status")
    assert code == 0
    assert f"worker {Worker.objects.get()}, since" in text
    assert "queue exchange: 1 waiting, 0 running, 0 failed" in text
    assert "queue index: 0 waiting, 1 running, 0 failed" in text
    assert f"job {PUBLISHING}: last at" in text


def test_a_failed_task_of_any_queue_is_not_well(db: None) -> None:
    heartbeats.appear()
    assert said_by("worker_status")[1] == 0
    a_task(queue_name="exchange", status="FAILED")
    assert said_by("worker_status")[1] == 1
