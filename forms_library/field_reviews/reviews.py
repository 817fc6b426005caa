"""An editor's word about a field. The field itself is a ``detection.fields.Field``, and keeps what was corrected."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import Detection, Field, Group
from translations.languages import column, columns, other_languages

LABEL, HELP = "label", "help"
_FACTS = ("confirmed", "required", "found_as", "drawn")


@dataclass(frozen=True)
class Review:
    """``found_as`` is the label that the machine gave, where an editor renamed the field: by it, the field is found
    again in the next version. ``drawn`` says that the machine did not find it: it takes its place along. ``words`` are
    those of ``word_names`` that there are: ``{"label_en": "Name"}``. A question with boxes to tick has a review by the
    id of its group: required or not, and its names.
    """

    confirmed: bool = False
    required: bool = False
    found_as: str = ""
    drawn: bool = False
    words: Mapping[str, str] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """What the field is called in a language that it is not printed in."""
        return self.words.get(column(LABEL, language), "")

    def help(self, language: str) -> str:
        """What is said to whoever fills it in."""
        return self.words.get(column(HELP, language), "")

    def with_words(self, words: Mapping[str, str]) -> "Review":
        """With these instead of what was said before; those that are empty are not kept."""
        return replace(self, words={name: text for name, text in {**self.words, **words}.items() if text})


Reviews = Mapping[str, Review]  # by id of field, or of group


def label_names() -> tuple[str, ...]:
    """The names of a field or question in other languages than that of the form: ``label_en``."""
    return tuple(column(LABEL, language) for language in other_languages())


def word_names() -> tuple[str, ...]:
    """What editors may write about a field, a name a language: ``label_en``, ``help_zh_hans``, ``help_en``."""
    return (*label_names(), *columns(HELP))


def reviews_from_plain(plain: Mapping[str, Mapping[str, Any]]) -> dict[str, Review]:
    """What ``reviews_as_plain`` gave, also after JSON and by an older hall."""
    return {key: review_from_plain(one) for key, one in plain.items()}


def review_from_plain(plain: Mapping[str, Any]) -> Review:
    """One of them. Words in a language that the hall has no more are kept."""
    known = {name: plain[name] for name in _FACTS if name in plain}
    words = {name: text for name, text in plain.items() if name.startswith((f"{LABEL}_", f"{HELP}_"))}
    return Review(**known).with_words(words)


def reviews_as_plain(reviews: Reviews) -> dict[str, dict[str, Any]]:
    """For JSON."""
    return {key: review_as_plain(review) for key, review in reviews.items()}


def review_as_plain(review: Review) -> dict[str, Any]:
    """One of them: its words beside the rest."""
    return {**{name: getattr(review, name) for name in _FACTS}, **review.words}


def unresolved(detection: Detection, reviews: Reviews) -> list[Field]:
    """The fields that are neither certain nor confirmed. As long as there are any, a form is not filled in online."""
    return [one for one in detection.fields if one.needs_review and not _confirmed(one, reviews)]


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


def _confirmed(one: Field, reviews: Reviews) -> bool:
    review = reviews.get(one.id)
    return bool(review and review.confirmed and one.label)
