"""The demonstration hall, built once for all tests of this folder."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from portal.demo import hall
from portal.demo.forms import loading
from portal.demo.forms.preparing import Prepared, prepare_all


@pytest.fixture(scope="package")
def prepared() -> list[Prepared]:
    """The forms, drawn and examined."""
    return prepare_all()


@pytest.fixture(scope="package")
def demonstration(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, prepared: list[Prepared]
) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        hall.build()
        loading.store(prepared)
        yield
        transaction.set_rollback(True)
