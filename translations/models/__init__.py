"""What has texts in two languages, and what is known of those texts."""

from .bases import SLUG_LENGTH, TITLE_LENGTH, TranslatedOrderable, TranslatedPage, latin_slug
from .coverage import CoverageDay
from .glossary import GlossaryTerm
from .texts import SharedText, SourceChange, TranslatedText, Wording

__all__ = [
    "SLUG_LENGTH",
    "TITLE_LENGTH",
    "CoverageDay",
    "GlossaryTerm",
    "SharedText",
    "SourceChange",
    "TranslatedOrderable",
    "TranslatedPage",
    "TranslatedText",
    "Wording",
    "latin_slug",
]
