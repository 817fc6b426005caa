"""Reading the environment: every setting that a hall may change, with what happens when it is absent.

The table of all variables is in ``docs/settings.md``; a test compares it with this module.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlparse

BASE_DIR = Path(__file__).resolve().parent.parent
SEARCH_ENGINES = ("whoosh", "tantivy")
TRUE = {"1", "true", "yes", "on"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    return value in TRUE if value else default


def words(name: str, default: str) -> list[str]:
    """``"a.example, b.example"`` -> ``["a.example", "b.example"]``."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A whole number, zero or more. Raises ``ValueError`` with the variable's name for anything else."""
    value = text(name) or str(default)
    if not (value.isascii() and value.isdigit()):
        raise ValueError(f"{name} must be a whole number, zero or more; it is {value!r}")
    return int(value)


def state_directory() -> Path:
    """Where database, media, index and caches live; made when missing."""
    path = Path(text("PORTAL_VAR") or BASE_DIR / "var").resolve()
    path.mkdir(parents=True, exist_ok=True)
    return path


def secret_key(state: Path) -> str:
    """The key from the environment, else one made at first start and kept, readable by the owner alone."""
    if key := text("SECRET_KEY"):
        return key
    file = state / "secret_key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(64), encoding="ascii")
    return file.read_text(encoding="ascii")


def database_url(state: Path) -> str:
    return text("DATABASE_URL") or f"sqlite:///{state / 'hall.sqlite3'}"


def search_connection(state: Path) -> dict[str, object]:
    """The haystack connection of ``SEARCH_URL``: ``whoosh:///absolute/path`` or ``tantivy:///absolute/path``.

    Raises ``ValueError`` for an engine there is not.
    """
    url = urlparse(text("SEARCH_URL") or f"whoosh://{state / 'index'}")
    if url.scheme not in SEARCH_ENGINES:
        raise ValueError(f"SEARCH_URL names the engine {url.scheme!r}; there are: {', '.join(SEARCH_ENGINES)}")
    return {"ENGINE": search_engine_class(url.scheme), "PATH": unquote(url.path), "INCLUDE_SPELLING": False}


def search_engine_class(name: str) -> str:
    """Where haystack finds an engine."""
    return f"knowledge.search.engines.{name}.Engine"
