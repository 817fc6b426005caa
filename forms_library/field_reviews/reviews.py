"""An editor's word about a field. The field itself is a ``detection.fields.Field``, and keeps what was corrected."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import Detection, Field, Group


@dataclass(frozen=True)
class Review:
    """``found_as`` is the label that the machine gave, where an editor renamed the field: by it, the field is found
    again in the next version. ``drawn`` says that the machine did not find it: it takes its place along.
    A question with boxes to tick has a review by the id of its group: required or not, and its English name.
    """

    confirmed: bool = False
    required: bool = False
    found_as: str = ""
    label_en: str = ""
    help_zh_hans: str = ""
    help_en: str = ""
    drawn: bool = False


Reviews = Mapping[str, Review]  # by id of field, or of group
_NAMES = {field.name for field in fields(Review)}


def reviews_from_plain(plain: Mapping[str, Mapping[str, Any]]) -> dict[str, Review]:
    """What ``reviews_as_plain`` gave, also after JSON and by an older hall."""
    return {key: review_from_plain(one) for key, one in plain.items()}


def review_from_plain(plain: Mapping[str, Any]) -> Review:
    """One of them."""
    return Review(**{name: value for name, value in plain.items() if name in _NAMES})


def reviews_as_plain(reviews: Reviews) -> dict[str, dict[str, Any]]:
    """For JSON."""
    return {key: asdict(review) for key, review in reviews.items()}


def unresolved(detection: Detection, reviews: Reviews) -> list[Field]:
    """The fields that are neither certain nor confirmed. As long as there are any, a form is not filled in online."""
    return [field for field in detection.fields if field.needs_review and not _confirmed(field, reviews)]


def nameless(detection: Detection) -> list[Group]:
    """The questions that an editor put together and did not name. Those of the machine stand beside printed words."""
    return [group for group in detection.groups if group.made and not group.label]


def why_not_online(detection: Detection | None, reviews: Reviews, scanned: bool) -> Promise | None:
    """Why a form cannot be offered for filling in online; nothing where it can."""
    if scanned:
        return _("Every page is a picture of a page: it can be printed, but not filled in online.")
    if detection is None or not detection.fields:
        return _("There is no field to fill in.")
    if unresolved(detection, reviews):
        return _("Some fields are doubtful. Confirm or delete each of them first.")
    if nameless(detection):
        return _("A question that was put together by hand has no name yet.")
    return None


def _confirmed(field: Field, reviews: Reviews) -> bool:
    review = reviews.get(field.id)
    return bool(review and review.confirmed and field.label)
