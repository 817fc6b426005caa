"""Under which letter a name stands."""

import pytest

from guides.rules.alphabet import OTHER, letter_of


@pytest.mark.parametrize(
    ("name", "letter"),
    [("结婚登记", "j"), ("Marriage", "m"), ("État civil", "e"), ("œuvres", OTHER), ("12345", OTHER), ("", OTHER)],
)
def test_a_name_stands_under_its_first_letter_with_or_without_an_accent(name: str, letter: str) -> None:
    assert letter_of(name) == letter
