"""What may be written as a text: formatted text in the editor's own box, everything else in a plain one."""

from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import modelform_factory
from django.http import QueryDict
from wagtail.admin.forms.models import WagtailAdminModelForm

from translations.fields import RichTextField
from translations.languages import column
from translations.usable_text import UnfitError, clean_markup, usable


@cache
def box(model: type[models.Model], field: str, language: str) -> forms.Field:
    """The form field of a formatted text in a language, as in the editor of its page."""
    name = column(field, language)
    form: Any = modelform_factory(model, form=WagtailAdminModelForm, fields=[name])
    found: forms.Field = form.base_fields[name]
    return found


def is_formatted(model: type[models.Model], field: str) -> bool:
    """Is this rich text?"""
    return isinstance(model._meta.get_field(field), RichTextField)


def written(model: type[models.Model], field: str, language: str, sent: QueryDict) -> str:
    """What the box of a text sent as ``text``. Raises ``ValidationError``, as ``cleaned`` does."""
    text = sent.get("text", "")
    if is_formatted(model, field):
        text = box(model, field, language).widget.value_from_datadict(sent, {}, "text") or ""
    return cleaned(model, field, text)


def cleaned(model: type[models.Model], field: str, text: str) -> str:
    """A text that the column can take. Raises ``ValidationError`` with what is wrong, for the one who wrote it."""
    original: Any = model._meta.get_field(field)
    try:
        text = usable(text).strip()
        if isinstance(original, RichTextField):
            text = clean_markup(original, text)
    except UnfitError as error:
        raise ValidationError(str(error)) from error
    if not isinstance(original, models.TextField):
        text = " ".join(text.split())  # of one line
    forms.CharField(max_length=original.max_length).run_validators(text)
    return text
