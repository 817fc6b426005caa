"""What editors work on: the fields that were found, their word about each, and what they took away."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import Detection, Field, Group
from forms_library.detection.stored import field_from_plain, group_from_plain

from .reviews import Review, Reviews, review_as_plain, review_from_plain


class EditError(Exception):
    """An edit is not possible; ``reason`` is for whoever wanted it."""

    def __init__(self, reason: Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True)
class Removed:
    """A field that was taken away, and how to put it back: its ``place`` in the order and the group it was in."""

    field: Field
    review: Review
    place: int
    group: Group | None = None


@dataclass(frozen=True)
class FieldSet:
    """Every edit takes one and gives another.

    ``drawn`` says that places are rectangles on a page (PDF). In other formats the file says where they are.
    """

    detection: Detection
    reviews: Reviews
    removed: tuple[Removed, ...] = ()
    drawn: bool = True

    @property
    def fields(self) -> tuple[Field, ...]:
        return self.detection.fields

    def place(self, key: str) -> int:
        """Where a field is in the order. Raises ``EditError``."""
        for index, field in enumerate(self.fields):
            if field.id == key:
                return index
        raise EditError(_("This field is not there any more. Look at the list again."))

    def field(self, key: str) -> Field:
        return self.fields[self.place(key)]

    def review(self, key: str) -> Review:
        return self.reviews.get(key, Review())

    def group(self, key: str) -> Group | None:
        """The group that a field belongs to."""
        return next((group for group in self.detection.groups if key in group.members), None)

    def new_id(self) -> str:
        """An id that no field has, and none that was taken away."""
        taken = {*(field.id for field in self.fields), *(one.field.id for one in self.removed), *self.reviews}
        return f"f{_highest('f', taken) + 1}"

    def group_by_id(self, key: str) -> Group:
        """Raises ``EditError``."""
        for group in self.detection.groups:
            if group.id == key:
                return group
        raise EditError(_("This question is not there any more. Look at the list again."))

    def new_group_id(self) -> str:
        """An id that no group has, and none that somebody who was taken away could come back to."""
        left = (one.group.id for one in self.removed if one.group)
        taken = {*(group.id for group in self.detection.groups), *left, *self.reviews}
        return f"g{_highest('g', taken) + 1}"

    def with_fields(self, *fields: Field) -> "FieldSet":
        return replace(self, detection=replace(self.detection, fields=fields))

    def with_groups(self, *groups: Group) -> "FieldSet":
        return replace(self, detection=replace(self.detection, groups=groups))

    def with_field(self, field: Field) -> "FieldSet":
        """A field in the place of the one with its id."""
        return self.with_fields(*(field if one.id == field.id else one for one in self.fields))

    def with_review(self, key: str, review: Review) -> "FieldSet":
        if review == self.review(key):
            return self
        return replace(self, reviews={**self.reviews, key: review})

    def without_review(self, key: str) -> "FieldSet":
        return replace(self, reviews={name: one for name, one in self.reviews.items() if name != key})


def _highest(letter: str, keys: Iterable[str]) -> int:
    """The greatest number behind a letter."""
    return max((int(key[1:]) for key in keys if key[:1] == letter and key[1:].isdecimal()), default=0)


def removed_as_plain(removed: tuple[Removed, ...]) -> list[dict[str, Any]]:
    """For JSON."""
    return [{**asdict(one), "review": review_as_plain(one.review)} for one in removed]


def removed_from_plain(plain: list[Mapping[str, Any]]) -> tuple[Removed, ...]:
    """What ``removed_as_plain`` gave, also after JSON."""
    return tuple(
        Removed(
            field_from_plain(one["field"]),
            review_from_plain(one["review"]),
            one["place"],
            group_from_plain(one["group"]) if one["group"] else None,
        )
        for one in plain
    )
