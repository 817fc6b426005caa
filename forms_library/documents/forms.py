"""The form with which Wagtail takes documents: every file is examined, and what is kept was made anew."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents.forms import BaseDocumentForm

from forms_library.editing.forms import refusal_text
from forms_library.editing.wording import places
from forms_library.safety.examine import Examined, Refusal, examine
from forms_library.safety.kinds import MOST_BYTES


class ExaminedDocumentForm(BaseDocumentForm):
    """Refuses what the library refuses. Wagtail makes several forms of it; some have no file."""

    no_people = forms.BooleanField(
        label=gettext_lazy("No number in the file belongs to a person"),
        required=False,
        help_text=gettext_lazy("Only needed where numbers were found that look like those of people."),
    )

    class Meta(BaseDocumentForm.Meta):
        pass

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" not in self.fields:
            del self.fields["no_people"]

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        if "file" not in self.fields:
            if self._is_put_aside:
                raise forms.ValidationError(_("Upload the file again: its name is too long, or it has no title."))
            return found
        upload = found.get("file")
        if isinstance(upload, UploadedFile):
            self._examine(upload, found)
        return found

    @property
    def _is_put_aside(self) -> bool:
        """Is this about a file that Wagtail kept because something else was wrong with it? Nobody examined it."""
        return "file" not in self.fields and not self.instance.pk

    def _post_clean(self) -> None:
        if not self._is_put_aside:  # the model would miss its file, and the form has no place to say so
            super()._post_clean()

    def _examine(self, upload: "UploadedFile[Any]", found: dict[str, Any]) -> None:
        answer = examine(str(upload.name), upload.read(MOST_BYTES + 1))  # one too many says enough
        if isinstance(answer, Refusal):
            self.add_error("file", refusal_text(answer))
        elif answer.personal and not found.get("no_people"):
            self.add_error("file", _numbers_found(answer))
        else:
            stem = PurePath(str(upload.name)).stem
            found["file"] = ContentFile(answer.data, f"{stem}.{answer.kind.value}")


def _numbers_found(answer: Examined) -> str:
    return _(
        "Numbers that may belong to people were found: %(places)s. If they belong to nobody, upload the file at"
        " %(address)s and say so there."
    ) % {"places": places(answer.personal), "address": reverse("wagtaildocs:add")}
