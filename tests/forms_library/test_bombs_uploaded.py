"""Every hostile file that we know goes through the real upload view: refused with a reason or accepted safely."""

import time
from collections.abc import Callable

import pytest
from django.test import Client

from forms_library.models import FormPage, FormVersion, VersionPage
from tests.admin.form_uploads import errors, stored_files, upload
from tests.forms import bombs
from tests.forms.test_bombs import HARMLESS, SECONDS


@pytest.mark.parametrize(("name", "make"), bombs.all_bombs(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_hostile_upload_is_refused_or_made_harmless(
    admin: Client, form: FormPage, name: str, make: Callable[[], bytes]
) -> None:
    data, before = make(), stored_files()
    started = time.monotonic()
    response = upload(admin, form, name, data)
    assert time.monotonic() - started < SECONDS
    if name in HARMLESS and response.status_code == 302:
        version = form.versions.get()
        assert version.state == "draft"
        assert version.file.read() != data
    else:
        assert errors(response).strip()
        assert not FormVersion.objects.exists()
        assert not VersionPage.objects.exists()
        assert stored_files() == before
    assert admin.get(f"/admin/forms/{form.pk}/").status_code == 200
