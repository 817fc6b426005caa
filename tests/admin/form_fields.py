"""The page of the fields as an editor's browser uses it, and a draft to use it on."""

from typing import Any

import pytest
from django.test import Client

from forms_library.detection.fields import Detection
from forms_library.models import FormPage, FormVersion
from knowledge import staff
from tests import factories
from tests.conftest import Hall
from tests.forms_library.fields_by_hand import form as fields_of_a_form

from .conftest import signed_in


@pytest.fixture
def form(hall: Hall) -> FormPage:
    page: FormPage = factories.FormPageFactory(parent=hall.civil_affairs, slug="marriage-application")
    return page


@pytest.fixture
def draft(form: FormPage) -> FormVersion:
    """A name, two boxes to tick, a list, and a doubtful place (f8)."""
    found = fields_of_a_form().detection.as_plain()
    version: FormVersion = factories.FormVersionFactory(page=form, state="draft", fields=found)
    return version


@pytest.fixture
def colleague(hall: Hall) -> Client:
    """Who reviews what the editors of civil affairs confirm."""
    return signed_in(factories.UserFactory(username="colleague", groups=[staff.reviewers(hall.home)]))


def address(version: FormVersion) -> str:
    return f"/admin/forms/{version.page_id}/{version.number}/fields/"


def press(client: Client, version: FormVersion, action: str, revision: int | None = None, **sent: Any) -> Any:
    """Press a button of the page as it is now, or as it was at a revision."""
    version.refresh_from_db()
    seen = version.fields_revision if revision is None else revision
    return client.post(address(version), {"action": action, "revision": seen, **sent}, follow=True)


def fields(version: FormVersion) -> Detection:
    version.refresh_from_db()
    assert version.detection is not None
    return version.detection
