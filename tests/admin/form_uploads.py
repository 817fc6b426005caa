"""Uploading files of forms as an editor's browser does."""

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from forms_library.models import FormPage, FormVersion
from forms_library.storage import forms_storage


def upload(client: Client, form: FormPage, name: str, data: bytes, **more: Any) -> Any:
    """Choose a file and press the button."""
    values = {"file": SimpleUploadedFile(name, data), "dated": "2026-05-01", **more}
    return client.post(f"/admin/forms/{form.pk}/upload/", values)


def step(client: Client, version: FormVersion, name: str) -> Any:
    """Press one of the buttons of a version."""
    return client.post(f"/admin/forms/{version.page_id}/{version.number}/{name}/", follow=True)


def errors(response: Any) -> str:
    """What the refused form says."""
    assert response.status_code == 200, response
    return str(response.context["form"].errors.as_text())


def messages(response: Any) -> str:
    """What stands above the page after something was done."""
    return " ".join(str(message) for message in response.context["messages"])


def stored_files() -> set[Path]:
    """Every file of every form."""
    storage = forms_storage()
    assert isinstance(storage, FileSystemStorage)
    return {path for path in Path(storage.location).rglob("*") if path.is_file()}


def soup(response: Any) -> BeautifulSoup:
    assert response.status_code == 200, response
    return BeautifulSoup(response.content, "lxml")
