"""English for the labels of fields, suggested from ``data/labels.yaml``. Nothing is stored before an editor says so."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

SUGGESTED_IN = "en"  # the language of the list
PATH = Path(__file__).resolve().parents[1] / "data" / "labels.yaml"
_BLANKS = re.compile(r"\s+")
_EDGES = ":*;,.、。 "
_NOTE = re.compile(r"^(?P<label>.+)\((?P<note>[^()]+)\)$")
_OR = re.compile(r"[/、]|或者|或")


@dataclass(frozen=True)
class Glossary:
    """Labels; words that say whose something is; notes in brackets. Chinese to English."""

    labels: dict[str, str]
    whose: dict[str, str]
    notes: dict[str, str]


@cache
def glossary() -> Glossary:
    """Read once a process."""
    read: dict[str, dict[str, str]] = yaml.safe_load(PATH.read_text("utf-8"))
    return Glossary(**{name: {_plain(key): text for key, text in words.items()} for name, words in read.items()})


def suggest(label: str) -> str:
    """``"姓　名："`` -> ``"Name"``, ``"申请人姓名"`` -> ``"Applicant's name"``; nothing for what is not known."""
    plain = _plain(label)
    return _whole(plain) or _with_note(plain) or _either(plain)


def _plain(label: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", label)).strip(_EDGES)


def _whole(plain: str) -> str:
    known = glossary()
    return known.labels.get(plain, "") or _whose(plain, known)


def _whose(plain: str, known: Glossary) -> str:
    """The longest word that says whose it is, before a label that is known."""
    for length in range(len(plain) - 1, 0, -1):
        owner, rest = plain[:length], plain[length:].removeprefix("的")
        if owner in known.whose and rest in known.labels:
            return f"{known.whose[owner]} {_lower(known.labels[rest])}"
    return ""


def _lower(words: str) -> str:
    """In the middle of a name; abbreviations and names stay as they are."""
    first = words.split(" ", 1)[0]
    keeps = any(one.isupper() for one in first[1:]) or first in ("Party", "Renminbi", "Chinese")
    return words if keeps else words[:1].lower() + words[1:]


def _with_note(plain: str) -> str:
    """``"金额(万元)"`` -> ``"Amount (10,000 yuan)"``."""
    found = _NOTE.match(plain)
    label, note = (_whole(found["label"]), glossary().notes.get(found["note"])) if found else ("", None)
    return f"{label} ({note})" if label and note else ""


def _either(plain: str) -> str:
    """``"姓名/名称"``: all of its parts, when each is known."""
    parts = [_whole(part) for part in _OR.split(plain)]
    if len(parts) < 2 or not all(parts):
        return ""
    first, *others = dict.fromkeys(parts)
    return " or ".join([first, *map(_lower, others)])
