"""Is a value what its field asks for? The answer is a sentence for the applicant.

Numbers are checked by their standards: ID cards by GB 11643-1999, credit codes by GB 32100-2015.
"""

import re
from collections.abc import Callable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind
from knowledge import credit_code

from . import dates, id_number, phone
from .written import written

Problem = str | Promise

LONGEST = 2_000
EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]{2,}")
AMOUNT = re.compile(r"[¥￥]?\s*\d[\d,，]*(?:\.\d+)?\s*(?:[万亿]?元)?", re.ASCII)
POSTCODE = re.compile(r"\d{6}", re.ASCII)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def _id_number(value: str) -> Problem | None:
    if not id_number.FORM.fullmatch(value):
        return _("An ID card number has 18 characters: 17 digits and a digit or X.")
    return None if id_number.is_valid(value) else _("This ID card number is not right. Please check every digit.")


def _credit_code(value: str) -> Problem | None:
    if not credit_code.has_form(value):
        return _("A unified social credit code has 18 digits and capital letters, without I, O, S, V and Z.")
    return None if credit_code.is_valid(value) else _("This credit code is not right. Please check every character.")


def _by_pattern(pattern: re.Pattern[str], problem: Promise) -> Callable[[str], Problem | None]:
    return lambda value: None if pattern.fullmatch(value) else problem


CHECKS: Mapping[FieldKind, Callable[[str], Problem | None]] = {
    FieldKind.ID_NUMBER: _id_number,
    FieldKind.CREDIT_CODE: _credit_code,
    FieldKind.PHONE: lambda v: (
        None if phone.is_valid(v) else _("Give a mobile number of 11 digits or a number with area code.")
    ),
    FieldKind.POSTCODE: _by_pattern(POSTCODE, _("A postcode has 6 digits.")),
    FieldKind.EMAIL: _by_pattern(EMAIL, _("This is no e-mail address: name@example.com")),
    FieldKind.DATE: lambda v: None if dates.parsed(v) else _("Give a day that exists, such as 2026-01-08."),
    FieldKind.MONEY: _by_pattern(AMOUNT, _("Give an amount in digits, such as 1200.50.")),
    FieldKind.NUMBER: lambda v: None if re.search(r"\d", v) else _("Give a number."),
    FieldKind.OPTION: lambda v: None if v == "1" else _("Tick the box, or leave it."),
}


def problem_of(field: Field, value: str) -> Problem | None:
    """What is wrong with a value; nothing for a right one and for an empty one."""
    if not value.strip():
        return None
    if CONTROL.search(value):
        return _("Remove characters that cannot be seen.")
    if len(value) > LONGEST:
        return _("This is too long. Shorten it.")
    shown = written(field, value)
    checked = value.strip() if field.kind is FieldKind.DATE else shown
    if field.kind in CHECKS and (problem := CHECKS[field.kind](checked)):
        return problem
    if field.shape is Shape.COMB and len(shown.replace(" ", "")) > len(field.parts):
        count = len(field.parts)
        return ngettext(
            "There is %(count)d box: give no more characters.",
            "There are %(count)d boxes: give no more characters.",
            count,
        ) % {"count": count}
    return None
