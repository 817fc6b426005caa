"""The form in which readers ask."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from knowledge.marked_select import MarkedSelect
from knowledge.models import District
from knowledge.models.consultations import QUESTION_LENGTH
from translations.reading import read_all

from . import contacts

SHORTEST = 4  # characters that ask something


class AskForm(forms.Form):
    """``website`` is seen by programs only; ``about`` is the key of a page."""

    question = forms.CharField(
        label=_("Your question"),
        min_length=SHORTEST,
        max_length=QUESTION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Please no names, no numbers of identity cards: the reply does not need them."),
    )
    district = forms.ModelChoiceField(
        label=_("District, if it matters"),
        queryset=District.objects.exclude(level="township"),
        required=False,
        to_field_name="code",
        empty_label=_("No district in particular"),
        widget=MarkedSelect,
    )
    contact = forms.CharField(
        label=_("Telephone or e-mail, if you like"),
        required=False,
        max_length=contacts.LONGEST,
        help_text=_("Without it you read the reply here, by its reference."),
        widget=forms.TextInput(attrs={"autocomplete": "email"}),
    )
    about = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    stamp = forms.CharField(widget=forms.HiddenInput, max_length=300, required=False)
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["district"]
        readings = {reading.code: reading.name for reading in read_all(field.queryset)}  # type: ignore[attr-defined]
        field.label_from_instance = lambda district: readings.get(district.code, district.code)  # type: ignore[attr-defined]

    def clean_contact(self) -> str:
        return contacts.checked(self.cleaned_data["contact"])

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave this empty."))
        return ""

    @property
    def privacy(self) -> dict[str, int]:
        """What the notice beside the form promises."""
        return {"days": settings.CONTACT_DAYS, "reply_days": settings.CONSULTATION_DAYS}
