"""The statutes of the shared data folder, for checking quotations."""

import re
import tarfile
from dataclasses import dataclass
from pathlib import Path

FILE = re.compile(r"(?P<title>[^/]+)\((?P<date>\d{4}-\d\d-\d\d)\)\.md$")
ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇]+条(之[一二三四五六七八九十]+)?")
NOISE = re.compile(r"[\s\u3000*#>]+")


def bare(text: str) -> str:
    return NOISE.sub("", text)


def articles(text: str) -> dict[str, str]:
    """``{"第七条": "第七条婴儿出生后…"}``; an article ends where the next one begins a line."""
    parts: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        stripped = line.lstrip("* \u3000")
        if match := ARTICLE.match(stripped):
            current = parts.setdefault(match[0], [])
        current.append(line)
    return {name: bare("".join(lines)) for name, lines in parts.items()}


@dataclass(frozen=True)
class Statutes:
    """All versions of each statute: title without 中华人民共和国 -> texts."""

    versions: dict[str, list[str]]

    @classmethod
    def read(cls, archive: Path) -> "Statutes":
        versions: dict[str, list[str]] = {}
        with tarfile.open(archive) as tar:
            for member in tar:
                if (match := FILE.search(member.name)) and (file := tar.extractfile(member)):
                    versions.setdefault(match["title"], []).append(file.read().decode())
        return cls(versions)

    def contains(self, statute: str, article: str, quotation: str) -> bool:
        """Does some version's article hold every paragraph of the quotation, white space aside?"""
        title = statute.removeprefix("中华人民共和国")
        name = ARTICLE.match(article)
        paragraphs = [bare(line) for line in quotation.splitlines() if line.strip()]
        for text in self.versions.get(title, []) + self.versions.get(statute, []):
            words = articles(text).get(name[0] if name else "", "")
            if words and all(paragraph in words for paragraph in paragraphs):
                return True
        return False
