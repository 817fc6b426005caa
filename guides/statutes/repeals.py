"""Which statutes a statute ends: 《…》同时废止, mostly in its last article. Pure."""

import re
from collections.abc import Iterable

_TITLE = re.compile(r"《((?:[^《》]|《[^《》]*》)+)》")
_ENDS = re.compile(r"(?:同时|即行)废止|(?:同时|即行)(?:停止执行|失效)")
SIGN = "废止"  # what every such article contains


def repealed_titles(texts: Iterable[str]) -> list[str]:
    """The titles, each once, in the order of the text."""
    found: list[str] = []
    for text in texts:
        for clause in re.split(r"[。；\n]", text):
            if _ENDS.search(clause):
                found += _TITLE.findall(clause)
    return list(dict.fromkeys(found))
