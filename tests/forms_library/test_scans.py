"""Scanned forms are found by what is printed on them, where a program reads pictures."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from forms_library.models import FormPage, FormVersion
from forms_library.text import scans
from forms_library.versions.scans import note_scan, read_scan
from knowledge.search.finding import find_all
from knowledge.search.plan import plan
from tests import factories

WORDS = "居住证申领登记表"


def program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A small script plays tesseract."""
    made = folder / "tesseract"
    made.write_text(f"#!/bin/sh\n{script}\n")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def scan(form: FormPage) -> FormVersion:
    version: FormVersion = factories.FormVersionFactory(page=form, scanned=True, texts=["", ""])
    return version


def texts(version: FormVersion) -> list[str]:
    return list(version.pages.values_list("text", flat=True))


def test_a_scan_is_found_by_its_words(scan: FormVersion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, 'test -f page.png && printf "居 住 证 申领\\n\\n Form 12 \\f" > words.txt')
    note_scan(scan)
    assert texts(scan) == ["居住证申领\nForm 12"] * 2
    assert [hit.pk for hit in find_all(plan("居住证申领"))] == [str(scan.page_id)]


def test_pages_that_have_words_are_not_read_again(
    scan: FormVersion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, monkeypatch, "echo read > words.txt")
    scan.pages.filter(number=1).update(text="已有")
    read_scan.call(scan.pk)
    assert texts(scan) == ["已有", "read"]


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$"])
def test_a_page_that_cannot_be_read_stays_as_it_is(
    scan: FormVersion,
    script: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    program(tmp_path, monkeypatch, script)
    note_scan(scan)
    assert texts(scan) == ["", ""]
    assert "chi_sim" in caplog.text


def test_without_a_program_nothing_is_noted(scan: FormVersion, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    note_scan(scan)
    assert texts(scan) == ["", ""]


def test_a_version_that_is_gone_needs_nothing(scan: FormVersion) -> None:
    key = scan.pk
    scan.delete()
    read_scan.call(key)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_tesseract_reads_chinese() -> None:
    page = Image.new("L", (900, 200), 255)
    ImageDraw.Draw(page).text((40, 60), WORDS, 0, ImageFont.truetype(settings.FORM_FONT, 56))
    buffer = BytesIO()
    page.save(buffer, "PNG")
    assert scans.read_picture(buffer.getvalue()) == WORDS
