"""Why a file is refused. Plain words without Django: they are given in a child process too."""

from enum import StrEnum


class Reason(StrEnum):
    """What ``messages`` has a sentence for."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_KIND = "unknown_kind"
    WRONG_NAME = "wrong_name"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    ACTIVE = "active"
    EXTERNAL = "external"
    BOMB = "bomb"
    TOO_MANY_PAGES = "too_many_pages"
    PAGE_SIZE = "page_size"
    TOO_DEMANDING = "too_demanding"
    INFECTED = "infected"
    NOT_SCANNED = "not_scanned"


class Refused(Exception):  # noqa: N818 - not an error: the answer to a file that must not pass
    """A file must not pass. ``detail`` is a name from the file: short, and never trusted as markup."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason.value, detail)
        self.reason = reason
        self.detail = detail[:80]
