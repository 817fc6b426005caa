"""The terms that come with the hall."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from translations.lists import read_yaml
from translations.models import GlossaryTerm

FILE = Path(__file__).parents[1] / "data" / "glossary.yaml"
LANGUAGE = "en"  # of the list that comes with the hall


def own_terms() -> Iterator[GlossaryTerm]:
    """Every term of the list, not stored yet."""
    for domain, terms in read_yaml(FILE).items():
        for term, given in terms.items():
            values: dict[str, Any] = given if isinstance(given, dict) else {"en": given}
            yield GlossaryTerm(
                term=term,
                language=LANGUAGE,
                rendering=values["en"],
                forbidden="\n".join(values.get("not", ())),
                note=values.get("note", ""),
                domain=domain,
                origin=values.get("origin", ""),
            )


def ensure_terms() -> int:
    """Store the terms that are not there; what editors changed stays. Returns how many were new."""
    known = set(GlossaryTerm.objects.filter(language=LANGUAGE).values_list("term", flat=True))
    new = [term for term in own_terms() if term.term not in known]
    GlossaryTerm.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
