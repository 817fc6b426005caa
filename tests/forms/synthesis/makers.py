"""All kinds of parts, and how often they are met."""

from collections.abc import Callable
from random import Random

from .blocks import list_table, long_texts, matrix, opinions, option_rows, pairs, two_level_list
from .model import Block
from .open_blocks import declaration, digits_line, label_on_top, letter, notes, open_table, printed_table, section_title

Maker = Callable[[Random], list[Block]]

MAKERS: list[tuple[Maker, int]] = [
    (pairs, 6), (option_rows, 3), (list_table, 4), (two_level_list, 2), (matrix, 2), (long_texts, 3), (opinions, 2),
    (declaration, 2), (letter, 1), (label_on_top, 1), (open_table, 1), (digits_line, 1), (notes, 2), (printed_table, 1),
    (section_title, 2),
]  # fmt: skip
