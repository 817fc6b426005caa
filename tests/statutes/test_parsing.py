"""Texts of statutes are taken apart as they stand, whatever they quote."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.codes.statutes import StatuteKind
from guides.statutes.numbering import ArticleNumber
from guides.statutes.parsing import ParsedStatute, UnreadableError, parse
from guides.statutes.repeals import repealed_titles

from .texts import HEAD, MARRIAGE, statute

LAW = """# 中华人民共和国枪证法

1996年7月5日 第八届全国人民代表大会常务委员会第二十次会议通过

2015年4月24日 第十二届全国人民代表大会常务委员会第十四次会议《关于修改<中华人民共和国港口法>等七部法律的决定》第二次修正

<!-- INFO END -->

中华人民共和国枪证法

## 第一章 总则

第一条 为了加强管理，制定本法。

第二条 中华人民共和国境内的管理，适用本法。

下列单位可以配置：

（一）第一种单位；

（二）第二种单位。

## 第二章　配备

### 第一节 公务

第二条之一 民兵另有规定的，适用有关规定。

第三条 本法自1996年10月1日起施行。1981年1月5日国务院批准的《枪支管理办法》同时废止。

附：

枪证目录
"""


def words(parsed: ParsedStatute) -> dict[ArticleNumber, str]:
    return {article.number: article.text for article in parsed.articles}


def test_a_law_with_chapters_insertions_and_an_appendix() -> None:
    parsed = parse(LAW, "枪证法(2015-04-24).md", "行政法")
    assert (parsed.title, parsed.kind) == ("中华人民共和国枪证法", StatuteKind.LAW)
    assert parsed.issuing_body == "全国人民代表大会常务委员会"
    assert (parsed.dated, parsed.effective_on) == (date(2015, 4, 24), date(2015, 4, 24))
    assert len(parsed.head.lines) == 2
    assert len(parsed.head.amendments) == 1
    assert [article.written for article in parsed.articles] == ["第一条", "第二条", "第二条之一", "第三条"]
    assert parsed.articles[1].text.splitlines()[-1] == "（二）第二种单位。"
    assert parsed.articles[1].path == ("第一章 总则",)
    assert parsed.articles[2].path == ("第二章 配备", "第一节 公务")
    assert (parsed.preamble, parsed.appendix) == ("", "附：\n枪证目录")


def test_a_new_text_is_in_force_from_the_day_that_it_names_an_amended_one_from_its_own() -> None:
    last = {1: "一。", 2: "本法自2021年1月1日起施行。"}
    assert parse(statute(articles=last), "x(2020-05-28).md").effective_on == date(2021, 1, 1)
    assert parse(statute(articles=last), "x(2023-05-28).md").effective_on == date(2023, 5, 28)
    head = f"{HEAD}\n\n2020年9月1日 施行"
    assert parse(statute(head=head), "x(2020-05-28).md").effective_on == date(2020, 9, 1)


def test_without_a_date_in_the_name_the_head_says_it() -> None:
    assert parse(statute(), "婚事登记法.md").dated == date(2020, 5, 28)
    with pytest.raises(UnreadableError, match="日期"):
        parse(statute(head=""), "婚事登记法.md")


def test_articles_that_a_decision_quotes_are_its_own_words() -> None:
    text = statute(
        "全国人民代表大会常务委员会关于修改婚事登记法的决定",
        {1: "将第二条修改为：“第二条 应当申请。\n\n第三条 应当登记。”", 2: "本决定自公布之日起施行。"},
    )
    parsed = parse(text, "x(2021-01-01).md")
    assert [article.number for article in parsed.articles] == [(1, 0), (2, 0)]
    assert "第三条 应当登记。”" in parsed.articles[0].text


def test_an_article_that_is_only_mentioned_begins_none() -> None:
    parsed = parse(
        statute(articles={1: "一。", 2: "二。\n\n第一条规定的材料除外。\n\n第一条 不再是条文。"}), "x(2021-01-01).md"
    )
    assert [article.number for article in parsed.articles] == [(1, 0), (2, 0)]


def test_articles_that_were_run_together_in_one_line_are_parted() -> None:
    parsed = parse(statute(articles={1: "甲。 第二条 乙。 第三条 依照第一条 办理。 第九条 不是。"}), "x(2021-01-01).md")
    assert words(parsed) == {(1, 0): "甲。", (2, 0): "乙。", (3, 0): "依照第一条 办理。 第九条 不是。"}


def test_a_statute_of_points_has_them_for_articles() -> None:
    head = "# 病假规定\n\n1981年4月6日 国务院发布\n\n<!-- INFO END -->\n\n"
    text = f"{head}为了病假，规定如下：\n\n一、发给工资。\n\n(一)甲；\n\n二、不发。\n"
    parsed = parse(text, "病假规定(1981-04-06).md", "行政法规")
    assert [(article.written, article.text) for article in parsed.articles] == [
        ("一、", "发给工资。\n(一)甲；"),
        ("二、", "不发。"),
    ]
    assert (parsed.preamble, parsed.issuing_body) == ("为了病假，规定如下：", "国务院")


@pytest.mark.parametrize(
    ("title", "head", "kind"),
    [
        ("中华人民共和国测试法", HEAD, StatuteKind.LAW),
        ("测试条例", "2019年1月1日 中华人民共和国国务院令第1号公布", StatuteKind.ADMINISTRATIVE_REGULATION),
        ("中华人民共和国市场测试条例", "", StatuteKind.ADMINISTRATIVE_REGULATION),
        ("城市测试条例", "", StatuteKind.ADMINISTRATIVE_REGULATION),
        ("四川省测试条例", "2019年1月1日 四川省第十三届人民代表大会常务委员会通过", StatuteKind.LOCAL_REGULATION),
        ("雅安市测试办法", "2019年1月1日 雅安市人民政府令第1号公布", StatuteKind.LOCAL_RULE),
        ("测试管理办法", "2019年1月1日 交通运输部令第1号公布", StatuteKind.DEPARTMENT_RULE),
        ("最高人民法院关于测试的解释", "2019年1月1日 最高人民法院公布", StatuteKind.JUDICIAL_INTERPRETATION),
    ],
)
def test_rank_follows_from_title_and_head(title: str, head: str, kind: StatuteKind) -> None:
    assert parse(statute(title, head=head), "x(2020-01-01).md").kind == kind


@pytest.mark.parametrize(
    "text", ["", "no title", "# \n\n第一条 甲。", f"# {MARRIAGE}\n\n{HEAD}\n\n<!-- INFO END -->\n", "---\na: b\n---\n"]
)
def test_what_is_no_statute_says_why(text: str) -> None:
    with pytest.raises(UnreadableError) as error:
        parse(text, "x(2020-01-01).md")
    assert str(error.value)


def test_repealed_titles() -> None:
    text = (
        "本法自2020年1月1日起施行。《甲法》、1989年发布的《乙条例》和《关于〈丙〉的办法》同时废止。依照《丁法》办理。"
    )
    assert repealed_titles([text]) == ["甲法", "乙条例", "关于〈丙〉的办法"]
    assert repealed_titles(["《甲法》废止前的行为，依照《乙法》。"]) == []


WORDS = st.text(st.sampled_from("为了管理，制定本法。第一条二三（）“”《》 自年月日\n#*"), max_size=40)


@given(st.lists(WORDS, min_size=1, max_size=12), st.booleans())
def test_no_text_is_lost_and_numbers_only_rise(texts: list[str], marked: bool) -> None:
    source = statute(articles=dict(enumerate(texts, 1)))
    if not marked:
        source = source.replace("<!-- INFO END -->\n\n", "")
    parsed = parse(source, "x(2020-01-01).md")
    numbers = [article.number for article in parsed.articles]
    assert numbers == sorted(set(numbers))
    kept = "".join(
        [parsed.preamble, *(f"{a.written}{a.text}{''.join(a.path)}" for a in parsed.articles), parsed.appendix]
    )
    missing = set("".join(texts)) - set(kept) - set("\n#* 　")
    assert not missing


@given(st.lists(st.text(st.sampled_from("应当办理登记，下列事项；"), min_size=1, max_size=30), min_size=1, max_size=40))
def test_plain_articles_come_back_word_for_word(texts: list[str]) -> None:
    parsed = parse(statute(articles=dict(enumerate(texts, 1))), "x(2020-01-01).md")
    assert [article.text for article in parsed.articles] == texts


@given(st.text(max_size=400))
def test_any_text_is_a_statute_or_refused_with_a_reason(text: str) -> None:
    with suppress(UnreadableError):
        assert parse(f"# 某法\n{text}", "x(2020-01-01).md").title == "某法"
