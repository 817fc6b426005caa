"""Which published translations depart from the glossary."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy, pgettext_lazy

from translations.admin_page import AdminPage
from translations.languages import other_languages
from translations.models import TranslatedText

from .checking import Misuse, Use, misuses
from .lookup import Glossary, terms_of

MOST_LISTED = 200
SHOW = {
    Use.FORBIDDEN: pgettext_lazy("renderings of terms", "Not to be used"),
    Use.OTHER: pgettext_lazy("renderings of terms", "Another rendering"),
}


@dataclass(frozen=True)
class Departure:
    """A translation with a term that it renders otherwise."""

    text: TranslatedText
    misuse: Misuse


def departures(texts: QuerySet[TranslatedText], language: str) -> Iterator[Departure]:
    """All of them, page by page."""
    glossary = Glossary(language)
    for text in texts.filter(language=language).exclude(target="").exclude(source="").iterator():
        for misuse in misuses(text.target, terms_of(glossary.stretches(text.source))):
            yield Departure(text, misuse)


class MisusesView(AdminPage):
    """``?use=other``: where the rendering is only another one, which may be right."""

    template_name = "translations/misuses.html"
    page_title = gettext_lazy("Terms in translations")
    header_icon = "openquote"
    trail = [("translations:to_do", gettext_lazy("Translations"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("use")
        use = Use(asked) if asked in list(Use) else Use.FORBIDDEN
        texts = TranslatedText.objects.select_related("page").order_by("page", "pk")
        found = (
            departure
            for language in other_languages()
            for departure in departures(texts, language)
            if departure.misuse.use is use
        )
        rows = list(islice(found, MOST_LISTED + 1))
        choices = [(name, label, name is use) for name, label in SHOW.items()]
        more = len(rows) > MOST_LISTED
        return super().get_context_data(choices=choices, rows=rows[:MOST_LISTED], more=more, most=MOST_LISTED, **kwargs)
