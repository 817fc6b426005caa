"""The input of a statute's title: whoever types “许可法 30” is offered the article."""

from typing import Any

from django.forms import Media, TextInput
from django.urls import reverse
from django.utils.translation import gettext as _


class StatuteInput(TextInput):
    """A plain text input that the script makes a combobox; without it one types title and article by hand."""

    def build_attrs(self, base_attrs: dict[str, Any], extra_attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        attrs = super().build_attrs(base_attrs, extra_attrs)
        return {
            **attrs,
            "autocomplete": "off",
            "data-statute-suggestions": reverse("legal_flags:suggest"),
            "data-label": _("Statutes and articles"),
            "data-some": _("There are suggestions: choose with the arrow keys."),
            "data-none": _("The registry knows no such statute or article."),
            "data-repealed": _("repealed on"),
        }

    @property
    def media(self) -> Media:
        return Media(js=["guides/statute_input.js"], css={"all": ["guides/statute_input.css"]})
