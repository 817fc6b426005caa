"""Filling in Wagtail's editing forms as a browser would: read the page, change some fields, send all of it."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from wagtail.models import Revision

from guides.models import GuidePage

_SHOWN: dict[tuple[object, ...], dict[str, list[str]]] = {}  # the values of a page's editor, by its content


def form_values(html: str) -> dict[str, list[str]]:
    """Every value that a browser would send for the page's editing form."""
    form = BeautifulSoup(html, "lxml").select_one("form#page-edit-form, form[data-edit-form]")
    assert form is not None, "the page has no editing form"
    values: dict[str, list[str]] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name, kind = str(field["name"]), field.get("type")
        if "__prefix__" in name or kind in {"submit", "button", "file"}:
            continue
        if kind in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                values.setdefault(name, []).append(str(field.get("value", "on")))
        elif field.name == "select":
            values.setdefault(name, []).extend(str(o["value"]) for o in field.select("option[selected]"))
        else:
            values[name] = [str(field.get("value", "") if field.name == "input" else field.text)]
    return values


def edit_address(guide: GuidePage) -> str:
    return f"/admin/pages/{guide.pk}/edit/"


def submit(client: Client, guide: GuidePage, action: str = "", **changes: Any) -> Any:
    """Open the editor, change some fields, press a button (``publish``, ``submit``, or none for a draft)."""
    values: dict[str, Any] = {**opened(client, guide), **changes}
    if action:
        values[f"action-{action}"] = "1"
    return client.post(edit_address(guide), values)


def publish(writer: Client, reviewer: Client, guide: GuidePage, **changes: Any) -> Any:
    """One person changes some fields and says why, another publishes it."""
    assert submit(writer, guide, **{"change_reason": "更新", **changes}).status_code == 302
    return submit(reviewer, guide, "publish")


def opened(client: Client, guide: GuidePage) -> dict[str, list[str]]:
    """What the editor shows. It takes seconds to draw, so the same content of a page is not opened again."""
    revisions = Revision.objects.for_instance(guide).order_by("-created_at", "-pk")
    content = revisions.values_list("content", flat=True).first()
    key = (str(connection.settings_dict["NAME"]), guide.pk, json.dumps(content, default=str))
    if content is None or key not in _SHOWN:
        page = client.get(edit_address(guide))
        assert page.status_code == 200, page
        _SHOWN[key] = form_values(page.content.decode())
    return _SHOWN[key]


def errors_of(response: Any) -> dict[str, Any]:
    """The messages of a refused form, by field."""
    assert response.status_code == 200, response
    return dict(response.context["form"].errors)


def banner(response: Any) -> str:
    """What stands above the form after something was done."""
    found = BeautifulSoup(response.content, "lxml").select_one("template[data-wagtail-messages], .messages")
    assert found is not None
    return found.get_text(" ", strip=True)
