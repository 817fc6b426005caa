"""Groups stay true when fields come and go: no member that is not there, no row without members, no empty group."""

from dataclasses import replace

from forms_library.detection.fields import Group, GroupKind

from .field_set import FieldSet

Rows = tuple[tuple[str, ...], ...]


def leave_group(found: FieldSet, key: str) -> FieldSet:
    """Without a field in any group. Of a group that nobody comes back to, nothing is left."""
    left = (_without(group, key) for group in found.detection.groups)
    found = found.with_groups(*(group for group in left if group.members))
    kept = {*(group.id for group in found.detection.groups), *(one.group.id for one in found.removed if one.group)}
    gone = {name for name in found.reviews if name[:1] == "g"} - kept
    for name in gone:
        found = found.without_review(name)
    return found


def in_order(found: FieldSet, group: Group) -> Group:
    """The options of a question stand in the order of the fields."""
    if group.kind is not GroupKind.OPTIONS:
        return group
    return replace(group, members=tuple(one.id for one in found.fields if one.id in group.members))


def _without(group: Group, key: str) -> Group:
    rows = (tuple(one for one in row if one != key) for row in group.rows)
    members = tuple(one for one in group.members if one != key)
    return replace(group, members=members, rows=tuple(row for row in rows if row))


def follow_in_group(found: FieldSet, key: str, new: str) -> FieldSet:
    """A new field becomes the neighbour of another one: in its group, and in its row."""
    return found.with_groups(
        *(
            replace(group, members=_after(group.members, key, new), rows=tuple(_after(r, key, new) for r in group.rows))
            for group in found.detection.groups
        )
    )


def _after(members: tuple[str, ...], key: str, new: str) -> tuple[str, ...]:
    if key not in members:
        return members
    place = members.index(key) + 1
    return (*members[:place], new, *members[place:])


def return_to_group(found: FieldSet, key: str, before: Group | None) -> FieldSet:
    """Put a field back into the group that it left, beside those who are still there."""
    if before is None:
        return found
    present = next((group for group in found.detection.groups if group.id == before.id), None)
    others = tuple(group for group in found.detection.groups if group.id != before.id)
    if present is None:
        alone: Rows = ((key,),) if before.kind is GroupKind.ROWS else ()
        return found.with_groups(*others, replace(before, members=(key,), rows=alone))
    rows = _rows_with(present.rows, key, before.rows) if before.kind is GroupKind.ROWS else ()
    members = tuple(one for row in rows for one in row) if rows else _between(present.members, key, before.members)
    joined = replace(present, members=members, rows=rows)
    return found.with_groups(*(joined if group.id == before.id else group for group in found.detection.groups))


def _between(members: tuple[str, ...], key: str, before: tuple[str, ...]) -> tuple[str, ...]:
    """Behind the nearest of those who stood before it."""
    earlier = [one for one in before[: before.index(key)] if one in members]
    place = members.index(earlier[-1]) + 1 if earlier else 0
    return (*members[:place], key, *members[place:])


def _rows_with(rows: Rows, key: str, before: Rows) -> Rows:
    own = next((row for row in before if key in row), (key,))
    for index, row in enumerate(rows):
        if set(row) & set(own):
            return (*rows[:index], _between(row, key, own), *rows[index + 1 :])
    earlier = {one for row in before[: before.index(own)] for one in row} if own in before else set()
    place = sum(1 for row in rows if set(row) & earlier)
    return (*rows[:place], (key,), *rows[place:])
