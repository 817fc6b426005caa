"""From what an applicant gave to what is written: one form for each kind of value."""

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind

from . import dates


def written(field: Field, value: str) -> str:
    """The value as it stands on the form. What fits no form stays as it is."""
    plain = value.strip()
    if field.kind is FieldKind.DATE and (iso := dates.parsed(plain)):
        return iso if field.shape is Shape.DATE else dates.spelled(iso)
    if field.kind in (FieldKind.ID_NUMBER, FieldKind.CREDIT_CODE):
        return "".join(plain.split()).upper()
    return plain
