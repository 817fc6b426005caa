"""Citations of statutes as people write them: 《行政许可法》（2019年修正）第三十条第一款、第三十二条. Pure."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from .numbering import NUMBER, ArticleNumber, arabic
from .titles import RANKED_ENDINGS, is_statute_title, title_key

MOST_IN_RANGE = 200  # articles: 第一条至第九百条 is the whole statute, not nine hundred citations
LONGEST_NAME = 40  # characters of a title that stands without 《》
_QUOTED = re.compile(r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》")
_REMARK = re.compile(r"\s*[(（](?P<remark>[^()（）]{0,60})[)）]")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年?")
_ALIAS = re.compile(r"以?下(?:简|统)?称(?:为)?[“”\"《〈]*(?P<alias>[^“”\"》〉，。；]{2,40})")
_SEPARATOR = r"\s*(?P<join>、|，|,|和|及|以及|与|或|或者|至|到|[-—–~～]{1,2})?\s*"
_ITEM_NUMBER = rf"[(（]?\s*{NUMBER}\s*[)）]?"
_PART = re.compile(
    rf"{_SEPARATOR}(?:第\s*(?P<number>{_ITEM_NUMBER})|(?<=、)(?P<bare>{_ITEM_NUMBER}))"
    rf"\s*(?P<unit>条|款|项|目|(?=\s*、\s*(?:第\s*)?{_ITEM_NUMBER}[^编章节]))(?:之\s*(?P<insertion>{NUMBER}))?"
)
_SAME = re.compile(r"(?:同法|该法|该条例|该办法|该规定|该细则)(?=\s*第)")
_BEHIND_NAME = rf"\s*(?:[(（][^()（）]{{0,30}}[)）])?\s*第\s*{NUMBER}\s*条"
_UNQUOTED = re.compile(rf"(?P<name>[一-鿿]{{2,{LONGEST_NAME}}}?(?:{'|'.join(RANKED_ENDINGS)}))(?={_BEHIND_NAME})")
_CHAPTERS = re.compile(rf"(?:\s*第\s*{NUMBER}\s*(?:分编|编|章|节|部分|点))+")
_LIST_GOES_ON = re.compile(rf"(?:\s*、\s*(?:第\s*)?{_ITEM_NUMBER})+\s*(?P<unit>条|款|项|目)")
_RANGE = frozenset("至到-—–~～")


@dataclass(frozen=True)
class Provision:
    """第三十条第一款第（二）项: ``paragraph`` (款) and ``item`` (项) are 0 where none is named."""

    article: ArticleNumber
    paragraph: int = 0
    item: int = 0


@dataclass(frozen=True)
class Citation:
    """``title`` as it was written, without 《》; ``year`` of the version, 0 where none is named; and its place."""

    title: str
    provisions: tuple[Provision, ...]
    start: int
    end: int
    year: int = 0

    @property
    def articles(self) -> tuple[ArticleNumber, ...]:
        """The articles, each once, in the order of naming."""
        return tuple(dict.fromkeys(provision.article for provision in self.provisions))


def citations(text: str, names: Collection[str] = ()) -> list[Citation]:
    """Every citation of a text, in order.

    ``names`` are the keys (``title_key``) of statutes that are known: their names count without 《》, too, where an
    article follows. A title between 《》 that ends like no statute's counts where an article follows, or where it is
    known.
    """
    found: list[Citation] = []
    aliases: dict[str, str] = {}
    for start, end, title in _heads(text, names):
        if found and start < found[-1].end:
            continue
        named = (aliases.get(title_key(title)) or title) if title else (found[-1].title if found else "")
        if not named:
            continue
        cited = _with_provisions(text, Citation(named, (), start, end), aliases)
        if cited.provisions or is_statute_title(named) or title_key(named) in names:
            found.append(cited)
    return found


def _heads(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where titles stand, in the order of the text; without a title for 同法."""
    heads = [(match.start(), match.end(), match["title"].strip()) for match in _QUOTED.finditer(text)]
    heads += [(match.start(), match.end(), "") for match in _SAME.finditer(text)]
    if names:
        heads += _unquoted(text, names)
    yield from sorted(heads)


def _unquoted(text: str, names: Collection[str]) -> Iterator[tuple[int, int, str]]:
    for match in _UNQUOTED.finditer(text):
        name = match["name"]
        at = next((n for n in range(len(name) - 1) if title_key(name[n:]) in names), None)
        if at is not None:
            yield match.start() + at, match.end(), name[at:]


def _with_provisions(text: str, cited: Citation, aliases: dict[str, str]) -> Citation:
    """The remarks right behind the title, and then the articles."""
    end, year = cited.end, 0
    while remark := _REMARK.match(text, end):
        if _number_in_brackets(remark["remark"]):
            break
        found = _YEAR.search(remark["remark"])
        year = int(found[1]) if found and not year else year
        if alias := _ALIAS.search(remark["remark"]):
            aliases[title_key(alias["alias"])] = cited.title
        end = remark.end()
    chapters = _CHAPTERS.match(text, end)
    provisions, behind = _provisions(text, chapters.end() if chapters else end)
    return replace(cited, provisions=tuple(provisions), end=behind if provisions else end, year=year)


def _number_in_brackets(remark: str) -> bool:
    return bool(re.fullmatch(NUMBER, remark.strip()))


def _provisions(text: str, at: int) -> tuple[list[Provision], int]:
    """第三条第一款、第二款和第五条至第七条, and where it ends."""
    found: list[Provision] = []
    while match := _PART.match(text, at):
        if not found and match["join"] and match["join"] not in "，,":
            break
        number = _number(match["number"] or match["bare"])
        named = match["unit"] or _unit_ahead(text, match.end())
        if number is None or not named or (not found and named != "条"):
            break
        _take(found, named, number, match)
        at = match.end()
    return found, at


def _unit_ahead(text: str, at: int) -> str:
    """第三、五条: the unit stands behind the last number of the list."""
    match = _LIST_GOES_ON.match(text, at)
    return match["unit"] if match else ""


def _number(written: str) -> int | None:
    try:
        return arabic(written.strip("(（)） \t　"))
    except ValueError:
        return None


def _take(found: list[Provision], unit: str, number: int, match: re.Match[str]) -> None:
    last = found[-1] if found else Provision(ArticleNumber(0))
    joined = bool(match["join"])
    match unit:
        case "条":
            insertion = _number(match["insertion"]) or 0 if match["insertion"] else 0
            article = ArticleNumber(number, insertion)
            if joined and match["join"][0] in _RANGE:
                found += _between(last.article, article)
            found.append(Provision(article))
        case "款":
            _deepen(found, Provision(last.article, number), fresh=joined and last.paragraph > 0)
        case "项":
            _deepen(found, Provision(last.article, last.paragraph, number), fresh=joined and last.item > 0)


def _deepen(found: list[Provision], provision: Provision, *, fresh: bool) -> None:
    """A paragraph or item says more about the provision before it, or, in a list, names another one."""
    if fresh:
        found.append(provision)
    else:
        found[-1] = provision


def _between(first: ArticleNumber, last: ArticleNumber) -> list[Provision]:
    if not 0 < last.number - first.number <= MOST_IN_RANGE:
        return []
    return [Provision(ArticleNumber(number)) for number in range(first.number + 1, last.number)]
