"""What is known of the texts that readers see: what each translation was made from, and how the Chinese changed."""

import hashlib
from typing import Any, Self

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from translations.freshness.states import Significance, State, in_state, state_of
from translations.freshness.units import Place

FIELD_LENGTH = 60
LANGUAGE_LENGTH = 12
DIGEST_LENGTH = 32


def digest(source: str, target: str) -> str:
    """A key for a pair of texts of any length."""
    return hashlib.blake2b(f"{source}\0{target}".encode(), digest_size=DIGEST_LENGTH // 2).hexdigest()


class KnownTextQuerySet(models.QuerySet[Any]):
    def in_state(self, state: State) -> Self:
        """The rule of ``state_of`` as a query."""
        return self.filter(in_state(state))


class KnownText(models.Model):
    """A Chinese text, its translation into one language, and the Chinese that this was made from."""

    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(_("field"), max_length=FIELD_LENGTH)
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)
    source = models.TextField(_("Chinese"), blank=True)
    target = models.TextField(_("translation"), blank=True)
    made_from = models.TextField(_("made from"), blank=True)
    reviewed = models.BooleanField(_("translation reviewed"), default=False)
    significance = models.PositiveSmallIntegerField(
        _("significance"), choices=Significance.choices, default=Significance.NORMAL
    )
    outdated_on = models.DateField(_("outdated since"), null=True, blank=True)

    objects = models.Manager.from_queryset(KnownTextQuerySet)()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.field} ({self.language}): {self.source}"

    @property
    def place(self) -> Place:
        """Where it stands; without a model where that is no more."""
        model: Any = ContentType.objects.get_for_id(self.content_type_id).model_class()
        return Place(model, self.object_id, self.field)

    @property
    def state(self) -> State:
        return state_of(self.source, self.target, self.made_from, self.reviewed)


class TranslatedText(KnownText):
    """A published text of a page or of one of its rows."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="translated_texts", verbose_name=_("page"))

    class Meta:
        verbose_name = _("translated text")
        verbose_name_plural = _("translated texts")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"], name="one_state_of_a_text_in_a_language"
            )
        ]


class SharedText(KnownText):
    """A text of a shared list (a topic, a district, a service point): what is saved there is public at once."""

    reviewed = models.BooleanField(_("translation reviewed"), default=True)

    class Meta:
        verbose_name = _("translated text of a list")
        verbose_name_plural = _("translated texts of lists")
        permissions = [("translate_lists", _("Can translate topics, districts and service points"))]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "field", "language"], name="one_state_of_a_shared_text"
            )
        ]


class Wording(models.Model):
    """A translation that somebody made of a Chinese text, on a page, and who looked it over. The translation memory."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="wordings")
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    source = models.TextField()
    target = models.TextField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_machine = models.BooleanField(default=False)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "language", "digest"], name="a_wording_is_known_once_on_a_page")
        ]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"

    @classmethod
    def of(cls, page: int, language: str, source: str, target: str, maker: int | None = None) -> "Wording":
        """One that is not stored yet; ``maker`` is the key of a user."""
        key = digest(source, target)
        return cls(page_id=page, language=language, source=source, target=target, digest=key, made_by_id=maker)


class SourceChange(models.Model):
    """A published change of a Chinese text, with what stood there before."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="source_changes", verbose_name=_("page"))
    revision = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    field = models.CharField(_("field"), max_length=FIELD_LENGTH)
    before = models.TextField(_("before"), blank=True)
    after = models.TextField(_("after"), blank=True)
    significance = models.PositiveSmallIntegerField(_("significance"), choices=Significance.choices)
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("change of a Chinese text")
        verbose_name_plural = _("changes of Chinese texts")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"
