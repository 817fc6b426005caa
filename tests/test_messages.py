"""Every text that somebody sees exists in Chinese and in English."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from portal.environment import BASE_DIR

from .test_architecture import ROOMS

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|<[^>]+>")


def catalogue(folder: Path) -> Catalog:
    with (folder / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale="zh_Hans")


def texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [""])


@pytest.mark.parametrize("room", ROOMS)
def test_every_message_has_its_chinese(room: str) -> None:
    for message in catalogue(BASE_DIR / room):
        if message.id:
            assert all(texts(message)), f"no Chinese for {message.id!r}"
            assert not message.fuzzy, f"doubtful Chinese for {message.id!r}"


@pytest.mark.parametrize("room", ROOMS)
def test_placeholders_and_markup_are_the_same_in_both_languages(room: str) -> None:
    for message in catalogue(BASE_DIR / room):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[-1]
            for text in texts(message):
                assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(source)), message.id


@pytest.mark.parametrize("room", ROOMS)
def test_no_message_is_missing_from_the_catalogue(room: str, tmp_path: Path) -> None:
    if not shutil.which("xgettext"):
        if os.environ.get("CI"):
            pytest.fail("CI must have GNU gettext")
        pytest.skip("GNU gettext is not installed: cannot collect the messages")
    copy = tmp_path / room
    shutil.copytree(BASE_DIR / room, copy, ignore=shutil.ignore_patterns("*.mo", "__pycache__"))
    command = [sys.executable, str(BASE_DIR / "manage.py"), "makemessages", "--locale", "zh_Hans", "--no-obsolete"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    known = {(m.id, m.context) for m in catalogue(BASE_DIR / room)}
    assert {(m.id, m.context) for m in catalogue(copy)} - known == set(), "run make messages"
