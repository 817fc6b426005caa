"""The form for certifying one item otherwise than by one key."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from guides.models.responsibility import POST_LENGTH


class CertificationForm(forms.Form):
    """By which post, and until when it is to be looked at again. ``certify`` knows what is allowed."""

    post = forms.CharField(
        label=_("post"),
        max_length=POST_LENGTH,
        required=False,
        help_text=_("Left open: the responsible post of the item. Not the name of a person."),
    )
    review_by: "forms.Field" = forms.DateField(
        label=_("to be reviewed by"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Left open: a year from today, which is the latest day."),
    )

    @property
    def chosen(self) -> tuple[str, date | None]:
        return self.cleaned_data["post"], self.cleaned_data["review_by"]
