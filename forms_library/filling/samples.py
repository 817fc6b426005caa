"""Values of every kind for a trial: as long as real ones, and of nobody."""

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind

LONG_TEXT = "因工作调动需在本地长期居住，特提出申请；English words and 12345 混排。"
# The ID number and the credit code are examples with a right check character; nobody has them.
SAMPLES = {
    FieldKind.TEXT: "欧阳某某",
    FieldKind.LONG_TEXT: LONG_TEXT,
    FieldKind.DATE: "2026-01-08",
    FieldKind.OPTION: "1",
    FieldKind.DIGITS: "1234",
    FieldKind.NUMBER: "12",
    FieldKind.MONEY: "1200.50",
    FieldKind.ID_NUMBER: "11010519491231002X",
    FieldKind.CREDIT_CODE: "91350100M000100Y43",
    FieldKind.PHONE: "0835-0000000",
    FieldKind.POSTCODE: "625000",
    FieldKind.EMAIL: "someone@example.com",
}


def sample(field: Field) -> str:
    """A value for a field. Half of the options stay empty."""
    if field.kind is FieldKind.OPTION:
        return "1" if round(field.rect.x0) % 2 else ""
    if field.is_month:
        return "2026-01"
    value = SAMPLES[field.kind]
    return value.replace("-", "")[: len(field.parts)] if field.shape is Shape.COMB else value
