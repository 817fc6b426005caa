"""The files of a form: dated versions, and the pages of each."""

import secrets
from typing import Any, cast

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.codes import VersionState
from forms_library.detection.fields import Detection
from forms_library.detection.stored import from_plain
from forms_library.field_reviews.field_set import FieldSet, removed_from_plain
from forms_library.field_reviews.reviews import Reviews, reviews_from_plain, why_not_online
from forms_library.safety.kinds import Kind
from forms_library.storage import forms_storage

NAME_LENGTH = 255
KINDS = [(kind.value, kind.value.upper()) for kind in Kind]


def new_folder() -> str:
    """A directory that nobody can guess."""
    return secrets.token_hex(16)


def file_name(instance: Any, name: str) -> str:
    """Where a file of a version lies."""
    return f"{instance.folder}/{name}"


def _file(verbose_name: Any = None) -> models.FileField:
    """A file in the private storage."""
    return models.FileField(verbose_name, upload_to=file_name, storage=forms_storage, blank=True)


def _person(verbose_name: Any) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )


class FormVersion(models.Model):
    """One edition of a form.

    ``original`` is the upload, kept as evidence and never given to anybody; ``file`` was made anew of it and is what
    readers get; ``sample`` is the same form filled with invented data, marked on every page. ``fields`` is a
    ``Detection`` as plain data, ``reviews`` what editors said about its fields, ``fields_removed`` those that they took
    away. ``fields_revision`` grows with every edit of these three.
    """

    page = models.ForeignKey("forms_library.FormPage", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=20, choices=VersionState.choices, default=VersionState.DRAFT)
    dated = models.DateField(_("date of the version"), default=timezone.localdate)
    note = models.TextField(_("what has changed"), blank=True)
    folder = models.CharField(max_length=32, default=new_folder, editable=False)
    original = _file(_("file as it was uploaded"))
    original_name = models.CharField(_("name of the uploaded file"), max_length=NAME_LENGTH, blank=True)
    file = _file(_("file"))
    file_kind = models.CharField(
        _("format"), max_length=10, choices=[(kind.value, kind.value.upper()) for kind in Kind]
    )
    size = models.PositiveBigIntegerField(_("size"), default=0)  # bytes
    sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sample = _file(_("filled sample"))
    sample_size = models.PositiveBigIntegerField(default=0)
    fields = models.JSONField(null=True, blank=True, default=None)
    reviews = models.JSONField(blank=True, default=dict)
    fields_removed = models.JSONField(blank=True, default=list)
    fields_revision = models.PositiveIntegerField(default=0)
    fillable = models.BooleanField(_("can be filled in online"), default=False)
    scanned = models.BooleanField(_("only pictures of pages"), default=False)
    mended = models.BooleanField(_("was damaged"), default=False)
    removed = models.JSONField(blank=True, default=list)  # names of what acted in the upload
    converted_from = models.CharField(max_length=10, blank=True)
    downloads = models.PositiveBigIntegerField(_("downloads"), default=0)
    uploaded_by = _person(_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded"), default=timezone.now)
    confirmed_by = _person(_("confirmed by"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    published_by = _person(_("published by"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    withdrawn_by = _person(_("withdrawn by"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    wagtail_reference_index_ignore = True
    FILES = ("original", "file", "sample")

    class Meta:
        verbose_name = _("version of a form")
        verbose_name_plural = _("versions of forms")
        default_permissions = ()
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["page", "number"], name="form_version_number_once"),
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(state=VersionState.PUBLISHED), name="one_published_version_a_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}/{self.number}"

    @property
    def detection(self) -> Detection | None:
        """Where the form is to be filled in; nothing where it cannot be."""
        return from_plain(self.fields) if self.fields else None

    @property
    def reviewed(self) -> Reviews:
        """What editors said about the fields, by id of field."""
        return reviews_from_plain(self.reviews)

    @property
    def field_set(self) -> FieldSet | None:
        """The fields as editors work on them."""
        found = self.detection
        removed = removed_from_plain(self.fields_removed)
        return FieldSet(found, self.reviewed, removed, drawn=self.file_kind == Kind.PDF) if found else None

    @property
    def why_not_online(self) -> Promise | None:
        """Why it cannot be filled in online; nothing where it can."""
        return why_not_online(self.detection, self.reviewed, self.scanned)

    @property
    def was_public(self) -> bool:
        """Have readers seen it?"""
        return self.published_at is not None

    def count_download(self) -> None:
        """One more. Nothing is kept about who it was."""
        FormVersion.objects.filter(pk=self.pk).update(downloads=Coalesce("downloads", 0) + 1)

    def stored_files(self) -> list[tuple[Any, str]]:
        """All files of the version and its pages, as (storage, name)."""
        own = [getattr(self, name) for name in self.FILES]
        pictures = [getattr(page, name) for page in self.pages.all() for name in VersionPage.FILES]
        return [(file.storage, cast("str", file.name)) for file in (*own, *pictures) if file]


class VersionPage(models.Model):
    """A page (or part) of a version: its text for the search, and two pictures of it where there can be any."""

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()  # from 1
    text = models.TextField(blank=True)
    small = _file()
    large = _file()
    width = models.PositiveIntegerField(default=0)  # pixels of the small picture
    height = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True
    FILES = ("small", "large")

    class Meta:
        default_permissions = ()
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="form_page_number_once")]

    def __str__(self) -> str:
        return f"{self.version_id}/{self.number}"

    @property
    def folder(self) -> str:
        """Pictures lie beside the file."""
        return self.version.folder


class FieldsBefore(models.Model):
    """The fields of a version before an edit, so that it can be undone: ``fields``, ``reviews``, ``fields_removed``.

    ``action`` is what was done then. Only the newest are kept, and none once the version is public.
    """

    version = models.ForeignKey(FormVersion, on_delete=models.CASCADE, related_name="fields_before")
    action = models.CharField(max_length=20)
    state = models.JSONField()

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.action}"
