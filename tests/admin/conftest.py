"""The cast: everybody knows what they may do."""

import pytest
from django.test import Client
from wagtail.models import Page

from knowledge import staff
from knowledge.models import User
from tests import factories
from tests.conftest import Hall


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def civil_affairs_editor(hall: Hall) -> Client:
    group = staff.editors_of(hall.civil_affairs)
    return signed_in(factories.UserFactory(username="editor-civil-affairs", groups=[group]))


@pytest.fixture
def public_security_editor(hall: Hall) -> Client:
    group = staff.editors_of(hall.public_security)
    return signed_in(factories.UserFactory(username="editor-public-security", groups=[group]))


@pytest.fixture
def reviewer(hall: Hall) -> Client:
    return signed_in(factories.UserFactory(username="reviewer", groups=[staff.reviewers(hall.home)]))


@pytest.fixture
def translator(hall: Hall) -> Client:
    return signed_in(factories.UserFactory(username="translator", groups=[staff.translators(hall.home)]))


@pytest.fixture
def window_clerk(hall: Hall) -> Client:
    return signed_in(factories.UserFactory(username="clerk", groups=[staff.window_clerks()]))


@pytest.fixture
def citizen() -> Client:
    return Client()


@pytest.fixture
def root(hall: Hall) -> Page:
    return Page.objects.get(depth=1)


@pytest.fixture
def legal_reviewer(hall: Hall) -> Client:
    return signed_in(factories.UserFactory(username="legal", groups=[staff.legal_reviewers()]))


@pytest.fixture
def second_reviewer(hall: Hall) -> Client:
    return signed_in(factories.UserFactory(username="second-reviewer", groups=[staff.reviewers(hall.home)]))
