"""Questions with boxes to tick, put together by an editor: which boxes answer one, and how it is called. Pure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import FieldKind, Group, GroupKind

from .field_set import EditError, FieldSet
from .groups import in_order, leave_group

FEWEST = 2  # boxes of a new question


@dataclass(frozen=True)
class Wording:
    """A question. ``single``: one box at most is ticked; ``required``: one at least.

    ``words`` are what it is called in other languages: ``{"label_en": "Sex"}``.
    """

    label: str
    single: bool = False
    required: bool = False
    words: Mapping[str, str] = field(default_factory=dict)


def join(found: FieldSet, keys: Collection[str], said: Wording) -> FieldSet:
    """Boxes to tick become the answers to one new question; they leave those that they belonged to."""
    if len(set(keys)) < FEWEST:
        raise EditError(_("Choose two or more boxes to tick."))
    if not said.label:
        raise EditError(_("Give the question a name."))
    return _gathered(found, keys, Group(found.new_group_id(), GroupKind.OPTIONS, ""), said)


def add(found: FieldSet, key: str, keys: Collection[str]) -> FieldSet:
    """More boxes to tick for a question that there is already."""
    if not keys:
        raise EditError(_("Choose at least one box to tick."))
    group = _question(found, key)
    _must_be_options(found, keys)
    for one in set(keys) - set(group.members):
        found = leave_group(found, one)
    joined = replace(group, members=(*group.members, *keys), made=True)
    return _with_group(found, in_order(found, joined))


def describe_question(found: FieldSet, key: str, said: Wording) -> FieldSet:
    """The words of a question, and how many of its boxes may be ticked."""
    group = _question(found, key)
    changed = replace(group, label=said.label, single=said.single)
    before = found.review(key)
    first = before.found_as or group.label
    renamed = "" if group.made or first == said.label else first
    review = replace(before, required=said.required, found_as=renamed).with_words(said.words)
    return _with_group(found, changed).with_review(key, review)


def take_out(found: FieldSet, key: str, keys: Collection[str]) -> FieldSet:
    """Boxes that stand alone from now on. A question that loses all of them is none any more."""
    _must_be_members(_question(found, key), keys)
    for one in keys:
        found = leave_group(found, one)
    left = next((group for group in found.detection.groups if group.id == key), None)
    return _with_group(found, replace(left, made=True)) if left else found


def split_off(found: FieldSet, key: str, keys: Collection[str]) -> FieldSet:
    """Some of the boxes become a question of their own, which has no name yet."""
    group = _question(found, key)
    _must_be_members(group, keys)
    if set(keys) == set(group.members):
        raise EditError(_("Leave at least one box in the question that you split."))
    said = Wording("", single=group.single, required=found.review(key).required)
    made = _gathered(found, keys, Group(found.new_group_id(), GroupKind.OPTIONS, ""), said)
    return _with_group(made, replace(made.group_by_id(key), made=True))


def dissolve(found: FieldSet, key: str) -> FieldSet:
    """Every box of a question stands alone."""
    return take_out(found, key, _question(found, key).members)


def _gathered(found: FieldSet, keys: Collection[str], group: Group, said: Wording) -> FieldSet:
    _must_be_options(found, keys)
    for one in keys:
        found = leave_group(found, one)
    made = in_order(found, replace(group, members=tuple(keys), made=True))
    return describe_question(found.with_groups(*found.detection.groups, made), group.id, said)


def _with_group(found: FieldSet, group: Group) -> FieldSet:
    """A group in the place of the one with its id."""
    return found.with_groups(*(group if one.id == group.id else one for one in found.detection.groups))


def _question(found: FieldSet, key: str) -> Group:
    group = found.group_by_id(key)
    if group.kind is not GroupKind.OPTIONS:
        raise EditError(_("This is a list, and no question with boxes to tick."))
    return group


def _must_be_options(found: FieldSet, keys: Collection[str]) -> None:
    for key in keys:
        group = found.group(key)
        if found.field(key).kind is not FieldKind.OPTION:
            raise EditError(_("Only boxes to tick answer one question together. Change the kind of the others first."))
        if group and group.kind is GroupKind.ROWS:
            raise EditError(_("A box in a row of a list stays in its row."))


def _must_be_members(group: Group, keys: Collection[str]) -> None:
    if not keys:
        raise EditError(_("Choose at least one box to tick."))
    if not set(keys) <= set(group.members):
        raise EditError(_("A box does not belong to this question any more. Look at the list again."))
