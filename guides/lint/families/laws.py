"""What the item rests on. Whether a provision exists and is in force is for the registry of statutes to say."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Hit, Row, Rule, at, each, rows, text

from .completeness import is_licence

ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇两\d]+[条款项章节]|全文|附件|附表|目录")
# What by its title can only be a document, whoever issued it; 办法 and 规定 may be regulations of the State Council.
ONLY_A_DOCUMENT = re.compile(r"(?:通知|意见|方案|函|复函|公告|通告|指南|细则（试行）|暂行通知)$")


def _bare(title: str) -> str:
    return re.sub(r"[（(][^（）()]*[)）]$", "", title.strip("《》 "))


def _only_documents(facts: Facts) -> bool:
    found = [_bare(text(row, "statute_zh_hans")) for row in rows(facts, "legal_bases")]
    return is_licence(facts) and bool(found) and all(ONLY_A_DOCUMENT.search(title) for title in found)


def _twice(facts: Facts) -> Iterator[Hit]:
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows(facts, "legal_bases")):
        key = (_bare(text(row, "statute_zh_hans")), text(row, "article_zh_hans"))
        if key[0] and key in seen:
            yield Hit(f"legal_bases.{number}.statute_zh_hans", {"name": key[0]})
        seen.add(key)


def _odd_article(row: Row) -> bool:
    article = text(row, "article_zh_hans")
    return bool(article) and not ARTICLE.search(article)


RULES = (
    Rule(
        "laws.no_article",
        Level.WARN,
        _("“%(name)s” is cited without its article."),
        sources.PRACTICE,
        each("legal_bases", "article_zh_hans", lambda row, f: not text(row, "article_zh_hans")),
    ),
    Rule(
        "laws.odd_article",
        Level.WARN,
        _("The article of “%(name)s” is not written as in the law: 第二十九条第一款."),
        sources.PRACTICE,
        each("legal_bases", "article_zh_hans", lambda row, f: _odd_article(row)),
    ),
    Rule(
        "laws.brackets",
        Level.ADVISE,
        _("Write the title of “%(name)s” without 《》: the page sets them."),
        sources.PRACTICE,
        each(
            "legal_bases",
            "statute_zh_hans",
            lambda row, f: (
                re.search("[《》]", text(row, "statute_zh_hans"))
                and _bare(text(row, "statute_zh_hans")) != text(row, "statute_zh_hans")
            ),
        ),
    ),
    Rule(
        "laws.no_words",
        Level.ADVISE,
        _("The words of the article of “%(name)s” are not given."),
        sources.DISCLOSURE_20_5,
        each("legal_bases", "text_zh_hans", lambda row, f: not text(row, "text_zh_hans")),
    ),
    Rule(
        "laws.twice",
        Level.WARN,
        _("The same provision of “%(name)s” stands here twice."),
        sources.PRACTICE,
        _twice,
    ),
    Rule(
        "laws.licence_without_law",
        Level.WARN,
        _("A licence rests on a law or regulation; here are only documents of another kind."),
        sources.LICENSING_17,
        at("legal_bases", _only_documents),
    ),
)
