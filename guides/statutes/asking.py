"""What somebody types who looks for a statute or an article: 许可法 30, 行政许可法第三十条, 道交法 12-1. Pure."""

import re
from dataclasses import dataclass

from .numbering import NUMBER, ArticleNumber, arabic
from .titles import title_key

LONGEST = 100  # characters
_ARTICLE = re.compile(
    r"(?P<name>.*?)(?:第|\s|(?<=[^\d\s])(?=\d))\s*"
    rf"(?P<number>{NUMBER})\s*条?(?:\s*[-之]\s*(?P<insertion>{NUMBER})\s*条?)?"
    r"(?:第.{0,20})?"  # paragraphs and items of the article
)


@dataclass(frozen=True)
class Asked:
    """``name`` is the key of a title, or of a part of one; ``article`` is nothing where none is named."""

    name: str
    article: ArticleNumber | None = None


def asked(text: str) -> Asked:
    """What a text asks for."""
    text = " ".join(text[:LONGEST].split())
    match = _ARTICLE.fullmatch(text)
    if match and (article := _article(match)):
        return Asked(title_key(match["name"]), article)
    return Asked(title_key(text))


def _article(match: re.Match[str]) -> ArticleNumber | None:
    try:
        number = arabic(match["number"])
        return ArticleNumber(number, arabic(match["insertion"]) if match["insertion"] else 0) if number else None
    except ValueError:
        return None
