"""Reading the demonstration's YAML files into plain data and records.

A translated element is a text (Chinese) or a mapping ``{zh: …, en: …}``; everything else is written as it is stored.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.db import models

from guides.exchange.records import DepartmentRef, GuideRecord
from guides.models import GuidePage
from translations.languages import column, translated_fields
from translations.lists import read_yaml

from .codes import body_code, task_code

FOLDER = Path(__file__).parent
LANGUAGES = {"zh": "zh-hans", "en": "en"}
NOT_COLUMNS = {"department", "english", "topics"}


def read(name: str) -> Any:
    """The content of one YAML file of the demonstration."""
    return read_yaml(FOLDER / name)


def departments() -> list[dict[str, Any]]:
    """All departments, by slug, each with its invented credit code."""
    found = [read(f"departments/{path.name}") for path in sorted((FOLDER / "departments").glob("*.yaml"))]
    return [{**department, "credit_code": body_code(department["slug"])} for department in found]


def columns_of(model: type[models.Model], data: Mapping[str, Any]) -> dict[str, Any]:
    """``{"name": {"zh": …, "en": …}}`` -> ``{"name_zh_hans": …, "name_en": …}``."""
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key not in translated_fields(model):
            values[key] = value
            continue
        texts = value if isinstance(value, Mapping) else {"zh": value}
        for short, text in texts.items():
            values[column(key, LANGUAGES[short])] = text.strip() if isinstance(text, str) else text
    return values


def guide_records() -> Iterator[GuideRecord]:
    """All items of the demonstration."""
    by_slug = {department["slug"]: department for department in departments()}
    for path in sorted((FOLDER / "guides").glob("*/*.yaml")):
        data = read_yaml(path)
        yield _record(path, data, by_slug[data["department"]])


def _record(path: Path, data: dict[str, Any], department: Mapping[str, Any]) -> GuideRecord:
    relations = {name for name in data if hasattr(getattr(GuidePage, name, None), "rel")} - NOT_COLUMNS
    values = columns_of(GuidePage, {k: v for k, v in data.items() if k not in NOT_COLUMNS | relations})
    code = task_code(department["credit_code"], data["item_type"], path.stem)
    return GuideRecord(
        code=code,
        department=DepartmentRef(
            name=department["name"]["zh"], credit_code=department["credit_code"], slug=department["slug"]
        ),
        values={
            **values,
            "slug": path.stem,
            "task_code": code,
            "catalog_code": code[19:],
            "translation_reviewed_en": data.get("english") == "reviewed",
        },
        rows={name: [columns_of(_row_model(name), row) for row in data[name] or []] for name in relations},
        topics=tuple(data["topics"]),
        source={},
        place=f"{path.parent.name}/{path.name}",
    )


def _row_model(relation: str) -> type[models.Model]:
    model: type[models.Model] = getattr(GuidePage, relation).rel.related_model
    return model
