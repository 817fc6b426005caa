"""Fields made by hand, and any number of them by dice."""

from dataclasses import replace

from hypothesis import strategies as st

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind, Group, GroupKind, PageInfo, Zone, ZoneKind
from forms_library.detection.geometry import Rect
from forms_library.field_reviews.field_set import FieldSet

A4 = PageInfo(595, 842)


def field(key: str, label: str = "姓名", rect: Rect | None = None, page: int = 0, confidence: float = 0.9) -> Field:
    place = rect or Rect(100, 40 * int(key[1:]), 300, 40 * int(key[1:]) + 24)
    return Field(key, page, place, place, label, FieldKind.TEXT, Shape.CELL, confidence)


def option(key: str, label: str = "男") -> Field:
    return replace(field(key, label), kind=FieldKind.OPTION, shape=Shape.BOX)


def doubtful(key: str, label: str = "姓名") -> Field:
    return field(key, label, confidence=0.4)


def field_set(*fields: Field, groups: tuple[Group, ...] = (), drawn: bool = True) -> FieldSet:
    zones = (Zone(0, Rect(300, 700, 500, 780), "申请人签字", ZoneKind.SIGNATURE, 0.9),)
    return FieldSet(Detection((A4, A4), fields, zones, groups), {}, drawn=drawn)


def form() -> FieldSet:
    """A name, two options of one question, a list of two rows with two columns, and a doubtful place."""
    fields = (
        field("f1"),
        option("f2", "男"),
        option("f3", "女"),
        *(field(f"f{number}", "成员") for number in range(4, 8)),
        doubtful("f8", "备注"),
    )
    groups = (
        Group("g1", GroupKind.OPTIONS, "性别", ("f2", "f3")),
        Group("g2", GroupKind.ROWS, "", ("f4", "f5", "f6", "f7"), (("f4", "f5"), ("f6", "f7"))),
    )
    return field_set(*fields, groups=groups)


def points(most: float) -> st.SearchStrategy[float]:
    return st.floats(0, most).map(lambda number: round(number, 1))


@st.composite
def rects(draw: st.DrawFn) -> Rect:
    """Somewhere on a page of A4, or a little beside it."""
    x0, top = draw(points(590)), draw(points(840))
    return Rect(x0, top, x0 + draw(st.floats(9, 300)), top + draw(st.floats(9, 300)))
