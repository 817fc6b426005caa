"""A process is warm before its first reader comes."""

import pytest

from guides.models import GuidePage
from knowledge import warming
from knowledge.answers import rarity


def test_what_a_process_reads_once_has_been_read(guide: GuidePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    rarity._frequencies.cache_clear()
    warming.warm()
    assert rarity._frequencies.cache_info().currsize == 1


@pytest.mark.django_db
def test_a_hall_without_pages_is_warmed_as_well(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    warming.warm()
    assert caplog.records == []


def test_what_goes_wrong_is_logged_and_nobody_suffers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("no index")

    monkeypatch.setattr("django.db.connection.close", lambda: None)
    monkeypatch.setattr(warming, "ask", fail)
    warming.warm()
    assert "could not be warmed" in caplog.text
