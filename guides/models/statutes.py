"""Statutes, their dated versions, and the articles of each."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from guides.codes.statutes import StatuteKind, VersionStatus
from guides.statutes.numbering import ArticleNumber

TITLE_LENGTH = 300


class Statute(models.Model):
    """A law or another rule, under the title that all its versions have. It is imported, not written in the admin.

    ``registered_at`` is when the import began that brought its first version.
    """

    title = models.CharField(pgettext_lazy("of a statute", "title"), max_length=TITLE_LENGTH)
    abbreviations = models.TextField(
        _("abbreviations"), blank=True, help_text=_("One a line, as they are used in citations.")
    )
    kind = models.CharField(
        pgettext_lazy("of a statute", "rank"),
        max_length=40,
        choices=StatuteKind.choices,
        default=StatuteKind.OTHER,
        db_index=True,
    )
    issuing_body = models.CharField(_("issued by"), max_length=200, blank=True)
    slug = models.SlugField(_("address"), max_length=120, unique=True)
    repealed_on = models.DateField(_("repealed on"), null=True, blank=True)
    repealed_by = models.ForeignKey(
        "self", verbose_name=_("repealed by"), null=True, blank=True, on_delete=models.SET_NULL, related_name="repeals"
    )
    registered_at = models.DateTimeField(editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("statute")
        verbose_name_plural = _("statutes")
        ordering = ["title_zh_hans"]

    def __str__(self) -> str:
        return str(self.title_zh_hans)  # type: ignore[attr-defined]

    def get_absolute_url(self) -> str:
        return reverse("guides:statute", args=[self.slug])


class StatuteName(models.Model):
    """A name under which a statute is cited; ``key`` is what all ways to write it have in common (``title_key``)."""

    statute = models.ForeignKey(Statute, on_delete=models.CASCADE, related_name="names")
    key = models.CharField(max_length=TITLE_LENGTH, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["statute", "key"], name="statute_name_once")]

    def __str__(self) -> str:
        return self.key


class VersionQuerySet(models.QuerySet["StatuteVersion"]):
    def in_force(self, day: date) -> "VersionQuerySet":
        """Those for which ``StatuteVersion.is_in_force`` holds: one of a statute at most."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), effective_on__lte=day)


class StatuteVersion(models.Model):
    """What a statute said from one day (``effective_on``) until another, on which it no longer did (``ends_on``).

    ``dated`` is the day on which this wording was adopted or published. ``arrived_at`` is when the import began that
    brought it.
    """

    statute = models.ForeignKey(Statute, on_delete=models.CASCADE, related_name="versions")
    dated = models.DateField(_("date of the version"))
    effective_on = models.DateField(_("in force from"), db_index=True)
    ends_on = models.DateField(_("no longer in force from"), null=True, blank=True, db_index=True)
    head = models.TextField(_("history"), blank=True)
    document_number = models.CharField(_("document number"), max_length=100, blank=True)
    preamble = models.TextField(blank=True)
    appendix = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)  # the name of the file
    digest = models.CharField(max_length=64, editable=False)  # of the file, with its name
    arrived_at = models.DateTimeField(editable=False)

    objects = VersionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("version of a statute")
        default_permissions = ()
        ordering = ["statute", "effective_on", "dated"]
        constraints = [models.UniqueConstraint(fields=["statute", "dated"], name="statute_version_once_a_day")]

    def __str__(self) -> str:
        return f"{self.statute_id} {self.dated}"

    def is_in_force(self, day: date) -> bool:
        """The rule that ``VersionQuerySet.in_force`` asks the database."""
        return self.effective_on <= day and (self.ends_on is None or day < self.ends_on)

    def status(self, day: date) -> VersionStatus:
        """What it is on a day."""
        if self.is_in_force(day):
            return VersionStatus.IN_FORCE
        if day < self.effective_on:
            return VersionStatus.FUTURE
        return VersionStatus.REPEALED if self.ends_on == self.statute.repealed_on else VersionStatus.SUPERSEDED

    @property
    def amendments(self) -> list[str]:
        """The lines of the head: what was done to the statute, one act a line."""
        return self.head.splitlines()


class Article(models.Model):
    """An article of one version. ``written`` is its number as it stands there, ``path`` its chapters, one a line."""

    version = models.ForeignKey(StatuteVersion, on_delete=models.CASCADE, related_name="articles")
    number = models.PositiveSmallIntegerField()
    insertion = models.PositiveSmallIntegerField(default=0)  # 1 for 之一
    written = models.CharField(max_length=40)
    path = models.TextField(blank=True)
    text = models.TextField(blank=True)

    objects: Any = models.Manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("article")
        default_permissions = ()
        ordering = ["number", "insertion"]
        constraints = [models.UniqueConstraint(fields=["version", "number", "insertion"], name="article_once")]

    def __str__(self) -> str:
        return self.written

    @property
    def place(self) -> ArticleNumber:
        return ArticleNumber(self.number, self.insertion)

    @property
    def anchor(self) -> str:
        return self.place.anchor
