"""What is to be sent, and what comes back."""

from collections.abc import Iterator

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.freshness.states import State
from translations.uploads import FileForm
from translations.usable_text import FileError

from . import sheet, xliff
from .segments import Segment

FORMATS = {"xliff": xliff, "xlsx": sheet}


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


class UploadForm(FileForm):
    """A file that comes back."""

    language = forms.ChoiceField(label=gettext_lazy("language"), choices=settings.LANGUAGES[1:])

    def segments(self) -> list[Segment]:
        """The texts of the file. Raises ``FileError``."""
        file = self.cleaned_data["file"]
        for module in FORMATS.values():
            if str(file.name).lower().endswith((module.ENDING, f"{module.ENDING}iff")):
                found: Iterator[Segment] = module.read(file.read(), self.cleaned_data["language"])
                return list(found)
        raise FileError(_("The name of such a file ends in .xlf, .xliff or .xlsx."))
