"""A library with one form."""

import pytest

from forms_library.models import FormPage
from tests import factories
from tests.conftest import Hall


@pytest.fixture
def form(hall: Hall) -> FormPage:
    """The application for marriage registration of the civil affairs bureau, published, without a file."""
    page: FormPage = factories.FormPageFactory(
        parent=hall.civil_affairs, slug="marriage-application", topics=[factories.TopicFactory()]
    )
    return page
