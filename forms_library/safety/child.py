"""The other side of ``process``: runs one function on one file and writes down what it gives.

``python -P -m forms_library.safety.child LIMITS FUNCTION``, in a directory of its own with the file ``input`` and the
arguments in ``arguments``. Writes ``result``: ``{"value": …}``, ``{"refused": [reason, detail]}`` or
``{"failed": name of the exception}``.
"""

import importlib
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .limits import Limits
from .plain import dump, load
from .reasons import Refused

NOT_INSTALLED = 78  # the exit code of a child that lacks its own libraries (EX_CONFIG)


def function_of(dotted: str) -> Callable[..., Any]:
    module, _dot, name = dotted.rpartition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def outcome(function: Callable[..., Any], data: bytes, arguments: dict[str, Any]) -> dict[str, Any]:
    """What became of it. Whatever a parser raises about a hostile file is the file's fault."""
    try:
        return {"value": function(data, **arguments)}
    except Refused as refusal:
        return {"refused": [refusal.reason.value, refusal.detail]}
    except Exception as error:  # noqa: BLE001 - a parser may raise anything at all
        return {"failed": type(error).__name__}


def main() -> None:
    limits, dotted = sys.argv[1:]
    warnings.simplefilter("ignore")
    try:
        function = function_of(dotted)
    except (ImportError, AttributeError):
        sys.exit(NOT_INSTALLED)
    Limits.from_argument(limits).apply()
    data, arguments = Path("input").read_bytes(), load(Path("arguments").read_bytes())
    Path("result").write_bytes(dump(outcome(function, data, arguments)))


if __name__ == "__main__":
    main()
