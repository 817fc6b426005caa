"""What readers are told of who stands by an item, and of when it is in force."""

from dataclasses import dataclass
from datetime import date

from guides.rules.certification import Standing, standing
from translations.languages import default_language
from translations.local_text import LocalText
from translations.reading import Reading


@dataclass(frozen=True)
class Certification:
    """Last certified on a day by a post; ``overdue_since`` the day by which somebody should have looked again."""

    day: date
    post: LocalText
    overdue_since: date | None


def certification(item: Reading, day: date) -> Certification | None:
    """``None`` for an item that nobody has certified yet."""
    guide = item.instance
    if guide.certified_on is None:
        return None
    is_overdue = standing(guide.certified_on, guide.review_by, day) is Standing.OVERDUE
    overdue = guide.review_due if is_overdue else None
    return Certification(guide.certified_on, _post(item), overdue)


def _post(item: Reading) -> LocalText:
    """The post that certified; in the reader's language as long as it is the one that answers for the item."""
    by = item.instance.certified_by_post
    if by == item.instance.responsible_post_zh_hans:
        post: LocalText = item.responsible_post
        return post
    return LocalText(by, default_language(), item.language)


def not_yet_in_force(item: Reading, day: date) -> bool:
    return bool(item.effective_date and item.effective_date > day)


def no_longer_in_force(item: Reading, day: date) -> bool:
    return bool(item.end_date and item.end_date < day)
