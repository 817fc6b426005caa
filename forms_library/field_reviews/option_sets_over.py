"""From one version to the next: what an editor said about questions with boxes to tick."""

from collections.abc import Mapping
from dataclasses import replace

from forms_library.detection.fields import Detection, FieldKind, Group, GroupKind

from .field_set import FieldSet
from .groups import in_order, leave_group
from .reviews import Review, Reviews


def carry_questions(old: Detection, reviews: Reviews, new: FieldSet, pairs: Mapping[str, str]) -> FieldSet:
    """The questions of ``new`` as they were in ``old``. ``pairs`` leads from the old id of a field to its new one.

    A question whose boxes an editor chose is made again of those that were found again. Another one keeps the boxes
    that the machine found, and gets the words that an editor gave it. A box that stood alone stands alone.
    """
    for field in old.fields:
        alone = field.kind is FieldKind.OPTION and field.id not in old.groups_by_member
        if alone and field.id in pairs:
            new = _leave_question(new, pairs[field.id])
    for group in old.groups:
        heirs = tuple(pairs[key] for key in group.members if key in pairs)
        if heirs and group.kind is GroupKind.OPTIONS:
            new = _worded(*(_made(new, group, heirs) if group.made else _found(new, group, heirs)), group, reviews)
    return new


def _leave_question(new: FieldSet, key: str) -> FieldSet:
    group = new.group(key)
    return leave_group(new, key) if group and group.kind is GroupKind.OPTIONS else new


def _made(new: FieldSet, group: Group, heirs: tuple[str, ...]) -> tuple[FieldSet, Group | None]:
    free = tuple(key for key in heirs if (held := new.group(key)) is None or held.kind is GroupKind.OPTIONS)
    if not free:
        return new, None
    for key in free:
        new = leave_group(new, key)
    again = in_order(new, Group(new.new_group_id(), GroupKind.OPTIONS, group.label, free, made=True))
    return new.with_groups(*new.detection.groups, again), again


def _found(new: FieldSet, group: Group, heirs: tuple[str, ...]) -> tuple[FieldSet, Group | None]:
    """The question that the boxes belong to by what the machine says, where it is one."""
    held = {found.id: found for key in heirs if (found := new.group(key))}
    questions = [one for one in held.values() if one.kind is GroupKind.OPTIONS]
    return new, questions[0] if len(questions) == len(held) == 1 else None


def _worded(new: FieldSet, again: Group | None, before: Group, reviews: Reviews) -> FieldSet:
    if again is None:
        return new
    renamed = before.made or reviews.get(before.id, Review()).found_as
    changed = replace(again, label=before.label if renamed else again.label, single=before.single)
    new = new.with_groups(*(changed if one.id == again.id else one for one in new.detection.groups))
    return new.with_review(again.id, reviews[before.id]) if before.id in reviews else new
