"""What is to be sent, and what comes back."""

from collections.abc import Iterator

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.file_formats import FileForm
from translations.freshness.states import OPEN, State
from translations.languages import language_choices
from translations.usable_text import FileError

from . import sheet, xliff
from .segments import Segment

FORMATS = {"xliff": xliff, "xlsx": sheet}


class ChoiceForm(forms.Form):
    """What is to be sent: ``?file=xliff&language=en&state=missing``, or all texts of one ``page``."""

    file = forms.ChoiceField(label=gettext_lazy("format"), choices=[("xliff", "XLIFF 2.0"), ("xlsx", "XLSX")])
    language = forms.ChoiceField(label=gettext_lazy("language"), choices=language_choices)
    state = forms.TypedChoiceField(
        label=gettext_lazy("pages with texts that are"),
        choices=[(state.value, state.label) for state in OPEN],
        coerce=State,
        required=False,
        empty_value=None,
    )
    page = forms.IntegerField(required=False, widget=forms.HiddenInput)


class UploadForm(FileForm):
    """A file that comes back."""

    language = forms.ChoiceField(label=gettext_lazy("language"), choices=language_choices)

    def segments(self) -> list[Segment]:
        """The texts of the file. Raises ``FileError``."""
        found = self.format_among(FORMATS)
        if found is None:
            raise FileError(_("The name of such a file ends in .xlf, .xliff or .xlsx."))
        segments: Iterator[Segment] = found.read(self.cleaned_data["file"].read(), self.cleaned_data["language"])
        return list(segments)
