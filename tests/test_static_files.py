"""Static files are collected when they changed, and only then."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from portal import static_files


def test_a_second_start_collects_nothing(settings: LazySettings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path
    assert static_files.collect_if_changed() is True
    assert static_files.collect_if_changed() is False


def test_an_edited_file_is_noticed(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.css").write_text("a {}")
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [own]
    before = static_files.fingerprint()
    (own / "a.css").write_text("a { color: red }")
    assert static_files.fingerprint() != before
