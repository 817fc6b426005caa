"""Several files of one origin in one child process: to start it takes longer than most forms take.

What comes from different people is never put together: one file could use up what the others need.
"""

from typing import Any

from .child import function_of, outcome
from .plain import load


def each(data: bytes, dotted: str, arguments: dict[str, Any]) -> list[dict[str, Any]]:
    """The outcome of a function (a dotted name) for each of the files; ``data`` is a dumped list of them."""
    called = function_of(dotted)
    return [outcome(called, file, arguments) for file in load(data)]
