"""References, contacts, days: the rules apart from everything else."""

from datetime import date

import pytest
from django.conf import LazySettings
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from knowledge.consultations import contacts
from knowledge.consultations.due import due_on
from knowledge.consultations.receiving import is_sensitive
from knowledge.consultations.references import ALPHABET, new_reference, read, shown
from knowledge.consultations.stamps import StampError, new_stamp, nonce_of


def test_a_reference_is_read_however_it_is_typed() -> None:
    code = new_reference()
    assert read(shown(code)) == code
    assert read(f"  {shown(code).lower()} ") == code
    assert len({new_reference() for _ in range(200)}) == 200


@given(st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_noticed(place: int, character: str) -> None:
    code = new_reference()
    slip = code[:place] + character + code[place + 1 :]
    weight = (place + 1) * (ALPHABET.index(character) - ALPHABET.index(code[place]))
    assert read(slip) == (slip if weight % len(ALPHABET) == 0 else "")


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_is_none(text: str) -> None:
    assert read(text) == "" or read(read(text)) == read(text)


@pytest.mark.parametrize("contact", ["", "13800138000", "0835-2800200", "+86 138 0013 8000", "a@b.example"])
def test_a_contact_is_hidden_and_found_again(contact: str) -> None:
    kept = contacts.hidden(contacts.checked(contact))
    assert contacts.revealed(kept) == contact
    assert not contact or contact not in kept


@pytest.mark.parametrize("contact", ["微信 abc", "123", "a@", "call me"])
def test_what_is_no_contact_is_refused(contact: str) -> None:
    with pytest.raises(ValidationError):
        contacts.checked(contact)


def test_keys_change_and_old_contacts_stay_readable(settings: LazySettings) -> None:
    settings.CONTACT_KEYS = ["old"]
    kept = contacts.hidden("13800138000")
    settings.CONTACT_KEYS = ["new", "old"]
    assert contacts.revealed(kept) == "13800138000"
    settings.CONTACT_KEYS = ["new"]
    assert contacts.revealed(kept) == ""


def test_it_is_due_in_working_days_and_by_the_week_where_no_calendar_reaches() -> None:
    assert due_on(date(2026, 11, 27), 5) == date(2026, 12, 4)
    assert due_on(date(2099, 1, 1), 5) == date(2099, 1, 8)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("星期六上班吗", False),
        ("我要投诉窗口", True),
        ("我的身份证号是 511800199001011234", True),
        ("I want to complain", True),
    ],
)
def test_complaints_and_numbers_of_people_are_sensitive(question: str, expected: bool) -> None:
    assert is_sensitive(question) is expected


def test_a_form_that_comes_back_at_once_was_not_filled_in_by_a_person() -> None:
    with pytest.raises(StampError):
        nonce_of(new_stamp())


@pytest.mark.parametrize("stamp", ["", "x", "a:b:c"])
def test_a_stamp_that_is_not_ours_is_none(stamp: str) -> None:
    with pytest.raises(StampError):
        nonce_of(stamp)
