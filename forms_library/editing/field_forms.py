"""What an editor's browser says about fields, and which edit that means."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from forms_library.detection.fields import FieldKind
from forms_library.detection.geometry import Rect
from forms_library.field_reviews import edits, places, reviews
from forms_library.field_reviews.edits import Description
from forms_library.field_reviews.field_set import EditError, FieldSet
from forms_library.field_reviews.reviews import word_names
from forms_library.versions.fields import Edit

from .checked import checked
from .field_wording import KINDS
from .question_forms import QUESTION_ACTIONS

LABEL, WORDS = 120, 500  # characters
KEY = 20
SAYS = "label"  # posted by whatever has the words of a field in it


class KeyForm(forms.Form):
    """Which field."""

    field = forms.CharField(max_length=KEY)


class DescriptionForm(KeyForm):
    """The words of a field."""

    label = forms.CharField(label=_("Name"), max_length=LABEL, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS)
    required = forms.BooleanField(label=pgettext_lazy("a field", "Required"), required=False)
    hint = forms.CharField(label=_("Hint in the form"), max_length=WORDS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in word_names():
            longest = LABEL if name.startswith(reviews.LABEL) else WORDS
            self.fields[name] = forms.CharField(max_length=longest, required=False)

    @property
    def description(self) -> Description:
        said = self.cleaned_data
        words = {name: said[name] for name in word_names()}
        return Description(said["label"], FieldKind(said["kind"]), said["required"], said["hint"], words)


class PlaceForm(forms.Form):
    """A rectangle in points, from the top left of its page."""

    left = forms.FloatField(label=_("From the left"))
    top = forms.FloatField(label=_("From the top"))
    width = forms.FloatField(label=pgettext_lazy("of a box", "Width"), min_value=places.SMALLEST)
    height = forms.FloatField(label=pgettext_lazy("of a box", "Height"), min_value=places.SMALLEST)

    @property
    def rect(self) -> Rect:
        given = self.cleaned_data
        return Rect(given["left"], given["top"], given["left"] + given["width"], given["top"] + given["height"])


class MoveForm(KeyForm, PlaceForm):
    """A field's new place."""


class DrawForm(PlaceForm):
    """A new field's place; pages count from 1. What it is may be said at once, or later."""

    page = forms.IntegerField(label=pgettext_lazy("of a form", "Page"), min_value=1)
    name = forms.CharField(label=pgettext_lazy("of a field", "Name"), max_length=LABEL, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=KINDS, required=False)


class MergeForm(KeyForm):
    """Two fields."""

    other = forms.CharField(max_length=KEY, required=False)


class ZoneForm(forms.Form):
    """A place that is not filled in, counted from 0."""

    zone = forms.IntegerField(min_value=0)


def edit_of(action: str, sent: QueryDict) -> Edit:
    """The edit that a button means. Raises ``EditError``.

    A button in the row of a field brings the words of that row along: they are kept whatever the button does.
    """
    make = ACTIONS.get(action)
    if make is None:
        raise EditError(_("This cannot be done with fields."))
    edit = make(sent)
    if SAYS not in sent:
        return edit
    said = checked(DescriptionForm(sent))
    key, description = said.cleaned_data["field"], said.description
    return lambda found: edit(edits.describe(found, key, description))


def _of_field(edit: Callable[[FieldSet, str], FieldSet]) -> Callable[[QueryDict], Edit]:
    """Of edits that need to know which field, and nothing else."""

    def make(sent: QueryDict) -> Edit:
        key: str = checked(KeyForm(sent)).cleaned_data["field"]
        return lambda found: edit(found, key)

    return make


def _merge(sent: QueryDict) -> Edit:
    given = checked(MergeForm(sent)).cleaned_data
    return lambda found: places.merge(found, given["field"], given["other"] or _next(found, given["field"]))


def _next(found: FieldSet, key: str) -> str:
    """The id of the field that follows in the order."""
    place = found.place(key) + 1
    if place == len(found.fields):
        raise EditError(_("No field follows that it could be merged with."))
    return found.fields[place].id


def _move(sent: QueryDict) -> Edit:
    form = checked(MoveForm(sent))
    return lambda found: places.move(found, form.cleaned_data["field"], form.rect)


def _draw(sent: QueryDict) -> Edit:
    form = checked(DrawForm(sent))
    given = form.cleaned_data
    kind = FieldKind(given["kind"] or FieldKind.TEXT)
    return lambda found: places.draw(found, given["page"] - 1, form.rect, given["name"], kind)


def _zone(sent: QueryDict) -> Edit:
    number: int = checked(ZoneForm(sent)).cleaned_data["zone"]
    return lambda found: edits.remove_zone(found, number)


ACTIONS: dict[str, Callable[[QueryDict], Edit]] = {
    "accept": lambda sent: edits.accept_certain,
    "suggestions": lambda sent: edits.use_suggestions,
    "save": _of_field(lambda found, key: found),
    "confirm": _of_field(edits.confirm),
    "doubt": _of_field(lambda found, key: edits.confirm(found, key, confirmed=False)),
    "suggestion": _of_field(edits.use_suggestion),
    "up": _of_field(lambda found, key: edits.shift(found, key, -1)),
    "down": _of_field(lambda found, key: edits.shift(found, key, 1)),
    "delete": _of_field(edits.delete),
    "put_back": _of_field(edits.put_back),
    "split": _of_field(places.split),
    "merge": _merge,
    "move": _move,
    "draw": _draw,
    "zone": _zone,
    **QUESTION_ACTIONS,
}
