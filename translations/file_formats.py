"""Files that go out of the hall and come back: which format is meant, and how one is sent."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_BYTES = 20 * 1024 * 1024


class Format(Protocol):
    """A module that writes and reads files of one kind; the first ending is the one that it gives."""

    ENDINGS: Sequence[str]
    CONTENT_TYPE: str


Kind = TypeVar("Kind", bound=Format)


def attachment(content: bytes, name: str, kind: Format) -> HttpResponse:
    """A file to download; its name without the ending."""
    disposition = {"Content-Disposition": f'attachment; filename="{name}{kind.ENDINGS[0]}"'}
    return HttpResponse(content, content_type=kind.CONTENT_TYPE, headers=disposition)


class FileForm(forms.Form):
    """One file that is not too large."""

    file = forms.FileField(label=gettext_lazy("file"), max_length=255)

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file has %(size)s; at most %(most)s are read.")
                % {"size": filesizeformat(file.size or 0), "most": filesizeformat(MOST_BYTES)}
            )
        return file

    def format_among(self, formats: Mapping[str, Kind]) -> Kind | None:
        """The format that the name of the file says; nothing where it is none of these."""
        name = str(self.cleaned_data["file"].name).lower()
        return next((kind for kind in formats.values() if name.endswith(tuple(kind.ENDINGS))), None)
