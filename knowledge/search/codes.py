"""Finding a page by its official code: whole, or by six or more characters of its beginning or end.

Codes are opaque strings. The index holds each code as it reads, and backwards behind ``<``, so that both ends are
beginnings for the engine.
"""

import re
from collections.abc import Iterable

SHORTEST_PART = 6
_NO_CODE = re.compile(r"[^0-9a-z]")
_CODE = re.compile(r"(?=.*\d)[0-9a-z][0-9a-z_./-]*$", re.ASCII)


def bare_code(text: str) -> str:
    """``"1151-1800 A"`` -> ``"11511800a"``."""
    return _NO_CODE.sub("", text.lower())


def backwards(code: str) -> str:
    """How the index holds the end of a code."""
    return "<" + code[::-1]


def code_tokens(codes: Iterable[str]) -> str:
    """The tokens to store for these codes."""
    bare = dict.fromkeys(code for code in map(bare_code, codes) if code)
    return " ".join(token for code in bare for token in (code, backwards(code)))


def asked_code(text: str) -> str:
    """The code, or part of a code, that a whole query is; ``""`` where it is none."""
    words = text.lower().strip()
    bare = bare_code(words)
    return bare if _CODE.match(words) and len(bare) >= SHORTEST_PART else ""
