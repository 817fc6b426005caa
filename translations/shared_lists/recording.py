"""What is known of the texts of shared lists. They have no versions: what is saved is public.

Whoever changes a translation has the Chinese of that moment before them; one that only stays while the Chinese changes
is outdated until somebody changes it, or says that it still holds.
"""

from collections.abc import Collection, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from modeltranslation.translator import translator

from translations.freshness.states import Significance, State, significance
from translations.freshness.units import Place, Unit, changes_by_itself, units_of
from translations.languages import column, columns, other_languages, translated_fields
from translations.models import SharedText
from translations.options import SharedListOptions

Key = tuple[str, str]  # the field and the language


def shared_models() -> list[type[models.Model]]:
    """The models that are registered as such."""
    registered = translator.get_registered_models(abstract=False)
    return [one for one in registered if isinstance(translator.get_options_for_model(one), SharedListOptions)]


@transaction.atomic
def record_entry(entry: Any, still_holds: Collection[Key] = ()) -> None:
    """Keep what holds for an entry that was just saved; what ``still_holds`` is made from the Chinese of now."""
    present = set()
    for language in other_languages():
        for text, is_news in known_of(entry, language, still_holds):
            present.add((text.field, language))
            if is_news:
                text.save()
    for text in texts_of(entry):
        if (text.field, text.language) not in present:
            text.delete()


def known_of(entry: Any, language: str, still_holds: Collection[Key] = ()) -> Iterator[tuple[SharedText, bool]]:
    """Each text of an entry with what is known of it, and whether that is news; nothing is stored."""
    kind = ContentType.objects.get_for_model(entry)
    known = {text.field: text for text in texts_of(entry).filter(language=language)}
    for unit in units_of(type(entry), _columns(entry), language):
        field = unit.place.field
        was = known.get(field)
        text = was or SharedText(content_type=kind, object_id=entry.pk, field=field, language=language)
        yield text, _update(text, unit, is_new=was is None, holds=(field, language) in still_holds)


def texts_of(entry: models.Model) -> models.QuerySet[SharedText]:
    """What is known of one entry."""
    return SharedText.objects.filter(content_type=ContentType.objects.get_for_model(entry), object_id=entry.pk)


def _columns(entry: Any) -> dict[str, Any]:
    names = (name for field in translated_fields(type(entry)) for name in columns(field))
    return {"pk": entry.pk, **{name: getattr(entry, name) for name in names}}


def _update(text: SharedText, unit: Unit, is_new: bool, holds: bool) -> bool:
    """Take over what stands there now. Is that news?"""
    before = (text.source, text.target, text.made_from)
    if holds or is_new or unit.target != text.target:
        text.made_from = unit.source if unit.target else ""
    text.source, text.target = unit.source, unit.target
    if (text.source, text.target, text.made_from) == before and not is_new:
        return False
    _date(text, unit.place, chinese_changed=text.source != before[0])
    return True


def _date(text: SharedText, place: Place, chinese_changed: bool) -> None:
    if text.state is not State.OUTDATED:
        text.outdated_on, text.significance = None, Significance.NORMAL
    elif chinese_changed:
        text.outdated_on = text.outdated_on or timezone.localdate()
        text.significance = significance("", changes_by_itself(place))


def on_saved(sender: type[models.Model], instance: models.Model, raw: bool = False, **_kwargs: Any) -> None:
    if not raw:
        record_entry(instance)


def on_deleted(sender: type[models.Model], instance: models.Model, **_kwargs: Any) -> None:
    texts_of(instance).delete()


def connect() -> None:
    """Listen to every shared list from now on."""
    for model in shared_models():
        name = f"translations.shared_lists.{model._meta.label}"
        post_save.connect(on_saved, sender=model, dispatch_uid=name)
        post_delete.connect(on_deleted, sender=model, dispatch_uid=name)


def write(entry: Any, language: str, texts: dict[str, str]) -> None:
    """Store translations of an entry, by field; those that stay as they were still hold."""
    for field, text in texts.items():
        setattr(entry, column(field, language), text)
    entry.save(update_fields=[column(field, language) for field in texts])
    record_entry(entry, still_holds=[(field, language) for field, text in texts.items() if text])
