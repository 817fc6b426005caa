"""What an editor's browser says about questions with boxes to tick, and which edit that means."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import pgettext_lazy

from forms_library.field_reviews import option_sets
from forms_library.field_reviews.field_set import FieldSet
from forms_library.field_reviews.option_sets import Wording
from forms_library.field_reviews.reviews import label_names
from forms_library.versions.fields import Edit

from .checked import checked

NAME = 120  # characters
KEY = 20
MOST = 500  # boxes
Members = Sequence[str]  # ids of fields


class QuestionForm(forms.Form):
    """The words of a question; ``group`` is its id."""

    group = forms.CharField(max_length=KEY)
    name = forms.CharField(label=pgettext_lazy("of a question", "Name"), max_length=NAME, required=False)
    single = forms.ChoiceField(choices=[("", ""), ("1", "")], required=False)
    required = forms.BooleanField(label=pgettext_lazy("a question", "Required"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in label_names():
            self.fields[name] = forms.CharField(max_length=NAME, required=False)

    @property
    def wording(self) -> Wording:
        said = self.cleaned_data
        words = {name: said[name] for name in label_names()}
        return Wording(said["name"], bool(said["single"]), said["required"], words)


class JoinForm(QuestionForm):
    """A new question, or more boxes for the one with the id ``group``."""

    group = forms.CharField(max_length=KEY, required=False)


def _members(sent: QueryDict) -> Members:
    """The boxes that are ticked, each once."""
    return list(dict.fromkeys(key[:KEY] for key in sent.getlist("member")[:MOST]))


def _join(sent: QueryDict) -> Edit:
    form, keys = checked(JoinForm(sent)), _members(sent)
    key: str = form.cleaned_data["group"]
    if key:
        return lambda found: option_sets.add(found, key, keys)
    return lambda found: option_sets.join(found, keys, form.wording)


def _of_question(edit: Callable[[FieldSet, str, Members], FieldSet]) -> Callable[[QueryDict], Edit]:
    """The words of a question are kept, whichever of its buttons is pressed."""

    def make(sent: QueryDict) -> Edit:
        form, keys = checked(QuestionForm(sent)), _members(sent)
        key: str = form.cleaned_data["group"]
        return lambda found: edit(option_sets.describe_question(found, key, form.wording), key, keys)

    return make


QUESTION_ACTIONS: dict[str, Callable[[QueryDict], Edit]] = {
    "join": _join,
    "question": _of_question(lambda found, key, keys: found),
    "take_out": _of_question(option_sets.take_out),
    "split_off": _of_question(option_sets.split_off),
    "dissolve": _of_question(lambda found, key, keys: option_sets.dissolve(found, key)),
}
