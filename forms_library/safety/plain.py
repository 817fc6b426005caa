"""Plain data between processes: JSON with bytes in it. Nothing that is read can run anything."""

import base64
import json
from typing import Any

BYTES = "$bytes"


def dump(value: Any) -> bytes:
    return json.dumps(value, default=_encode, ensure_ascii=False).encode("utf-8", "surrogatepass")


def load(data: bytes) -> Any:
    """Raises ``ValueError`` for what ``dump`` did not write."""
    return json.loads(data.decode("utf-8", "replace"), object_hook=_decode)


def _encode(value: Any) -> Any:
    if isinstance(value, bytes):
        return {BYTES: base64.b64encode(value).decode("ascii")}
    raise TypeError(f"{type(value).__name__} is no plain data")


def _decode(value: dict[str, Any]) -> Any:
    return base64.b64decode(value[BYTES]) if set(value) == {BYTES} else value
