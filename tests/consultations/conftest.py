"""Who asks and who answers."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from knowledge import staff
from knowledge.consultations.receiving import Asked, receive
from knowledge.consultations.stamps import SOONEST, new_stamp
from knowledge.models import Consultation, User
from tests import factories
from tests.admin.conftest import (
    citizen,
    civil_affairs_editor,
    public_security_editor,
    reviewer,
    translator,
    window_clerk,
)
from tests.conftest import Hall

__all__ = [
    "citizen",
    "civil_affairs_editor",
    "public_security_editor",
    "reviewer",
    "translator",
    "window_clerk",
]
Receive = Callable[..., Consultation]


@pytest.fixture
def nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms may be sent as soon as they are there."""
    monkeypatch.setattr("knowledge.consultations.stamps.SOONEST", SOONEST * 0)


@pytest.fixture
def received(hall: Hall) -> Receive:
    """A question to the civil affairs bureau, as if it had come in."""

    def receive_one(question: str = "星期六能登记结婚吗？", **values: Any) -> Consultation:
        number = Consultation.objects.count()
        asked = Asked(nonce=f"form {number}", question=question, language=values.pop("language", "zh-hans"), **values)
        found = receive(asked)
        found.department = hall.civil_affairs
        found.save()
        return found

    return receive_one


@pytest.fixture
def first_editor(hall: Hall) -> User:
    return factories.UserFactory(username="first", groups=[staff.editors_of(hall.civil_affairs)])


@pytest.fixture
def second_editor(hall: Hall) -> User:
    return factories.UserFactory(username="second", groups=[staff.editors_of(hall.civil_affairs)])


def fields(**given: str) -> dict[str, str]:
    """What the form of a question sends."""
    return {"question": "星期六能登记结婚吗？", "stamp": new_stamp(), "step": "send", **given}


def sent(client: Client, **given: str) -> Any:
    return client.post("/zh-hans/ask/", fields(**given))


def today() -> Any:
    return timezone.localdate()
