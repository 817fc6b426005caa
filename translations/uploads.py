"""Files that somebody uploads to be read at once."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

MOST_BYTES = 20 * 1024 * 1024


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
