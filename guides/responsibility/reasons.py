"""Why a published item is changed: asked for before the change goes public."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from guides.models import GuidePage
from knowledge.review.content import words
from translations.freshness.states import Weight
from translations.languages import column, other_languages, translated_fields

BESIDE = ("change_weight", "change_reason", "slug", "go_live_at", "expire_at", "comment_notifications")


def reason_is_missing(form: Any) -> bool:
    """Would the form of a published item change its Chinese or its facts, not by slips of the pen, and not say why?

    The form is valid so far. What it would make public is compared with what readers have, drafts between them or not.
    """
    said = form.cleaned_data
    if said.get("change_reason") or said.get("change_weight") == Weight.TYPO:
        return False
    public = GuidePage.objects.live().filter(pk=form.instance.pk).first()
    return public is not None and (_changes_fields(form, public) or any(_changes_rows(form, public)))


def reason_wanted() -> str:
    return _(
        "Say why this published item is changed: the history and the public record show it. Where only slips of the "
        "pen are put right, choose that as the weight of the change instead."
    )


def _changes_fields(form: Any, public: GuidePage) -> bool:
    names = _own(GuidePage, form.fields)
    return _values(public, names) != {name: plain(form.cleaned_data.get(name)) for name in names}


def _changes_rows(form: Any, public: GuidePage) -> Iterable[bool]:
    for relation, formset in form.formsets.items():
        if relation == "comments":
            continue
        names = _own(formset.model, (field.name for field in formset.model._meta.concrete_fields))
        names = [name for name in names if name in formset.empty_form.fields]
        kept = [one.cleaned_data for one in formset.ordered_forms if one.has_changed() or one.instance.pk]
        was = [_values(row, names) for row in getattr(public, relation).all()]
        yield was != [{name: plain(data.get(name)) for name in names} for data in kept]


def _own(model: type[Model], names: Iterable[str]) -> list[str]:
    """Without translations, and without what is said of a change."""
    translations = {column(name, code) for name in translated_fields(model) for code in other_languages()}
    return [name for name in names if name not in translations and name not in BESIDE and hasattr(model, name)]


def _values(instance: Model, names: Iterable[str]) -> Mapping[str, Any]:
    return {name: plain(getattr(instance, name)) for name in names}


def plain(value: Any) -> Any:
    """A value so that what the database has and what a form sends compare equal when they say the same."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, str):
        return words(value)
    if hasattr(value, "all"):
        value = list(value.all())
    if value is None or value in ([], ()):
        return ""
    is_many = not isinstance(value, str | bytes) and hasattr(value, "__iter__")
    return sorted((plain(one) for one in value), key=str) if is_many else value
