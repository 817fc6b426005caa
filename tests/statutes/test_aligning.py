"""Articles are followed through a revision that numbers them anew."""

from hypothesis import given
from hypothesis import strategies as st

from guides.statutes.aligning import aligned
from guides.statutes.numbering import ArticleNumber

OLD = {
    ArticleNumber(1): "为了规范登记，制定本法。",
    ArticleNumber(2): "申请人应当提交身份证件和申请书。",
    ArticleNumber(3): "登记机关应当在五个工作日内办结。",
}


def numbers(before: dict[ArticleNumber, str], after: dict[ArticleNumber, str]) -> list[tuple[int, int]]:
    rows = aligned(before, after)
    return [(row.was.number if row.was else 0, row.now.number if row.now else 0) for row in rows]


def test_articles_keep_their_fate_when_one_is_put_in_between() -> None:
    new = {
        ArticleNumber(1): OLD[ArticleNumber(1)],
        ArticleNumber(2): "国家保护个人信息，任何组织不得泄露。",
        ArticleNumber(3): "申请人应当提交身份证件和登记申请书。",
        ArticleNumber(4): OLD[ArticleNumber(3)],
    }
    assert numbers(OLD, new) == [(1, 1), (0, 2), (2, 3), (3, 4)]
    assert [row.moved for row in aligned(OLD, new)] == [False, False, True, True]


def test_what_is_gone_stands_where_it_was() -> None:
    assert numbers(OLD, {ArticleNumber(1): OLD[ArticleNumber(1)]}) == [(1, 1), (2, 0), (3, 0)]
    assert numbers({}, {}) == []


WORDS = st.dictionaries(
    st.builds(ArticleNumber, st.integers(1, 9)), st.text("申请登记办理材料。", max_size=12), max_size=7
)


@given(WORDS, WORDS)
def test_every_article_of_both_versions_stands_once(
    before: dict[ArticleNumber, str], after: dict[ArticleNumber, str]
) -> None:
    rows = aligned(before, after)
    assert sorted(row.was for row in rows if row.was) == sorted(before)
    assert sorted(row.now for row in rows if row.now) == sorted(after)
    assert all(row.before == before.get(row.was, "") and row.after == after.get(row.now, "") for row in rows)  # type: ignore[arg-type]
