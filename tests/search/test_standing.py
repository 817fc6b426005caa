"""What comes first of pages that answer equally well."""

import pytest

from knowledge.search.standing import ACT, SERVICE, located, names_body, tells_only, wanted


@pytest.mark.parametrize(
    "name",
    [
        "签注进度查询",
        "民族政策法规咨询",
        "结婚登记预约",
        "行政处罚公示（2019年）",
        "visa enquiries",
        "进度查询（省内）",
    ],
)
def test_some_names_only_tell_about_a_service(name: str) -> None:
    assert tells_only(name)


@pytest.mark.parametrize(
    "name", ["签注", "查询目录发布后的登记备案", "结婚登记（预约办理）", "", "（）", "inquiry agents licence"]
)
def test_others_are_the_service(name: str) -> None:
    assert not tells_only(name)


@pytest.mark.parametrize("text", ["民政局", "雅安市公安局", "车管所", "civil affairs bureau", "Public Security Bureau"])
def test_offices_are_known_by_their_ends(text: str) -> None:
    assert names_body(text)
    assert wanted(text) == {}


@pytest.mark.parametrize("text", ["局长信箱", "民政", "officer", "低保", ""])
def test_other_words_ask_for_services(text: str) -> None:
    assert not names_body(text)
    assert set(wanted(text)) == {SERVICE, ACT}


@pytest.mark.parametrize(
    ("division", "token"),
    [("511800", "at-5118"), ("511802", "at-511802"), ("510000", "at-51"), ("511802901", "at-511802901")],
)
def test_a_division_is_the_beginning_of_those_in_it(division: str, token: str) -> None:
    assert located(division) == token
