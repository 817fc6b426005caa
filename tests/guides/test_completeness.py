"""What an item must say before it is published."""

import pytest

from guides.lint.running import refusals
from guides.models import GuidePage
from guides.publishing import facts_of
from guides.rules.completeness import REQUIRED


@pytest.fixture
def facts(guide: GuidePage) -> dict[str, object]:
    return dict(facts_of(guide))


def fields(facts: dict[str, object]) -> list[str]:
    return [finding.place for finding in refusals(facts)]


def test_a_complete_item_lacks_nothing(facts: dict[str, object]) -> None:
    assert fields(facts) == []


@pytest.mark.parametrize("field", [e.field for e in REQUIRED if e.field not in {"statutory_days", "fee_items"}])
def test_each_required_element_is_missed(facts: dict[str, object], field: str) -> None:
    assert field in fields({**facts, field: [] if isinstance(facts[field], list) else None})


def test_zero_visits_and_zero_days_are_answers(facts: dict[str, object]) -> None:
    assert fields({**facts, "visits": 0, "promised_days": 0, "visits_reason_zh_hans": ""}) == []


def test_blank_space_is_no_answer(facts: dict[str, object]) -> None:
    assert fields({**facts, "summary_zh_hans": " \n"}) == ["summary_zh_hans"]


def test_a_fee_needs_its_items(facts: dict[str, object]) -> None:
    assert fields({**facts, "charges_fee": True}) == ["fee_items"]


def test_a_statutory_limit_or_a_note_why_there_is_none(facts: dict[str, object]) -> None:
    assert fields({**facts, "statutory_note_zh_hans": ""}) == ["statutory_days"]
    assert fields({**facts, "statutory_note_zh_hans": "", "statutory_days": 20}) == []


def test_an_item_that_is_wholly_online_needs_no_window(facts: dict[str, object]) -> None:
    online = {**facts, "channels": ["online"], "visits": 0, "windows": []}
    assert fields(online) == []


def test_a_public_service_may_ask_for_nothing(facts: dict[str, object]) -> None:
    service = {**facts, "item_type": "public_service", "materials": [], "results": [], "remedies": []}
    assert fields(service) == []
