"""What an editor fills in about an upload."""

import hashlib
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from forms_library.safety.examine import Examined, Refusal, examine
from forms_library.safety.kinds import Kind
from forms_library.safety.personal_data import PersonalNumber

SALT = "forms_library.editing.decision"
ACCEPTED = ",".join(f".{kind}" for kind in (*Kind, "jpg"))
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ExaminedForm(forms.Form):
    """Base: a file that is looked at before anything else happens to it.

    ``examined`` and ``data_of_file`` are there when the form is valid. ``numbers`` are those of people that were found;
    they stop the form until ``decided`` says of this very file (``fingerprint``, signed) that they may stay.
    """

    file = forms.FileField(label=gettext_lazy("File"), max_length=255, allow_empty_file=True)
    decided = forms.BooleanField(
        label=gettext_lazy("I have looked at every number above: none of them belongs to a person."), required=False
    )
    about = forms.CharField(widget=forms.HiddenInput, required=False)  # the fingerprint of the file, signed

    examined: Examined
    data_of_file: bytes = b""
    fingerprint: str = ""
    numbers: tuple[PersonalNumber, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ACCEPTED

    @property
    def asks_to_decide(self) -> bool:
        """Were numbers of people found, so that the editor has to say something?"""
        return bool(self.numbers)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        upload: UploadedFile[Any] | None = found.get("file")
        if upload and not self.errors:  # nobody waits for an examination that cannot help
            self.data_of_file = upload.read()
            answer = examine(str(upload.name), self.data_of_file)
            if isinstance(answer, Refusal):
                self.add_error("file", refusal_text(answer))
            else:
                self.examined = answer
                self._stop_at_numbers()
        return found

    def _stop_at_numbers(self) -> None:
        decided = self.cleaned_data.get("decided") and self._is_about_this_file()
        if self.examined.personal and not decided:
            self.numbers = self.examined.personal
            self.fingerprint = signing.dumps(hashlib.sha256(self.data_of_file).hexdigest(), salt=SALT)
            self.add_error(
                "file",
                _("Numbers that may belong to people were found. Remove them, or decide below and send it again."),
            )

    def _is_about_this_file(self) -> bool:
        try:
            about = signing.loads(self.cleaned_data.get("about") or "", salt=SALT)
        except signing.BadSignature:
            return False
        return bool(about == hashlib.sha256(self.data_of_file).hexdigest())


class UploadForm(ExaminedForm):
    """A new version."""

    dated = forms.DateField(
        label=gettext_lazy("Date of the version"),
        widget=DATE,
        help_text=gettext_lazy("The day printed on the form, or on which it was issued."),
    )
    comment = forms.CharField(
        label=gettext_lazy("What has changed"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
    )
    field_order = ["file", "dated", "comment", "decided", "about"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"dated": timezone.localdate()}, **kwargs})


class SampleForm(ExaminedForm):
    """A filled sample: it is full of numbers, so the editor says at once that all of them are invented."""

    invented = forms.BooleanField(
        label=gettext_lazy("All names and numbers in it are invented."),
        help_text=gettext_lazy("示范 is printed across every page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["decided"], self.fields["about"]
        self.fields["file"].widget.attrs["accept"] = ".pdf"
        self.fields["file"].help_text = _("A PDF.")

    def _stop_at_numbers(self) -> None:
        """They are expected here."""


def refusal_text(refusal: Refusal) -> str:
    """The reason, and what in the file it is about."""
    return f"{refusal} ({refusal.detail})" if refusal.detail else str(refusal)
