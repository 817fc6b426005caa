"""How hard a text is to read.

The measure is simple, so that everybody can check it by counting: characters of a sentence (it ends with a full stop,
a semicolon, a mark of question or exclamation, or the line), and parts of it between commas that hang several
attributes on each other with 的. Plain official prose has sentences of 30 to 50 characters.
"""

import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Rule, short
from guides.lint.texts import is_name, texts

LONG_SENTENCE = 120  # characters
LONG_PART, NESTED = 45, 4  # characters of a part, and how often 的 stands in it
LONG_BLOCK = 400  # characters without a new line
LONG_SUMMARY = 120

NO_PROSE = re.compile(r"windows|enquiries|complaints|remedies|joint_bodies")
SENTENCE = re.compile(r"[^。！？；;!?\n]+")
ASIDE = re.compile(r"《[^》]*》|（[^（）]*）|\([^()]*\)|〔\d+〕|“[^”]*”")
LISTED = 8  # commas of a list
PART = re.compile(r"[^。！？；;!?\n，,、：:（）()]+")


def longest_sentence(value: str) -> str:
    """Titles and what stands in brackets do not make it harder; lists of names are no sentence."""
    found = (re.sub(r"\s+", "", one) for one in SENTENCE.findall(ASIDE.sub("", value)))
    return max((one for one in found if one.count("、") < LISTED), key=len, default="")


def nested_part(value: str) -> str:
    """A part of a sentence in which attributes hang on attributes; empty for none."""
    for part in PART.findall(value):
        if len(part) > LONG_PART and part.count("的") >= NESTED:
            return part.strip()
    return ""


def longest_block(value: str) -> str:
    return max(value.splitlines(), key=len, default="")


def _prose(find: Callable[[str], str], least: int = 0) -> Check:
    """In every text that is not a name, one finding at most."""

    def check(facts: Facts) -> Iterator[Hit]:
        for place, value in texts(facts):
            if not is_name(place) and not NO_PROSE.match(place) and len(found := find(value)) > least:
                yield Hit(place, {"text": short(found), "length": len(found)})

    return check


def _long_summary(facts: Facts) -> Iterator[Hit]:
    for place, value in texts(facts):
        if place == "summary_zh_hans" and len(value) > LONG_SUMMARY:
            yield Hit(place, {"length": len(value)})


RULES = (
    Rule(
        "reading.long_sentence",
        Level.ADVISE,
        _("A sentence of %(length)s characters is hard to follow: “%(text)s”"),
        sources.PRACTICE,
        _prose(longest_sentence, LONG_SENTENCE),
    ),
    Rule(
        "reading.nested",
        Level.ADVISE,
        _("Attributes hang on attributes: “%(text)s”. Make it two sentences."),
        sources.PRACTICE,
        _prose(nested_part),
    ),
    Rule(
        "reading.long_block",
        Level.ADVISE,
        _("%(length)s characters without a new line. Make paragraphs or rows."),
        sources.PRACTICE,
        _prose(longest_block, LONG_BLOCK),
    ),
    Rule(
        "reading.long_summary",
        Level.ADVISE,
        _("The summary has %(length)s characters; one or two sentences are enough."),
        sources.PRACTICE,
        _long_summary,
    ),
)
