"""The form for giving an item an everyday name."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from knowledge.search.characters import query_key

from .everyday_names import Proposal, editable

LONGEST = 100  # characters of an everyday name


class EverydayNameForm(forms.Form):
    """Which words, in which language, for which of the proposed items."""

    words = forms.CharField(
        label=gettext_lazy("everyday name"),
        max_length=LONGEST,
        help_text=gettext_lazy("As people say it. Take out what has nothing to do with the item."),
    )
    language = forms.ChoiceField(label=gettext_lazy("language"), choices=settings.LANGUAGES)
    page: Any = forms.ModelChoiceField(
        label=gettext_lazy("item"),
        queryset=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the item that is meant."),
            "invalid_choice": gettext_lazy("This item is not yours to change. Choose another."),
        },
    )

    def __init__(self, user: Any, proposals: list[Proposal], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        field: Any = self.fields["page"]
        field.queryset = editable(user)
        field.choices = [(one.page.pk, str(one)) for one in proposals]

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        if not query_key(words):
            raise forms.ValidationError(_("There is nothing in this that could be searched for."))
        return words
