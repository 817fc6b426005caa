"""Citations are recognised as people write them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.statutes.citations import Provision, citations
from guides.statutes.numbering import ArticleNumber, chinese
from guides.statutes.registry import Candidate, meant
from guides.statutes.titles import is_statute_title, title_key

Short = list[tuple[str, list[tuple[int, ...]]]]


def short(text: str, *names: str) -> Short:
    """Titles with (article, insertion, paragraph, item)."""
    return [
        (cited.title, [(*one.article, one.paragraph, one.item) for one in cited.provisions])
        for cited in citations(text, {title_key(name) for name in names})
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依据《行政许可法》第三十条第一款第（二）项办理", [("行政许可法", [(30, 0, 1, 2)])]),
        ("《行政许可法》（2019年修正）第三十条", [("行政许可法", [(30, 0, 0, 0)])]),
        ("《军人抚恤优待条例》（国务院令第602号）第二十九条退出", [("军人抚恤优待条例", [(29, 0, 0, 0)])]),
        ("《公路法》第三条、第五条", [("公路法", [(3, 0, 0, 0), (5, 0, 0, 0)])]),
        ("《公路法》第三、五条", [("公路法", [(3, 0, 0, 0), (5, 0, 0, 0)])]),
        ("《公路法》第三条至第五条", [("公路法", [(3, 0, 0, 0), (4, 0, 0, 0), (5, 0, 0, 0)])]),
        ("《公路法》第3-5条", [("公路法", [])]),
        ("《刑法》第一百三十三条之一第一款", [("刑法", [(133, 1, 1, 0)])]),
        ("《护照法》第九条第一款、第二款", [("护照法", [(9, 0, 1, 0), (9, 0, 2, 0)])]),
        ("《护照法》第八条第（三）、（四）项", [("护照法", [(8, 0, 0, 3), (8, 0, 0, 4)])]),
        ("《护照法》第二章第八条", [("护照法", [(8, 0, 0, 0)])]),
        ("《护照法》第8条；同法第九条", [("护照法", [(8, 0, 0, 0)]), ("护照法", [(9, 0, 0, 0)])]),
        (
            "《食品安全法》（以下简称《食品法》）第三条，《食品法》第四条",
            [("食品安全法", [(3, 0, 0, 0)]), ("食品安全法", [(4, 0, 0, 0)])],
        ),
        ("《国务院关于修改〈甲条例〉的决定》第一条", [("国务院关于修改〈甲条例〉的决定", [(1, 0, 0, 0)])]),
        ("《调解处理办法 》 第三条", [("调解处理办法", [(3, 0, 0, 0)])]),
        ("符合《民办教育促进法》和《设置标准（暂行）》", [("民办教育促进法", []), ("设置标准（暂行）", [])]),
        ("《建设工程规划许可证》、《申请表》、《腾飞》", []),
        ("同法第三条", []),
        ("本指南第三条", []),
    ],
)
def test_a_citation_is_recognised(text: str, expected: Short) -> None:
    assert short(text) == expected


def test_a_known_name_counts_without_marks_where_an_article_follows() -> None:
    assert short("依照行政许可法第三十条", "行政许可法") == [("行政许可法", [(30, 0, 0, 0)])]
    assert short("依照行政许可法办理", "行政许可法") == []
    assert short("依照某某法第三十条", "行政许可法") == []


def test_a_citation_says_where_it_stands_and_of_which_year_it_is() -> None:
    text = "根据《护照法》（2006年）第五条办理"
    (cited,) = citations(text)
    assert (text[cited.start : cited.end], cited.year) == ("《护照法》（2006年）第五条", 2006)


@given(st.text(st.sampled_from("《》〈〉法条例第一二三十百条款项、和至同该（）()2019年以下简称 "), max_size=60))
def test_whatever_the_text_places_are_in_order_and_apart(text: str) -> None:
    found = citations(text, {"一二法"})
    places = [(cited.start, cited.end) for cited in found]
    assert places == sorted(places)
    assert all(end <= start for (_begin, end), (start, _end) in pairwise(places))
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(
    st.lists(
        st.builds(Provision, st.builds(ArticleNumber, st.integers(1, 1300), st.integers(0, 3)), st.integers(0, 9)),
        min_size=1,
        max_size=5,
        unique=True,
    )
)
def test_a_list_of_provisions_comes_back(provisions: list[Provision]) -> None:
    parts = [one.article.written + (f"第{chinese(one.paragraph)}款" if one.paragraph else "") for one in provisions]
    (cited,) = citations(f"《民法典》{'、'.join(parts)}规定")
    assert list(cited.provisions) == provisions


@pytest.mark.parametrize(
    "title",
    [
        "行政许可法",
        "《行政许可法》",
        "中华人民共和国行政许可法",
        "中华人民共和国 行政许可法（2019年修正）",
        "行政许可法(2019修正)",
    ],
)
def test_ways_to_write_a_title_have_one_key(title: str) -> None:
    assert title_key(title) == "行政许可法"


@pytest.mark.parametrize(
    ("title", "is_one"),
    [("护照法", True), ("办法（试行）", True), ("目录（2019年本）", True), ("登记申请表", False), ("法", False)],
)
def test_titles_of_statutes(title: str, is_one: bool) -> None:
    assert is_statute_title(title) is is_one


def test_a_title_means_one_statute_or_several_are_named() -> None:
    whole, other = Candidate(1, "中华人民共和国测试条例"), Candidate(2, "测试条例")
    names = {"测试条例": [whole, other], "护照法": [Candidate(3, "中华人民共和国护照法")]}
    assert meant("《测试条例》", names) == [other]
    assert meant("中华人民共和国测试条例", names) == [whole]
    assert meant("《测试条例》（2019年修订）", names) == [whole, other]
    assert [one.key for one in meant("护照法", names)] == [3]
    assert list(meant("不存在的法", names)) == []
