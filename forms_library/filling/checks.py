"""Everything that is checked before a document is made: kinds of values, characters of the font, room on the page."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from forms_library.detection.fields import Field, FieldKind, Group, GroupKind
from forms_library.validation.values import Problem, problem_of

from .fonts import Font
from .ink import fits


def problems(
    fields: Iterable[Field], values: Mapping[str, str], font: Font | None = None, required: Iterable[str] = ()
) -> dict[str, Problem]:
    """What is wrong, by id of field. ``required`` are ids of fields that must not be empty.

    ``font`` is that of PDF forms; DOCX and XLSX have their own fonts and make room themselves.
    """
    found: dict[str, Problem] = {}
    needed = set(required)
    for field in fields:
        value = values.get(field.id, "")
        if not value.strip():
            if field.id in needed:
                found[field.id] = _("This must be filled in.")
        elif problem := problem_of(field, value) or (on_paper(field, value, font) if font else None):
            found[field.id] = problem
    return found


def problems_of_questions(
    groups: Iterable[Group], values: Mapping[str, str], required: Iterable[str] = ()
) -> dict[str, Problem]:
    """What is wrong with questions with boxes to tick, by id of group."""
    found: dict[str, Problem] = {}
    needed = set(required)
    for group in groups:
        ticked = sum(1 for key in group.members if values.get(key, "").strip())
        if group.single and ticked > 1:
            found[group.id] = _("Choose one answer only.")
        elif group.kind is GroupKind.OPTIONS and group.id in needed and not ticked:
            found[group.id] = _("Choose an answer.")
    return found


def on_paper(field: Field, value: str, font: Font) -> Problem | None:
    """Can the value be printed, and has it room?"""
    missing = font.missing(value) if field.kind is not FieldKind.OPTION else []
    if missing:
        return _("These characters cannot be printed: %(characters)s") % {"characters": " ".join(missing)}
    return None if fits(field, value, font) else _("This is longer than the form has room for. Shorten it.")
