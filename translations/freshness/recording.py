"""Keeping what is known of texts: with each saved version what was translated, with each publication what holds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from translations.languages import other_languages
from translations.models import SourceChange, TranslatedPage, TranslatedText, Wording
from translations.reading import is_reviewed

from .making import Known, made, origin
from .states import Significance, State, Weight, significance
from .units import Place, Unit, changes_by_itself, units_of

IDENTITY = ("content_type", "object_id", "field", "language")
UPDATED = ("source", "target", "made_from", "reviewed", "significance", "outdated_on")


def remember(revision: Revision, before: Mapping[str, Any] | None = None) -> None:
    """Which translations were made in this version of a page, compared with the content ``before`` it.

    Without that, it is compared with the version before it.
    """
    model = revision.content_type.model_class()
    if model is None or not issubclass(model, TranslatedPage):
        return
    page = int(revision.object_id)
    if before is None:
        earlier = Revision.page_revisions.filter(object_id=revision.object_id, pk__lt=revision.pk)
        before = earlier.order_by("-pk").values_list("content", flat=True).first()
    for language in other_languages():
        was = None if before is None else units_of(model, before, language)
        _keep(page, language, made(was, units_of(model, revision.content, language)), revision.user_id)


def _keep(page: int, language: str, units: Iterable[Unit], maker: int | None = None) -> None:
    wordings = [Wording.of(page, language, unit.source, unit.target, maker) for unit in units]
    Wording.objects.bulk_create(wordings, ignore_conflicts=True)


def record(page: TranslatedPage, revision: Revision | None = None, languages: Sequence[str] | None = None) -> None:
    """What holds for the texts of a page that was just published, and how its Chinese has changed.

    In ``languages``, or in all that there are.
    """
    content = revision.content if revision else page.serializable_data()
    for language in languages or other_languages():
        units = units_of(type(page), content, language)
        if any(unit.place.key is None for unit in units):  # rows that were stored when the version was published
            units = units_of(type(page), page.serializable_data(), language)
        with transaction.atomic():
            _Recording(page, language, revision).record(units)


def newest_texts(page: TranslatedPage, language: str) -> list[tuple[Unit, TranslatedText]]:
    """Each text of the newest version of a page with what would be known of it were that published now."""
    newest = page.latest_revision
    content = newest.content if newest else page.serializable_data()
    recording = _Recording(page, language, None)
    return [(unit, recording.text(unit)) for unit in units_of(type(page), content, language)]


def becomes_outdated(page: TranslatedPage, language: str) -> list[Place]:
    """The texts whose translation is no longer made from the Chinese of the newest version of a page."""
    return [unit.place for unit, text in newest_texts(page, language) if text.state is State.OUTDATED]


class _Recording:
    """The texts of one page in one language, as they were and as they are."""

    def __init__(self, page: TranslatedPage, language: str, revision: Revision | None) -> None:
        self.page, self.language, self.revision = page, language, revision
        self.reviewed = is_reviewed(page, language)
        texts = TranslatedText.objects.filter(page=page, language=language)
        self.known = {(text.content_type_id, text.object_id, text.field): text for text in texts}
        self.is_first = not self.known
        self.made_of = _made_of(page, language)

    def record(self, units: Sequence[Unit]) -> None:
        before = {key: text.source for key, text in self.known.items()}
        after = {self._key(unit.place): unit for unit in units}
        gone = [text.pk for key, text in self.known.items() if key not in after]
        now = {key: self.text(unit) for key, unit in after.items() if self._has_changed(key, unit)}
        if gone:
            TranslatedText.objects.filter(pk__in=gone).delete()
        TranslatedText.objects.bulk_create(
            now.values(), update_conflicts=True, unique_fields=IDENTITY, update_fields=UPDATED
        )
        _keep(self.page.pk, self.language, (after[key] for key, text in now.items() if self._is_news(text)))
        if self.language == other_languages()[0] and not self.is_first:  # the Chinese changes once
            sources = {key: unit.source for key, unit in after.items()}
            SourceChange.objects.bulk_create(self._changes(before, sources))

    def _has_changed(self, key: tuple[int, int, str], unit: Unit) -> bool:
        """Is there anything new to be known of it?"""
        known = self.known.get(key)
        if known is None or (known.source, known.target, known.reviewed) != (unit.source, unit.target, self.reviewed):
            return True
        return known.made_from != known.source and known.source in self.made_of.get(known.target, ())

    def text(self, unit: Unit) -> TranslatedText:
        content_type, key, field = self._key(unit.place)
        was = self.known.get((content_type, key, field))
        known = Known(was.source, was.target, was.made_from) if was else None
        only_slips = self.page.change_weight == Weight.TYPO
        made_from = origin(unit, known, self.made_of.get(unit.target, ()), only_slips)
        text = TranslatedText(
            page=self.page,
            content_type_id=content_type,
            object_id=key,
            field=field,
            language=self.language,
            source=unit.source,
            target=unit.target,
            made_from=made_from,
            reviewed=self.reviewed,
        )
        if text.state is State.OUTDATED:
            self._date(text, unit.place, was)
        return text

    def _date(self, text: TranslatedText, place: Place, was: TranslatedText | None) -> None:
        """Since when it is outdated, and how badly; worse changes count, later ones do not make it newer."""
        stood = was is not None and was.source == text.source
        weight = Significance.TYPO if stood else significance(self.page.change_weight, changes_by_itself(place))
        earlier = was.significance if was and was.state is State.OUTDATED else Significance.NORMAL
        text.significance = max(weight, earlier)
        text.outdated_on = (was.outdated_on if was else None) or timezone.localdate()

    def _is_news(self, text: TranslatedText) -> bool:
        """Was it made from the Chinese that stands there, and is not known as that yet?"""
        current = bool(text.target) and text.made_from == text.source
        return current and text.source not in self.made_of.get(text.target, ())

    def _key(self, place: Place) -> tuple[int, int, str]:
        content_type = ContentType.objects.get_for_model(place.model, for_concrete_model=False)
        return content_type.pk, self.page.pk if place.key is None else place.key, place.field

    def _changes(
        self, before: Mapping[tuple[int, int, str], str], after: Mapping[tuple[int, int, str], str]
    ) -> Iterator[SourceChange]:
        for key in sorted({*before, *after}):
            was, now = before.get(key, ""), after.get(key, "")
            if was != now:
                content_type, pk, field = key
                model = ContentType.objects.get_for_id(content_type).model_class()
                by_itself = model is not None and changes_by_itself(Place(model, pk, field))
                yield SourceChange(
                    page=self.page,
                    revision=self.revision,
                    content_type_id=content_type,
                    object_id=pk,
                    field=field,
                    before=was,
                    after=now,
                    significance=significance(self.page.change_weight, by_itself),
                )


def _made_of(page: TranslatedPage, language: str) -> Mapping[str, Sequence[str]]:
    """The Chinese texts that each translation on this page is known to have been made of, the latest last."""
    found: dict[str, list[str]] = {}
    pairs = Wording.objects.filter(page=page, language=language).order_by("made_at", "pk")
    for source, target in pairs.values_list("source", "target"):
        found.setdefault(target, []).append(source)
    return found
