"""Boxes to tick that are printed as characters, whatever font they are from."""

import re

from .vocabulary import BOXES, EMPTY_BOX, TICKED_BOX, TICKS

SYMBOL_FONT = re.compile(r"wingding|webding|dingbat|symbol", re.IGNORECASE)
# Characters that such fonts print as an empty or ticked box, with the high byte that Word writes or without.
SYMBOL_BOXES = frozenset("£¨oq¤þRý\uf0a3\uf0a8\uf06f\uf071\uf072\uf052\uf0fe\uf0fd\uf0a1")
SYMBOL_TICKS = frozenset("¤þRý\uf052\uf0fe\uf0fd")
# What a box of a symbol font looks like where its font was lost: "£是 £否".
LOST_BOXES = frozenset("£\uf0a3\uf0a8\uf06f\uf071")

# Letters that are typed where a box is meant, and what follows them where they are meant themselves.
LETTER_BOXES = frozenset("口○◯〇")
_AFTER_MOUTH = frozenset("岸径头腔述令罩味语音腹粮服碑供号")
_NUMERALS = frozenset("〇○零一二三四五六七八九十年")


def box_of(text: str, font: str, following: str, chinese: bool) -> str:
    """``EMPTY_BOX`` or ``TICKED_BOX`` for a character that is one; nothing for any other."""
    if text in BOXES:
        return TICKED_BOX if text in TICKS else EMPTY_BOX
    if text in SYMBOL_BOXES and SYMBOL_FONT.search(font):
        return TICKED_BOX if text in SYMBOL_TICKS else EMPTY_BOX
    return EMPTY_BOX if chinese and text in LOST_BOXES and not following[:1].isdigit() else ""


def stands_for_box(letter: str, before: str, following: str, apart: bool) -> bool:
    """Does a letter stand for a box? It begins something, and it is no part of a word or of a number."""
    if letter not in LETTER_BOXES or not following or following in _AFTER_MOUTH or following in _NUMERALS:
        return False
    return apart or before in "：:（(，,、；;"
