"""What every template may ask for."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from translations.languages import html_tag, reading_language
from translations.reading import Reading

from .models import HallSettings


def hall(request: HttpRequest) -> dict[str, Any]:
    """The hall's own data, the language of the page, and its address in the other languages."""
    language = reading_language()
    return {
        "hall": Reading(HallSettings.load(request_or_site=request), language),
        "html_lang": html_tag(language),
        "other_languages": [
            {
                "code": code,
                "lang": html_tag(code),
                "name": name,
                "url": translate_url(request.get_full_path(), code),
            }
            for code, name in settings.LANGUAGES
            if code != language
        ],
    }
