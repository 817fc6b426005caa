"""What editors are told: which translations a change of the Chinese leaves behind."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext, pgettext
from wagtail.models import Page

from translations.languages import language_name, other_languages
from translations.models import TranslatedPage
from translations.wording import enumeration

from .recording import becomes_outdated
from .units import Place

MOST_NAMED = 6


def warn_of_outdated(request: HttpRequest, page: Page) -> None:
    """``after_edit_page``: before a draft is published, and again when it is, say which texts it makes outdated."""
    if not isinstance(page, TranslatedPage):
        return
    latest = page.get_latest_revision_as_object()
    for language in other_languages():
        if places := becomes_outdated(latest, language):
            messages.warning(request, _sentence(places, language, is_draft=page.has_unpublished_changes))


def _sentence(places: list[Place], language: str, is_draft: bool) -> str:
    values = {
        "count": len(places),
        "language": language_name(language),
        "texts": enumeration(dict.fromkeys(map(label, places[:MOST_NAMED]))),
    }
    if is_draft:
        return (
            ngettext(
                "When this is published, %(count)d text in %(language)s is no longer up to date: %(texts)s.",
                "When this is published, %(count)d texts in %(language)s are no longer up to date: %(texts)s.",
                len(places),
            )
            % values
        )
    return (
        ngettext(
            "%(count)d text in %(language)s is no longer up to date: %(texts)s.",
            "%(count)d texts in %(language)s are no longer up to date: %(texts)s.",
            len(places),
        )
        % values
    )


def label(place: Place) -> str:
    """A text as editors know it: “fee: standard”, or “summary” for one of the page itself."""
    meta = place.model._meta
    field = str(getattr(meta.get_field(place.field), "verbose_name", place.field))
    if issubclass(place.model, Page) or field == str(meta.verbose_name):
        return field
    return pgettext("a text of a row", "%(row)s: %(field)s") % {"row": meta.verbose_name, "field": field}
