"""Labels as they are printed, made fit to be read in a web form."""

import re
import unicodedata

from .text_lines import is_chinese
from .vocabulary import BOXES, ENUMERATION, LEADERS, LEADING_VERBS, PERSON_OR_BODY, UNDERSCORES

LONGEST = 120  # characters; what is longer explains and does not name
NAME = 60  # characters of what surely names something
_EDGES = " :：*＊★※;；、,，。" + "".join(UNDERSCORES | LEADERS)
_BLANKS = re.compile(r"[\s\u00a0\u3000]+")
_MARKS = re.compile(r"[\W_]+")
_EMPTY_BRACKETS = re.compile(r"[（(]\s*[）)]")


def compact(text: str) -> str:
    """Without any white space, and in one width: for comparing with patterns."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text or ""))


def bare(label: str) -> str:
    """Without blanks, marks, width and capitals, for telling whether two labels are the same: “姓  名：” is “姓名”."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", label)).lower()


def clean(text: str) -> str:
    """``" * 姓   名："`` -> ``"姓名"``; ``"Date  of birth:"`` -> ``"Date of birth"``."""
    text = _BLANKS.sub("" if is_chinese(text) else " ", text or "")
    text = "".join(character for character in text if character not in BOXES)
    text = _EMPTY_BRACKETS.sub("", text.strip(_EDGES))
    return ENUMERATION.sub("", text, count=1).strip(_EDGES)


def is_name(text: str, longest: int = NAME) -> bool:
    """Can this text be the name of what stands beside it?"""
    plain = compact(text)
    return bool(plain) and len(plain) <= longest and not set(plain) <= set("_-—/\\")


def _last_open_bracket(text: str) -> str:
    """What stands behind a bracket that is not closed: ``"元整（小写¥"`` -> ``"小写"``."""
    start = max(text.rfind("（"), text.rfind("("))
    closed = max(text.rfind("）"), text.rfind(")"))
    return text[start + 1 :].strip("¥￥") or text if start > closed else text


def of_sentence(text: str) -> str:
    """What a sentence asks for before a blank: ``"现将申请人"`` -> ``"申请人"``, ``"因"`` -> ``"因"``."""
    found = clean(_last_open_bracket(text))
    shorter = LEADING_VERBS.sub("", found)
    return shorter if len(shorter) >= 2 and PERSON_OR_BODY.search(shorter) else found
