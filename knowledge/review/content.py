"""What a version of a page says, without what Wagtail notes beside it. Pure, on the content of revisions."""

from collections.abc import Mapping
from typing import Any

from translations.fields import EMPTY
from translations.languages import columns
from translations.reading import REVIEW_MARK
from translations.usable_text import comparable_markup

_OF_WAGTAIL = (
    *("pk", "page", "path", "depth", "numchild", "url_path", "content_type", "translation_key", "locale", "alias_of"),
    *("title", "draft_title", "live", "has_unpublished_changes", "owner", "locked", "locked_at", "locked_by"),
    *("go_live_at", "expire_at", "expired", "first_published_at", "last_published_at"),
    *("latest_revision", "latest_revision_created_at", "live_revision", "wagtail_admin_comments", "sort_order"),
)
# What is said of a change or of the whole text, not in it.
_BESIDE = ("change_weight", "change_reason", "certified_on", "certified_by_post", "review_by")


def said(content: Mapping[str, Any]) -> dict[str, Any]:
    """Texts, facts and rows, so that two versions that say the same compare equal.

    Nothing, an empty text and an empty list are the same; keys of stored rows and of the editor's blocks do not count,
    nor does the mark that somebody reviewed a translation: it is a decision about what others wrote.
    """
    left_out = {*_OF_WAGTAIL, *_BESIDE, *columns(REVIEW_MARK)}
    found: dict[str, Any] = _plain(content, left_out)
    return found


def words(text: str) -> str:
    """A text so that what a form sends and what is stored compare equal; an untouched box is empty."""
    text = comparable_markup(text).strip()
    return "" if EMPTY.match(text) else text


def _plain(value: Any, left_out: set[str]) -> Any:
    match value:
        case Mapping():
            rows = {name: _plain(one, left_out) for name, one in value.items() if name not in left_out}
            return {name: one for name, one in rows.items() if one != ""}
        case list():
            return [_plain(one, left_out) for one in value] or ""
        case str():
            return words(value)
        case None:
            return ""
    return value
