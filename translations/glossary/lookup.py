"""The glossary of one language, to find its terms in Chinese texts."""

from collections.abc import Sequence

from translations.models import GlossaryTerm

from .in_text import by_beginning, marked

Stretches = Sequence[tuple[str, GlossaryTerm | None]]  # the parts of a text, each with the term that it is


class Glossary:
    """Read once for many texts."""

    def __init__(self, language: str) -> None:
        self._terms = {term.term: term for term in GlossaryTerm.objects.filter(language=language)}
        self._beginnings = by_beginning(self._terms)

    def stretches(self, text: str) -> Stretches:
        """A Chinese text in parts."""
        parts = marked(text, self._beginnings)
        return [(part.text, self._terms[part.text] if part.is_term else None) for part in parts]


def terms_of(stretches: Stretches) -> list[GlossaryTerm]:
    """The terms of a text, each once, in the order of their first use."""
    return list(dict.fromkeys(term for _text, term in stretches if term))
