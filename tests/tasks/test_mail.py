"""Replies to readers reach them, whatever happens to the worker."""

import signal
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from knowledge.codes import ConsultationState, Deed
from knowledge.consultations import deeds, mailing
from knowledge.consultations.receiving import Asked, receive
from knowledge.models import Consultation
from tests import factories

from .conftest import Workers, wait_until

pytestmark = pytest.mark.world("hall")


@pytest.fixture
def consultation(database_tasks: None) -> Consultation:
    return receive(Asked(nonce="form", question="周六上班吗？", language="zh-hans", contact="reader@example.com"))


def test_a_worker_killed_while_it_sends_loses_no_reply(
    workers: Workers, consultation: Consultation, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    begun = tmp_path / "begun"

    def hang(*_arguments: Any) -> None:
        begun.touch()
        signal.pause()

    editor = factories.UserFactory(username="editor")
    deeds.answer(consultation, editor, consultation.version, "周六上午上班。")
    with monkeypatch.context() as slow:
        slow.setattr(mailing, "send_mail", hang)
        first = workers.start()
        wait_until(begun.exists)
        workers.send(first, signal.SIGKILL)
    assert not consultation.events.filter(deed=Deed.MAILED).exists()
    workers.start()
    wait_until(lambda: consultation.events.filter(deed=Deed.MAILED).exists())
    [letter] = (tmp_path / "mail").iterdir()
    assert "To: reader@example.com" in letter.read_text()
    assert Consultation.objects.get().state == ConsultationState.ANSWERED
    assert mail.outbox == []
