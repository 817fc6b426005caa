"""Statutes that nobody made, as the files of the National Database of Laws look."""

from collections.abc import Mapping
from pathlib import Path

from guides.statutes.files import Found
from guides.statutes.numbering import ArticleNumber

MARRIAGE = "中华人民共和国婚事登记法"
HEAD = "2020年5月28日 第十三届全国人民代表大会第三次会议通过"


def statute(title: str = MARRIAGE, articles: Mapping[int, str] | None = None, head: str = HEAD) -> str:
    """A text with a chapter, and these articles."""
    given = articles or {1: "为了婚事，制定本法。", 2: "要求结婚的双方应当亲自申请。"}
    lines = [f"# {title}", head, "<!-- INFO END -->", "## 第一章 总则"]
    lines += [f"{ArticleNumber(number).written} {words}" for number, words in given.items()]
    return "\n\n".join(lines) + "\n"


def found(text: str, dated: str = "2020-05-28", name: str = "婚事登记法", shelf: str = "民法商法") -> Found:
    """The same as it comes from a folder or an archive."""
    return Found(f"{shelf}/{name}({dated}).md", shelf, text.encode())


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
