"""The house keeps its order where the import linter cannot see."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from wagtail.models import get_page_models

from portal.environment import BASE_DIR

ROOMS = ["translations", "knowledge", "forms_library", "guides", "portal"]
OURS = [model for model in apps.get_models() if model._meta.app_label in ROOMS]


def storey(label: str) -> int:
    """Apps that are not ours lie beneath the house."""
    return ROOMS.index(label) if label in ROOMS else -1


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_relation_points_to_a_room_above(model: type[models.Model]) -> None:
    for field in model._meta.get_fields():
        if getattr(field, "swappable_setting", None):
            continue  # the user model is Django's seam: a setting names it, whichever room it is in
        if field.is_relation and not field.auto_created and field.related_model:
            target = field.related_model._meta
            assert storey(target.app_label) <= storey(model._meta.app_label), f"{field} points up to {target.label}"


def test_no_page_names_a_parent_or_child_of_a_room_above() -> None:
    for model in get_page_models():
        if model not in OURS:
            continue
        for name in ("parent_page_types", "subpage_types"):
            for label in model.__dict__.get(name, ()):
                target = label.split(".")[0]
                assert storey(target) <= storey(model._meta.app_label), f"{model.__name__}.{name} names {label}"


def python_files() -> list[Path]:
    tracked = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=BASE_DIR, capture_output=True, text=True, check=False
    ).stdout.split()
    return [BASE_DIR / name for name in tracked if "/migrations/" not in name and (BASE_DIR / name).exists()]


def test_a_file_is_one_thing() -> None:
    long = [(path.name, n) for path in python_files() if (n := len(path.read_text("utf-8").splitlines())) > 300]
    assert long == []


def test_no_migration_is_missing() -> None:
    command = [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"]
    result = subprocess.run(command, cwd=BASE_DIR, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
