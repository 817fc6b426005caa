"""What an applicant writes rests nowhere: a value that is nowhere else is planted, and looked for everywhere."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from forms_library.answering import making
from forms_library.models import FormPage, FormVersion

from .filling_in import RIGHT, application, fillable, send

CANARY = "卡纳利四七一一"
LATIN = "canary4711"
ANSWERS = {**RIGHT, "姓名": CANARY, "申请理由": LATIN}


@pytest.fixture
def version(form: FormPage) -> FormVersion:
    return fillable(form, application())


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that anything logs, however unimportant."""
    caplog.set_level(logging.DEBUG)
    return caplog


def rows() -> Iterator[str]:
    """Every row of every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- Django's own names
            yield from (f"{table}: {row}" for row in cursor.fetchall())


def files() -> Iterator[Path]:
    """Every file of the hall, but for the database itself, whose rows are looked at."""
    for place in {settings.STATE_DIR, settings.MEDIA_ROOT, tempfile.gettempdir()}:
        yield from (path for path in Path(str(place)).rglob("*") if path.is_file() and "sqlite3" not in path.name)


def has_canary(text: str) -> bool:
    return CANARY in text or LATIN in text or repr(CANARY)[1:-1] in text


def in_file(path: Path) -> bool:
    return has_canary(path.read_bytes().decode("utf-8", "replace"))


def assert_nothing_remains(told: pytest.LogCaptureFixture) -> None:
    assert not [row for row in rows() if has_canary(row)]
    assert not [path for path in files() if in_file(path)]
    assert not has_canary(told.text)
    assert not has_canary(str(vars(cache).get("_cache", "")))
    assert not Session.objects.exists()
    assert not mail.outbox


@pytest.fixture(autouse=True)
def temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a library would put a file for a moment, and forget it."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))


@pytest.mark.parametrize("button", ["check", "download", "keep"])
def test_answers_are_forgotten(
    client: Client, version: FormVersion, told: pytest.LogCaptureFixture, button: str
) -> None:
    response = send(client, version, button, ANSWERS)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    assert response.status_code == 200
    assert content
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "same-origin"
    assert_nothing_remains(told)


def test_answers_with_something_wrong_are_forgotten(
    client: Client, version: FormVersion, told: pytest.LogCaptureFixture
) -> None:
    response = send(client, version, "check", {**ANSWERS, "身份证号码": LATIN})
    assert CANARY in response.content.decode()
    assert_nothing_remains(told)


def test_a_large_file_of_answers_is_read_in_memory(
    client: Client, version: FormVersion, told: pytest.LogCaptureFixture, settings: Any
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000
    file = SimpleUploadedFile("x.json", f'{{"{CANARY}": 1}}'.encode().ljust(50_000))
    assert CANARY in send(client, version, "load", ANSWERS, file=file).content.decode()
    assert_nothing_remains(told)


@pytest.mark.parametrize("broken", ["fill_pdf", "problems", "drawn"])
def test_an_error_says_nothing_of_the_answers(
    client: Client,
    version: FormVersion,
    told: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
) -> None:
    def fails(*arguments: Any, **named: Any) -> Any:
        raise ValueError(CANARY, LATIN, ANSWERS)

    monkeypatch.setattr(making, broken, fails)
    response = send(client, version, "check", ANSWERS)
    assert response.status_code == 500
    assert CANARY in response.content.decode()  # the applicant still has it
    assert "ValueError" in told.text  # whoever runs the hall is told
    assert_nothing_remains(told)


def test_the_canary_would_be_found(form: FormPage, told: pytest.LogCaptureFixture) -> None:
    form.summary_zh_hans = CANARY
    form.save()
    assert [row for row in rows() if has_canary(row)]
    (Path(tempfile.gettempdir()) / "left").write_text(LATIN)
    assert [path for path in files() if in_file(path)]
    logging.getLogger("anything").debug(CANARY)
    assert has_canary(told.text)
