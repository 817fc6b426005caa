"""What is to be sent, and what comes back."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.freshness.states import State
from translations.usable_text import FileError

from . import sheet, xliff
from .segments import Segment

FORMATS = {"xliff": xliff, "xlsx": sheet}
MOST_BYTES = 20 * 1024 * 1024


class ChoiceForm(forms.Form):
    """What is to be sent: ``?file=xliff&language=en&state=missing``, or all texts of one ``page``."""

    file = forms.ChoiceField(label=gettext_lazy("format"), choices=[("xliff", "XLIFF 2.0"), ("xlsx", "XLSX")])
    language = forms.ChoiceField(label=gettext_lazy("language"), choices=settings.LANGUAGES[1:])
    state = forms.TypedChoiceField(
        label=gettext_lazy("pages with texts that are"),
        choices=[(state.value, state.label) for state in (State.OUTDATED, State.MISSING)],
        coerce=State,
        required=False,
        empty_value=None,
    )
    page = forms.IntegerField(required=False, widget=forms.HiddenInput)


class UploadForm(forms.Form):
    """A file that comes back."""

    file = forms.FileField(label=gettext_lazy("file"), max_length=255)
    language = forms.ChoiceField(label=gettext_lazy("language"), choices=settings.LANGUAGES[1:])

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("The file has %(size)s; at most %(most)s are read.")
                % {"size": filesizeformat(file.size or 0), "most": filesizeformat(MOST_BYTES)}
            )
        return file

    def segments(self) -> list[Segment]:
        """The texts of the file. Raises ``FileError``."""
        file = self.cleaned_data["file"]
        for module in FORMATS.values():
            if str(file.name).lower().endswith((module.ENDING, f"{module.ENDING}iff")):
                found: Iterator[Segment] = module.read(file.read(), self.cleaned_data["language"])
                return list(found)
        raise FileError(_("The name of such a file ends in .xlf, .xliff or .xlsx."))
