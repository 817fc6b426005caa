"""Filling a PDF form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms_library.detection.fields import Field

from .fonts import Font
from .ink import plan
from .overlay import draw_over


@dataclass(frozen=True)
class Filled:
    """The document, and the ids of fields whose values had no room and were left out."""

    data: bytes
    overflowing: tuple[str, ...] = ()


def fill_pdf(template: bytes, fields: Sequence[Field], values: Mapping[str, str], font: Font) -> Filled:
    """The template with the values on it, by id of field. ``1`` ticks an option; dates are ``2026-01-08``."""
    planned = plan(fields, values, font)
    return Filled(draw_over(template, planned.ink, font), planned.overflowing)
