"""Terms on their way out of the hall and back, and what becomes of those that come back."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from translations.languages import other_languages
from translations.models import GlossaryTerm
from translations.models.glossary import Domain
from translations.usable_text import UnfitError, usable


@dataclass(frozen=True)
class Entry:
    """A term as a file says it; ``forbidden`` are renderings, one on each line. Nothing of it is checked."""

    term: str
    language: str
    rendering: str
    forbidden: str = ""
    note: str = ""
    domain: str = ""
    origin: str = ""


FIELDS = tuple(one.name for one in fields(Entry))  # of a term, in the order of tables and forms


@dataclass
class Outcome:
    """How many terms are new, changed or as they were, and which were refused, with the reason."""

    new: int = 0
    changed: int = 0
    same: int = 0
    refused: list[tuple[Entry, str]] = field(default_factory=list)


def entry_of(term: GlossaryTerm) -> Entry:
    return Entry(*(getattr(term, name) for name in FIELDS))


@transaction.atomic
def take(entries: Iterable[Entry]) -> Outcome:
    """Store terms: new ones, and what a file says otherwise of known ones. Terms that it does not hold stay."""
    known = {(term.term, term.language): term for term in GlossaryTerm.objects.all()}
    outcome = Outcome()
    for entry in entries:
        try:
            term = known.get((entry.term, entry.language)) or GlossaryTerm(domain=Domain.PROCEDURE)
            is_new, before = term.pk is None, entry_of(term)
            _fill(term, entry)
            term.full_clean(validate_unique=False, validate_constraints=False)
        except (UnfitError, ValidationError) as error:
            outcome.refused.append((entry, _reason(error)))
            continue
        if not is_new and entry_of(term) == before:
            outcome.same += 1
            continue
        term.save()
        known[term.term, term.language] = term
        outcome.new += is_new
        outcome.changed += not is_new
    return outcome


def _fill(term: GlossaryTerm, entry: Entry) -> None:
    for name in FIELDS:
        text = usable(getattr(entry, name)).strip()
        if text or name != "domain":  # other programs' files have no domains, or domains of their own
            setattr(term, name, text)
    if term.language not in other_languages():
        raise ValidationError(_("Nothing is translated into “%(language)s” here.") % {"language": entry.language[:40]})
    if term.domain not in Domain.values:
        raise ValidationError(_("There is no domain “%(domain)s”.") % {"domain": entry.domain[:40]})


def _reason(error: UnfitError | ValidationError) -> str:
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
