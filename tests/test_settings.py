"""Settings: what the table says is what the code reads; production settings are safe; nothing comes from outside."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from portal import environment
from portal.environment import BASE_DIR
from tests.conftest import Hall

ONLY_FOR_TESTS = {"POSTGRES_TEST_URL"}


def names_read() -> set[str]:
    """Every variable that the code asks the environment for."""
    names: set[str] = set()
    for path in (BASE_DIR / "portal").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                function = getattr(node.func, "attr", getattr(node.func, "id", ""))
                value = node.args[0].value
                if function in {"text", "flag", "words", "number"} and isinstance(value, str) and value.isupper():
                    names.add(value)
    return names


def test_the_table_names_every_setting_and_no_other() -> None:
    table = (BASE_DIR / "docs" / "settings.md").read_text("utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE)) == names_read()


def test_production_settings_pass_the_deployment_check(tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=BASE_DIR,
        env={
            **{key: value for key, value in os.environ.items() if key not in {"SECRET_KEY", "DJANGO_SETTINGS_MODULE"}},
            "HTTPS": "1",
            "ALLOWED_HOSTS": "hall.example",
            "BASE_URL": "https://hall.example",
            "PORTAL_VAR": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_the_secret_key_is_made_once_and_readable_by_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    key = environment.secret_key(tmp_path)
    assert len(key) > 50
    assert environment.secret_key(tmp_path) == key
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_an_unknown_search_engine_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEARCH_URL", "elastic://host/index")
    with pytest.raises(ValueError, match="elastic"):
        environment.search_connection(tmp_path)


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("TRUE", True), ("0", False), ("no", False), ("", False)])
def test_a_flag_is_on_only_when_it_says_so(value: str, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALL_FLAG", value)
    assert environment.flag("HALL_FLAG") is expected


@pytest.mark.parametrize(("value", "expected"), [("", 7), ("0", 0), (" 30 ", 30)])
def test_a_number_is_read(value: str, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALL_NUMBER", value)
    assert environment.number("HALL_NUMBER", 7) == expected


@pytest.mark.parametrize("value", ["-1", "1.5", "many", "１２"])
def test_what_is_no_number_is_refused_by_name(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALL_NUMBER", value)
    with pytest.raises(ValueError, match="HALL_NUMBER"):
        environment.number("HALL_NUMBER", 7)


def test_time_is_that_of_the_city() -> None:
    assert settings.TIME_ZONE == "Asia/Shanghai"


@pytest.mark.parametrize("address", ["/zh-hans/", "/admin/login/"])
def test_no_page_may_ask_anything_of_another_server(client: Client, hall: Hall, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
