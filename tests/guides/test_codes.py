"""Codes are opaque; what looks wrong is only pointed out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.lint.families import codes
from guides.lint.running import findings
from guides.rules.codes import decode
from knowledge import credit_code

REAL = "11440000006939756B2440101007000"


def code_warnings(task: str, catalog: str = "", item: str = "") -> list[str]:
    facts = {"task_code": task, "catalog_code": catalog, "handle_item_code": item}
    return [finding.message for finding in findings(facts, codes.RULES)]


def test_a_national_code_is_decoded() -> None:
    parts = decode(REAL)
    assert parts is not None
    assert (parts.body, parts.level, parts.catalog, parts.item) == ("11440000006939756B", "2", "440101007000", "")


def test_a_good_code_is_not_commented() -> None:
    assert code_warnings(REAL, "440101007000", REAL + "01") == []
    assert code_warnings("511A0138000000-511602000000-000-115113010833722043-1-00") == []
    assert code_warnings("") == []


@pytest.mark.parametrize(
    "given_codes",
    [
        ("G-000007-001",),
        ("11440000006939756C2440101007000",),
        (REAL, "440101007001"),
        (REAL, "4401"),
        (REAL, "440101007000", "22"),
    ],
)
def test_an_odd_code_is_pointed_out(given_codes: tuple[str, ...]) -> None:
    assert code_warnings(*given_codes)


@given(st.text(max_size=90), st.text(max_size=20), st.text(max_size=40))
def test_no_text_makes_the_rules_fail(task: str, catalog: str, item: str) -> None:
    assert all(isinstance(warning, str) for warning in code_warnings(task, catalog, item))


@given(st.text(alphabet=credit_code.ALPHABET, min_size=17, max_size=17))
def test_a_wrong_character_of_a_credit_code_is_noticed(first: str) -> None:
    code = first + credit_code.check_character(first)
    assert credit_code.is_valid(code)
    other = "1" if code[0] == "0" else "0"
    assert not credit_code.is_valid(other + code[1:])


def test_all_real_codes_of_a_province_are_in_the_national_form(shared_data: Path) -> None:
    lines = (shared_data / "items_guangdong.jsonl").read_text(encoding="utf-8").splitlines()
    codes = [json.loads(line)["TASK_CODE"] for line in lines]
    assert [code for code in codes if decode(code) is None] == []
