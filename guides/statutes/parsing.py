"""From the text of a statute to its parts: title, head, chapters, articles. Pure.

Texts are lines. A heading in front (``# 中华人民共和国行政处罚法``) is the title, the lines below it up to the first
chapter, article or mark (``<!-- INFO END -->``) are the head. Articles begin with 第二十条 or 第二十条之一; what stands
between quotes, as the new words in a decision on amendments do, belongs to the article that quotes it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from guides.codes.statutes import StatuteKind

from .heads import Head, dates, effective_on, issuing_body, kind_of
from .numbering import ARTICLE, NUMBER, ArticleNumber, arabic, numbered

RANKS = {"编": 0, "分编": 1, "章": 2, "节": 3}
_HEAD_ENDS = re.compile(r"<!--\s*INFO END\s*-->")
_MARKUP = re.compile(r"^[#>*\s　]+|[\s　*]+$")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\x00-\x08\x0b-\x1f]")
_DIVISION = re.compile(rf"第{NUMBER}(?P<unit>分编|编|章|节)(?:[\s　]+(?P<title>.*))?$")
_UNNUMBERED = re.compile(r"(?:总|附)[\s　]*则$")
_APPENDIX = re.compile(
    r"附(?:件|录|表|图)?[一二三四五六七八九十\d]*[\s　]*(?:[:：].{0,60})?$"
    r"|附(?:件|录|表|图)[一二三四五六七八九十\d]*[\s　].{0,60}$"
)
_OWN_ARTICLE = re.compile(rf"{ARTICLE}(?=[\s　【（(]|$)")
_POINT = re.compile(rf"(?P<written>(?P<number>{NUMBER})[、.．])")
_SUBPOINT = re.compile(rf"(?P<written>[(（](?P<number>{NUMBER})[)）])")
_FILE_NAME = re.compile(r"[(（](\d{4})-(\d\d)-(\d\d)[)）]\.\w+$")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\s*", re.DOTALL)


class UnreadableError(ValueError):
    """A text that is no statute; the message says why, in the active language."""


@dataclass
class ParsedArticle:
    """``written`` is the number as it stands in the text, ``path`` the chapters it is in, ``text`` its paragraphs."""

    number: ArticleNumber
    written: str
    path: tuple[str, ...]
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


@dataclass(frozen=True)
class ParsedStatute:
    """One version. ``preamble`` stands before the first article, ``appendix`` behind the last."""

    title: str
    head: Head
    dated: date
    effective_on: date
    kind: StatuteKind
    issuing_body: str
    preamble: str
    articles: tuple[ParsedArticle, ...]
    appendix: str


@dataclass
class _Body:
    """The lines below the head, taken apart one by one."""

    preamble: list[str] = field(default_factory=list)
    articles: list[ParsedArticle] = field(default_factory=list)
    appendix: list[str] = field(default_factory=list)
    path: dict[int, str] = field(default_factory=dict)
    quotes: int = 0  # that are open
    ended: bool = False

    @property
    def last(self) -> ArticleNumber:
        return self.articles[-1].number if self.articles else ArticleNumber(0)

    def take(self, line: str) -> None:
        """One line that is not empty."""
        text = _MARKUP.sub("", line)
        if not text or (self.quotes == 0 and self._divides(text, heading=line.startswith("#"))):
            return
        for part in self._parted(text):
            self._keep(part)

    def _divides(self, text: str, *, heading: bool) -> bool:
        """A heading: chapters and sections go into the path, an appendix ends the articles."""
        if self.articles and _APPENDIX.match(text):
            self.ended = True
        elif match := _DIVISION.match(text):
            self._enter(RANKS[match["unit"]], text)
            return True
        elif _UNNUMBERED.match(text) or (heading and not self.ended and not _OWN_ARTICLE.match(text)):
            self._enter(RANKS["章"], text)
            return True
        return False

    def _enter(self, rank: int, text: str) -> None:
        self.path = {other: name for other, name in self.path.items() if other < rank} | {rank: " ".join(text.split())}

    def _parted(self, text: str) -> Iterator[str]:
        """A line in which several articles were run together, one by one: only the very next number begins another."""
        at, last = 0, self.last
        for match in _OWN_ARTICLE.finditer(text):
            number, start = numbered(match), match.start()
            if number and _begins_sentence(text, start) and number.follows(last):
                yield text[at:start].rstrip()
                at = start
            if number and start == at:
                last = number
        yield text[at:]

    def _keep(self, text: str) -> None:
        match = _OWN_ARTICLE.match(text) if not self.ended and self.quotes == 0 else None
        number = numbered(match) if match else None
        if match and number and number > self.last:
            path = tuple(self.path[rank] for rank in sorted(self.path))
            self.articles.append(ParsedArticle(number, match[0], path))
            text = text[match.end() :].strip()
        if text:
            where = self.appendix if self.ended else self.articles[-1].paragraphs if self.articles else self.preamble
            where.append(text)
        self.quotes = max(0, self.quotes + _open(text))


def _begins_sentence(text: str, start: int) -> bool:
    """Is there a space in front, and the end of a sentence before that, outside of quotes?"""
    before = text[:start].rstrip()
    return before.endswith(("。", "；", "：")) and len(before) < start and not _open(before)


def _open(text: str) -> int:
    """How many quotes are opened and not closed in a text."""
    return text.count("“") - text.count("”")


def parse(text: str, name: str = "", shelf: str = "") -> ParsedStatute:
    """A version of a statute. ``name`` is the name of its file, whose end may say the date, ``shelf`` its folder.

    Raises ``UnreadableError``.
    """
    text = _FRONT_MATTER.sub("", _INVISIBLE.sub("", text.replace("\r\n", "\n")))
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.startswith("# ") and line[2:].strip()), None)
    if start is None:
        raise UnreadableError(_("There is no title: one line has to begin with “# ”."))
    title = "".join(lines[start][2:].split())
    head, rest = _split(lines[start + 1 :])
    body = _body(_without_title(rest, title))
    if not body.articles and not body.preamble:
        raise UnreadableError(_("There is nothing below the title."))
    dated = _date_of_file(name) or head.last_change
    if dated is None:
        raise UnreadableError(_("Neither the name of the file nor the head says a date."))
    kind = kind_of(title, head, shelf)
    return ParsedStatute(
        title=title,
        head=head,
        dated=dated,
        effective_on=effective_on(head, [article.text for article in body.articles] or body.preamble, dated),
        kind=kind,
        issuing_body=issuing_body(head, kind),
        preamble="\n".join(body.preamble),
        articles=tuple(body.articles),
        appendix="\n".join(body.appendix),
    )


def _split(lines: Sequence[str]) -> tuple[Head, list[str]]:
    """Head and body: at the mark, or else where the first line stands that no head has."""
    marked = next((n for n, line in enumerate(lines) if _HEAD_ENDS.search(line)), None)
    if marked is not None:
        return _head(lines[:marked]), list(lines[marked + 1 :])
    for number, line in enumerate(lines):
        if line.strip() and not dates(line):
            return _head(lines[:number]), list(lines[number:])
    return _head(lines), []


def _head(lines: Sequence[str]) -> Head:
    return Head(tuple(" ".join(line.split()).rstrip("）") for line in lines if line.strip()))


def _without_title(lines: Sequence[str], title: str) -> list[str]:
    """Many texts repeat their title before the first chapter, in one line or several."""
    rest, left = [line for line in lines if line.strip()], title
    while rest and left and left.startswith(part := "".join(_MARKUP.sub("", rest[0]).split())) and part:
        rest, left = rest[1:], left.removeprefix(part)
    return rest if not left else list(lines)


def _body(lines: Sequence[str]) -> _Body:
    body = _Body()
    for line in lines:
        if line.strip():
            body.take(line)
    return body if body.articles else _by_points(lines)


def _by_points(lines: Sequence[str]) -> _Body:
    """A statute without articles has points: 一、 or, where there are none of those, （一）."""
    texts = [text for line in lines if (text := _MARKUP.sub("", line))]
    pattern = _POINT if any(_POINT.match(text) for text in texts) else _SUBPOINT
    body = _Body()
    for text in texts:
        match = pattern.match(text)
        number = _point_number(match) if match else None
        if match and number and number.follows(body.last):
            body.articles.append(ParsedArticle(number, match["written"], ()))
            text = text[match.end() :].strip()  # noqa: PLW2901 -- what is left of the line
        if text:
            (body.articles[-1].paragraphs if body.articles else body.preamble).append(text)
    return body


def _point_number(match: re.Match[str]) -> ArticleNumber | None:
    try:
        return ArticleNumber(arabic(match["number"]))
    except ValueError:
        return None


def _date_of_file(name: str) -> date | None:
    match = _FILE_NAME.search(name)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
