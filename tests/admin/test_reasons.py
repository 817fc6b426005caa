"""A published item is not changed without saying why; slips of the pen, translations and new items need no reason."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from guides.models import GuidePage
from guides.responsibility.reasons import reason_is_missing

from .browser import errors_of, submit
from .steps import decide, stored


@pytest.mark.parametrize(
    "change",
    [{"promised_days": "3"}, {"summary_zh_hans": "改了"}, {"materials-0-originals": "2"}, {"materials-1-DELETE": "1"}],
    ids=["fact", "text", "fact of a row", "row"],
)
def test_a_change_without_a_reason_is_not_submitted(
    civil_affairs_editor: Client, guide: GuidePage, change: dict[str, str]
) -> None:
    response = submit(civil_affairs_editor, guide, "submit", **change)
    assert list(errors_of(response)) == ["change_reason"]
    assert not stored(guide).workflow_in_progress


@pytest.mark.parametrize(
    "change",
    [
        {"promised_days": "3", "change_reason": "提速"},
        {"summary_zh_hans": "改了", "change_weight": "typo"},
        {"name_en": "Changed", "materials-0-name_en": "Card"},
        {"everyday_names_zh_hans": "领结婚证\r\n扯证"},  # as browsers send it
    ],
    ids=["with a reason", "typo", "translation", "no change"],
)
def test_what_needs_no_reason_or_has_one_is_submitted(
    civil_affairs_editor: Client, guide: GuidePage, change: dict[str, str]
) -> None:
    submit(civil_affairs_editor, guide, "submit", **change)
    assert stored(guide).workflow_in_progress


def test_a_reason_speaks_of_one_change(civil_affairs_editor: Client, reviewer: Client, guide: GuidePage) -> None:
    submit(civil_affairs_editor, guide, "submit", promised_days="3", change_reason="提速")
    decide(reviewer, guide, "approve")
    page = stored(guide)
    assert (page.promised_days, page.change_reason) == (3, "提速")
    assert page.get_latest_revision_as_object().change_reason == ""


def test_a_new_item_needs_no_reason(db: None) -> None:
    form: Any = SimpleNamespace(cleaned_data={"name_zh_hans": "新"}, instance=GuidePage(), fields={}, formsets={})
    assert not reason_is_missing(form)
