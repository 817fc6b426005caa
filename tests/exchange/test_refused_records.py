"""Records that cannot be taken over: each is refused with its place and reason, the others go on."""

from typing import Any

import pytest

from guides.exchange.apply import apply_records
from guides.exchange.records import DepartmentRef
from guides.exchange.report import Refusal
from guides.models import GuidePage
from tests import factories
from tests.conftest import Hall

from .conftest import a_record

pytestmark = pytest.mark.usefixtures("import_hall")


REFUSED: dict[str, Any] = {
    "no code": {"code": ""},
    "code of 500 characters": {"code": "X" * 500},
    "no name": {"values": {"name_zh_hans": ""}},
    "unknown column": {"values": {"colour": "red"}},
    "unknown code": {"values": {"item_type": "20"}},
    "name of 1,001 characters": {"values": {"name_zh_hans": "长" * 1001}},
    "surrogate": {"values": {"summary_zh_hans": "坏\ud800字"}},
    "control character": {"values": {"summary_zh_hans": "坏\x07字"}},
    "null character": {"rows": {"materials": [{"name_zh_hans": "坏\x00字"}]}},
    "surrogate in the source record": {"source": {"note": ["x\udfff"]}},
    "date of year 0": {"values": {"effective_date": "0000-01-01"}},
    "negative days": {"values": {"promised_days": -1}},
    "days that are none": {"values": {"promised_days": "seven"}},
    "half a day": {"values": {"promised_days": 0.5}},
    "address that is none": {"values": {"online_url": "javascript:alert(1)"}},
    "unknown district": {"values": {"district": "999999"}},
    "unknown place": {"rows": {"windows": [{"place": "nowhere"}]}},
    "unknown topic": {"topics": ("individual/777",)},
    "row without its name": {"rows": {"materials": [{"originals": 1}]}},
    "unknown rows": {"rows": {"dreams": []}},
    "unknown column of a row": {"rows": {"materials": [{"name_zh_hans": "x", "colour": "red"}]}},
    "no department": {"department": None},
    "broken markup": {"values": {"remarks_zh_hans": '<embed embedtype="image" id="1"/>'}},
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_bad_record_is_refused_with_its_place_and_does_not_stop_the_others(what: str) -> None:
    bad = a_record(**{"code": "BAD", "place": "line 2", **REFUSED[what]})
    report = apply_records([a_record("GOOD-1"), bad, a_record("GOOD-2")], publish=True)
    assert report.created == ["GOOD-1", "GOOD-2"]
    assert [refusal.place for refusal in report.refused] == ["line 2"]
    assert report.refused[0].reason
    assert str(report.refused[0]).isprintable()
    assert set(GuidePage.objects.values_list("task_code", flat=True)) == {"GOOD-1", "GOOD-2"}


def test_all_reasons_of_a_record_are_told_at_once() -> None:
    bad = a_record(values={"item_type": "x", "promised_days": "y"}, cells={"item_type": "items!F3"})
    places = {refusal.place for refusal in apply_records([bad], publish=True).refused}
    assert places == {"items!F3", bad.place}


def test_the_same_code_twice_in_one_list_is_refused_the_second_time() -> None:
    report = apply_records([a_record(place="line 1"), a_record(place="line 9")], publish=True)
    assert report.created == ["CODE-1"]
    [refusal] = report.refused
    assert refusal.place == "line 9"
    assert "line 1" in refusal.reason


def test_a_code_that_several_items_have_is_refused(import_hall: Hall) -> None:
    for number in (1, 2):
        factories.GuidePageFactory(parent=import_hall.civil_affairs, slug=f"g{number}", task_code="CODE-1")
    assert len(apply_records([a_record()], publish=True).refused) == 1


def test_an_item_does_not_wander_to_another_department() -> None:
    apply_records([a_record()], publish=True)
    report = apply_records([a_record(department=DepartmentRef(slug="public-security"))], publish=True)
    assert len(report.refused) == 1


def test_an_address_of_another_page_is_refused(guide: GuidePage) -> None:
    assert len(apply_records([a_record(values={"slug": guide.slug})], publish=True).refused) == 1


def test_lines_that_could_not_be_read_are_reported_with_the_rest() -> None:
    report = apply_records([Refusal("line 1", "", "not JSON"), a_record()], publish=True)
    assert (len(report.refused), report.created) == (1, ["CODE-1"])
