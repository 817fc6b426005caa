"""What an editor says about fields: confirmed, called so, of this kind, in this order, taken away. Pure."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind, GroupKind
from translations.languages import column

from .field_set import EditError, FieldSet, Removed
from .glossary import SUGGESTED_IN, suggest
from .groups import in_order, leave_group, return_to_group
from .reviews import LABEL, Review


@dataclass(frozen=True)
class Description:
    """Everything about a field that is words."""

    label: str
    kind: FieldKind
    required: bool = False
    hint: str = ""
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)  # as in ``Review``


def accept_certain(found: FieldSet) -> FieldSet:
    """Confirm all that the machine is sure of."""
    for field in found.fields:
        if not field.needs_review:
            found = confirm(found, field.id)
    return found


def confirm(found: FieldSet, key: str, confirmed: bool = True) -> FieldSet:
    """An editor has looked at a field, and it is right; or it is not after all."""
    if confirmed and not found.field(key).label:
        raise EditError(_("Give the field a name before you confirm it."))
    return found.with_review(key, replace(found.review(key), confirmed=confirmed))


def describe(found: FieldSet, key: str, said: Description) -> FieldSet:
    """The words of a field, all of them. What the machine called it is kept."""
    field = found.field(key)
    if said.kind not in kinds_for(field, found.drawn):
        raise EditError(_("The file says that this is a box to tick, or that it is none: the kind cannot be changed."))
    review = replace(
        found.review(key),
        required=said.required,
        found_as=_found_as(field, found.review(key), said.label),
    ).with_words(said.words)
    if not said.label:
        review = replace(review, confirmed=False)
    changed = replace(field, label=said.label, kind=said.kind, hint=said.hint)
    return _leave_options(found.with_field(changed).with_review(key, review), changed)


def _found_as(field: Field, review: Review, label: str) -> str:
    """The machine's label where an editor's is another one."""
    first = review.found_as or field.label
    return first if first != label else ""


def _leave_options(found: FieldSet, field: Field) -> FieldSet:
    """What is no box to tick any more is no answer to a question with boxes."""
    group = found.group(field.id)
    no_option = field.kind is not FieldKind.OPTION
    return leave_group(found, field.id) if group and group.kind is GroupKind.OPTIONS and no_option else found


def kinds_for(field: Field, drawn: bool) -> list[FieldKind]:
    """The kinds that a field can be. In a DOCX or XLSX a box to tick is a character, and stays one."""
    if drawn:
        return list(FieldKind)
    return [kind for kind in FieldKind if (kind is FieldKind.OPTION) == (field.shape is Shape.BOX)]


def use_suggestion(found: FieldSet, key: str) -> FieldSet:
    """The glossary's English label, where it has one and the field has none."""
    review, suggestion = found.review(key), suggest(found.field(key).label)
    if review.label(SUGGESTED_IN) or not suggestion:
        return found
    return found.with_review(key, review.with_words({column(LABEL, SUGGESTED_IN): suggestion}))


def use_suggestions(found: FieldSet) -> FieldSet:
    """For all fields, and for all questions with boxes to tick."""
    for field in found.fields:
        found = use_suggestion(found, field.id)
    for group in found.detection.groups:
        review, suggestion = found.review(group.id), suggest(group.label)
        if group.kind is GroupKind.OPTIONS and suggestion and not review.label(SUGGESTED_IN):
            found = found.with_review(group.id, review.with_words({column(LABEL, SUGGESTED_IN): suggestion}))
    return found


def shift(found: FieldSet, key: str, by: int) -> FieldSet:
    """Earlier (``by`` < 0) or later in the order; not beyond its ends."""
    place = found.place(key)
    rest = [field for field in found.fields if field.id != key]
    rest.insert(max(0, place + by), found.fields[place])
    shifted = found.with_fields(*rest)
    return shifted.with_groups(
        *(in_order(shifted, group) if key in group.members else group for group in found.detection.groups)
    )


def delete(found: FieldSet, key: str) -> FieldSet:
    """Take a field away. It can be put back."""
    removed = Removed(found.field(key), found.review(key), found.place(key), found.group(key))
    return drop(replace(found, removed=(*found.removed, removed)), key)


def drop(found: FieldSet, key: str) -> FieldSet:
    """Without a field, and nothing left of it."""
    left = leave_group(found, key).without_review(key)
    return left.with_fields(*(field for field in left.fields if field.id != key))


def put_back(found: FieldSet, key: str) -> FieldSet:
    """Where it was, with all that was said about it."""
    one = next((removed for removed in found.removed if removed.field.id == key), None)
    if one is None:
        raise EditError(_("This field is not among those that were deleted."))
    fields = list(found.fields)
    fields.insert(one.place, one.field)
    left = replace(found, removed=tuple(removed for removed in found.removed if removed is not one))
    back = return_to_group(left.with_fields(*fields), key, one.group)
    return back.with_review(key, one.review)


def remove_zone(found: FieldSet, number: int) -> FieldSet:
    """A place (counted from 0) may be filled in after all: it is none to sign, and none for the office."""
    zones = found.detection.zones
    if not 0 <= number < len(zones):
        raise EditError(_("This place is not there any more. Look at the list again."))
    return replace(found, detection=replace(found.detection, zones=(*zones[:number], *zones[number + 1 :])))
