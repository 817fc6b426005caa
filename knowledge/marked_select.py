"""A list to choose from on a page of two languages."""

from typing import Any

from django import forms

from translations.local_text import LocalText


class MarkedSelect(forms.Select):
    """A list in which options in another language than the page's say so; an option can hold no element for it."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        text = label if isinstance(label, LocalText) else None
        option = super().create_option(name, value, text.plain if text else label, *args, **kwargs)
        if text and text.stands_in:
            option["attrs"]["lang"] = text.lang
        return option
