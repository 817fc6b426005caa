"""The form for uploading a list."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.codes import ImportProfile
from guides.models import ImportRun
from translations.file_formats import FileForm

ENDINGS = {ImportProfile.STANDARD: (".xlsx",), ImportProfile.GUANGDONG: (".jsonl", ".json", ".txt")}


class UploadForm(FileForm):
    """Which file, and what kind of list. What comes of it are drafts, which somebody else publishes."""

    profile = forms.ChoiceField(label=gettext_lazy("kind of list"), choices=ImportProfile.choices)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file, profile = data.get("file"), data.get("profile")
        if file and profile:
            endings = ENDINGS[ImportProfile(profile)]
            if not str(file.name).lower().endswith(endings):
                self.add_error(
                    "file", _("The name of such a file ends in %(endings)s.") % {"endings": ", ".join(endings)}
                )
        return data

    def new_run(self, user: Any, upload: str) -> ImportRun:
        """The run that begins with this upload."""
        data = self.cleaned_data
        return ImportRun.objects.create(
            user=user,
            profile=data["profile"],
            file_name=data["file"].name[:255],
            upload=upload,
        )
