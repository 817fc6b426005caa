"""Places that lie over each other are told, of fields and of what stays free; neighbours are no matter."""

from dataclasses import replace

from hypothesis import given

from forms_library.detection.geometry import Rect
from forms_library.field_reviews import places
from forms_library.field_reviews.overlaps import overlaps

from .fields_by_hand import field, field_set, form, rects


def test_a_field_over_another_one_is_told_of_both() -> None:
    found = field_set(field("f1"), field("f2", rect=Rect(250, 44, 400, 60)), field("f3", rect=Rect(300, 40, 500, 64)))
    over = {key: [one.label for one in others] for key, others in overlaps(found).items()}
    assert over == {"f1": ["姓名"], "f2": ["姓名", "姓名"], "f3": ["姓名"]}


def test_a_field_over_a_place_to_sign_is_told() -> None:
    (zone,) = overlaps(field_set(field("f1", rect=Rect(320, 710, 400, 730))))["f1"]
    assert zone.label == "申请人签字"


def test_neighbours_and_other_pages_are_no_matter() -> None:
    touching = field_set(field("f1", rect=Rect(0, 0, 50, 20)), field("f2", rect=Rect(49, 0, 90, 20)))
    assert not overlaps(touching)
    assert not overlaps(field_set(field("f1"), field("f2", rect=Rect(100, 40, 300, 64), page=1)))


def test_what_no_editor_can_move_is_not_complained_of() -> None:
    one = Rect(0, 0, 50, 20)
    assert not overlaps(replace(field_set(field("f1", rect=one), field("f2", rect=one)), drawn=False))


@given(rects())
def test_a_field_drawn_twice_lies_over_itself(rect: Rect) -> None:
    found = places.draw(places.draw(form(), 1, rect), 1, rect)
    assert {"f9", "f10"} <= set(overlaps(found))
