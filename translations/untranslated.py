"""Words of the interface that nobody has translated into a reader's language are shown in English, not in Chinese.

Django falls back on the language of record, of which somebody who reads another language knows nothing; and Chinese
words on a page that says it is French would be marked as French. Message ids are English, so no fallback is English.
"""

from typing import Any

from django.utils.translation.trans_real import DjangoTranslation


def show_english() -> None:
    """Called once, when the apps are ready and before any text was looked up."""
    DjangoTranslation._add_fallback = _none  # type: ignore[attr-defined] # noqa: SLF001 -- Django has no setting for it


def _none(catalogue: DjangoTranslation, localedirs: Any = None) -> None:
    """No catalogue stands in for another."""
