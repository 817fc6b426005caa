"""An answer as plain text, line by line."""

import html
from collections.abc import Iterator

from django.utils.html import strip_tags

from .answer import Answer


def plain_answer(answer: Answer) -> Iterator[str]:
    """Its title with its lines, numbered where they are several, then its notes."""
    if answer.body:
        yield from filter(None, (plain(part) for part in str(answer.body).replace("</p>", "\n").split("\n")))
    elif len(answer.lines) == 1:
        yield plain(f"{answer.title}: {answer.lines[0]}")
    else:
        yield plain(answer.title)
        yield from (plain(f"{number}. {line}") for number, line in enumerate(answer.lines, 1))
    yield from (plain(f"({note})") for note in answer.notes)


def plain(text: object) -> str:
    """Without markup."""
    return html.unescape(strip_tags(str(text))).strip()
