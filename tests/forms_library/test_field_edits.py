"""Edits of fields: each does what it says, and no edit loses another field."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Field, FieldKind, GroupKind
from forms_library.detection.geometry import Rect
from forms_library.field_reviews import edits, option_sets, places
from forms_library.field_reviews.edits import Description
from forms_library.field_reviews.field_set import EditError, FieldSet, removed_as_plain, removed_from_plain
from forms_library.field_reviews.option_sets import Wording
from forms_library.field_reviews.reviews import unresolved, why_not_online

from .fields_by_hand import doubtful, field, field_set, form, option, rects


def ids(found: FieldSet) -> list[str]:
    return [one.id for one in found.fields]


def said(label: str = "姓名", kind: FieldKind = FieldKind.TEXT, **more: object) -> Description:
    return replace(Description(label, kind), **more)  # type: ignore[arg-type]


# --- words --------------------------------------------------------------------------------------------------------


def test_accepting_confirms_what_is_certain_and_nothing_else() -> None:
    found = edits.accept_certain(field_set(field("f1"), doubtful("f2"), field("f3", label="")))
    assert {key for key, review in found.reviews.items() if review.confirmed} == {"f1"}
    assert [one.id for one in unresolved(found.detection, found.reviews)] == ["f2", "f3"]


def test_a_field_without_a_name_is_not_confirmed() -> None:
    with pytest.raises(EditError, match="名称"):
        edits.confirm(field_set(field("f1", label="")), "f1")


def test_a_form_is_offered_online_when_nothing_is_doubtful() -> None:
    found = field_set(field("f1"), doubtful("f2"))
    assert why_not_online(found.detection, found.reviews, scanned=False)
    found = edits.confirm(found, "f2")
    assert why_not_online(found.detection, found.reviews, scanned=False) is None
    assert why_not_online(found.detection, found.reviews, scanned=True)
    assert why_not_online(field_set().detection, {}, scanned=False)


def test_renaming_keeps_what_the_machine_had_found() -> None:
    found = edits.describe(field_set(field("f1", "名")), "f1", said("姓名", words={"label_en": "Name"}, required=True))
    assert (found.field("f1").label, found.review("f1").found_as) == ("姓名", "名")
    found = edits.describe(found, "f1", said("申请人姓名"))
    assert found.review("f1").found_as == "名"
    assert edits.describe(found, "f1", said("名")).review("f1").found_as == ""


def test_a_field_whose_name_is_taken_away_is_doubtful_again() -> None:
    found = edits.describe(edits.accept_certain(field_set(field("f1"))), "f1", said(""))
    assert unresolved(found.detection, found.reviews)


def test_what_is_no_box_to_tick_any_more_leaves_its_question() -> None:
    found = edits.describe(form(), "f2", said("男"))
    (options,) = [group for group in found.detection.groups if group.kind is GroupKind.OPTIONS]
    assert options.members == ("f3",)


def test_in_a_document_a_box_to_tick_stays_one() -> None:
    found = field_set(option("f1"), field("f2"), drawn=False)
    with pytest.raises(EditError):
        edits.describe(found, "f1", said("男"))
    with pytest.raises(EditError):
        edits.describe(found, "f2", said("男", FieldKind.OPTION))
    assert edits.describe(found, "f2", said("电话", FieldKind.PHONE)).field("f2").kind is FieldKind.PHONE


def test_suggestions_are_taken_over_where_there_is_no_english_yet() -> None:
    of_three = field_set(field("f1"), field("f2"), field("f3", "某某"))
    found = edits.describe(of_three, "f1", said(words={"label_en": "Full name"}))
    found = edits.use_suggestions(found)
    assert [found.review(key).label("en") for key in ids(found)] == ["Full name", "Name", ""]


# --- order, deleting, putting back --------------------------------------------------------------------------------


def test_fields_go_up_and_down_but_not_beyond_the_ends() -> None:
    found = field_set(field("f1"), field("f2"), field("f3"))
    assert ids(edits.shift(found, "f3", -1)) == ["f1", "f3", "f2"]
    assert ids(edits.shift(found, "f1", 1)) == ["f2", "f1", "f3"]
    assert ids(edits.shift(found, "f1", -1)) == ids(edits.shift(found, "f3", 1)) == ["f1", "f2", "f3"]


@pytest.mark.parametrize("key", [one.id for one in form().fields])
def test_what_was_deleted_comes_back_as_it_was(key: str) -> None:
    found = edits.accept_certain(form())
    back = edits.put_back(edits.delete(found, key), key)
    assert back.fields == found.fields
    assert back.reviews == found.reviews
    assert back.removed == ()
    assert set(back.detection.groups) == set(found.detection.groups)


def test_a_group_that_has_lost_everybody_comes_back_with_them() -> None:
    found = form()
    for key in ("f2", "f3", "f4", "f5", "f6", "f7"):
        found = edits.delete(found, key)
    assert found.detection.groups == ()
    for key in ("f5", "f2", "f7", "f6", "f3", "f4"):
        found = edits.put_back(found, key)
    assert {tuple(sorted(group.members)) for group in found.detection.groups} == {
        ("f2", "f3"),
        ("f4", "f5", "f6", "f7"),
    }


def test_removed_fields_survive_json() -> None:
    removed = edits.delete(edits.delete(form(), "f4"), "f1").removed
    assert removed_from_plain(json.loads(json.dumps(removed_as_plain(removed)))) == removed


def test_a_place_that_need_not_stay_free_is_a_zone_no_more() -> None:
    assert edits.remove_zone(form(), 0).detection.zones == ()
    with pytest.raises(EditError):
        edits.remove_zone(form(), 1)


# --- places -------------------------------------------------------------------------------------------------------


def test_a_field_is_drawn_with_a_name_and_a_kind_or_without() -> None:
    found = places.draw(field_set(), 0, Rect(50, 50, 62, 62), "男", FieldKind.OPTION)
    assert (found.field("f1").label, found.field("f1").shape) == ("男", Shape.BOX)
    assert found.field("f1").needs_review
    assert found.review("f1").drawn


def test_a_drawn_field_is_doubtful_and_stands_where_it_is_read() -> None:
    found = places.draw(form(), 0, Rect(320, 42, 420, 62))
    assert ids(found)[:2] == ["f1", "f9"]
    assert found.field("f9").needs_review
    assert ids(places.draw(form(), 1, Rect(0, 0, 50, 50)))[-1] == "f9"


@pytest.mark.parametrize("rect", [Rect(10, 10, 12, 30), Rect(10, 10, 300, 11)])
def test_a_box_in_which_nothing_can_be_written_is_refused(rect: Rect) -> None:
    with pytest.raises(EditError):
        places.draw(form(), 0, rect)


@pytest.mark.parametrize(
    "edit",
    [
        lambda found: places.draw(found, 0, Rect(0, 0, 50, 50)),
        lambda found: places.move(found, "f1", Rect(0, 0, 50, 50)),
        lambda found: places.merge(found, "f1", "f8"),
        lambda found: places.split(found, "f1"),
    ],
)
def test_the_places_of_a_document_are_fixed(edit: Callable[[FieldSet], FieldSet]) -> None:
    with pytest.raises(EditError, match="文件"):
        edit(replace(form(), drawn=False))


def comb(key: str, count: int) -> Field:
    parts = tuple(Rect(100 + 10 * index, 40, 110 + 10 * index, 52) for index in range(count))
    place = Rect(100, 40, 100 + 10 * count, 52)
    return replace(field(key, "证号", place), shape=Shape.COMB, kind=FieldKind.DIGITS, parts=parts)


def test_boxes_of_digits_move_with_their_field() -> None:
    moved = places.move(field_set(comb("f1", 4)), "f1", Rect(200, 140, 280, 164)).field("f1")
    assert [part.x0 for part in moved.parts] == [200, 220, 240, 260]
    assert {part.bottom for part in moved.parts} == {164}


def test_boxes_of_digits_are_split_between_two_of_them_and_merged_again() -> None:
    found = places.split(field_set(comb("f1", 5)), "f1")
    assert [len(one.parts) for one in found.fields] == [3, 2]
    assert places.merge(found, "f1", "f2").field("f1").parts == comb("f1", 5).parts


def test_half_of_a_date_is_a_line() -> None:
    date = replace(comb("f1", 3), shape=Shape.DATE, kind=FieldKind.DATE, printed="20")
    front = places.split(field_set(date), "f1").field("f1")
    assert (front.shape, front.kind, front.parts, front.printed) == (Shape.LINE, FieldKind.TEXT, (), "")


def test_boxes_to_tick_and_fields_of_two_pages_are_not_merged() -> None:
    found = field_set(field("f1"), option("f2"), field("f3", page=1))
    for other in ("f1", "f2", "f3"):
        with pytest.raises(EditError):
            places.merge(found, "f1", other)


@given(rects())
def test_split_and_merged_again_a_field_is_where_it_was(rect: Rect) -> None:
    found = places.move(form(), "f4", rect)
    again = places.merge(places.split(found, "f4"), "f4", "f9")
    assert again.detection == found.detection


@given(rects(), rects())
def test_wherever_it_is_put_a_box_is_on_its_page(first: Rect, then: Rect) -> None:
    found = places.draw(field_set(), 0, first)
    page = Rect(0, 0, 595, 842)
    for made in (found, places.move(found, "f1", then)):
        place = made.field("f1").rect
        assert page.contains(place, slack=0.05)
        assert min(place.width, place.height) >= places.SMALLEST


# --- whatever editors do ------------------------------------------------------------------------------------------

KEYS = st.sampled_from([f"f{number}" for number in range(1, 12)])
SOME = st.lists(KEYS, max_size=3)
QUESTIONS = st.sampled_from(["g1", "g2", "g3", "g4"])
WORDS = st.builds(Wording, st.sampled_from(["", "性别", "证件"]), st.booleans(), st.booleans())
EDITS: st.SearchStrategy[Callable[[FieldSet], FieldSet]] = st.one_of(
    st.just(edits.accept_certain),
    st.just(edits.use_suggestions),
    KEYS.map(lambda key: lambda found: edits.confirm(found, key)),
    KEYS.map(lambda key: lambda found: edits.delete(found, key)),
    KEYS.map(lambda key: lambda found: edits.put_back(found, key)),
    KEYS.map(lambda key: lambda found: places.split(found, key)),
    st.tuples(KEYS, KEYS).map(lambda pair: lambda found: places.merge(found, *pair)),
    st.tuples(KEYS, st.integers(-3, 3)).map(lambda pair: lambda found: edits.shift(found, *pair)),
    st.tuples(KEYS, rects()).map(lambda pair: lambda found: places.move(found, *pair)),
    st.tuples(st.integers(-1, 3), rects()).map(lambda pair: lambda found: places.draw(found, *pair)),
    st.tuples(KEYS, st.text(max_size=5), st.sampled_from(FieldKind)).map(
        lambda one: lambda found: edits.describe(found, one[0], said(one[1], one[2]))
    ),
    KEYS.map(lambda key: lambda found: edits.describe(found, key, said("男", FieldKind.OPTION))),
    st.tuples(SOME, WORDS).map(lambda one: lambda found: option_sets.join(found, *one)),
    st.tuples(QUESTIONS, SOME).map(lambda one: lambda found: option_sets.add(found, *one)),
    st.tuples(QUESTIONS, SOME).map(lambda one: lambda found: option_sets.take_out(found, *one)),
    st.tuples(QUESTIONS, SOME).map(lambda one: lambda found: option_sets.split_off(found, *one)),
    st.tuples(QUESTIONS, WORDS).map(lambda one: lambda found: option_sets.describe_question(found, *one)),
    QUESTIONS.map(lambda key: lambda found: option_sets.dissolve(found, key)),
)


def holds_together(found: FieldSet) -> None:
    keys = ids(found)
    assert len(set(keys)) == len(keys)
    assert not set(keys) & {one.field.id for one in found.removed}
    groups = [group.id for group in found.detection.groups]
    left = {one.group.id for one in found.removed if one.group}
    assert len(set(groups)) == len(groups)
    assert set(found.reviews) <= {*keys, *groups, *left}
    together = [key for group in found.detection.groups for key in group.members]
    assert len(set(together)) == len(together)
    for group in found.detection.groups:
        assert group.members
        assert len(set(group.members)) == len(group.members)
        assert set(group.members) <= set(keys)
        assert all(group.rows) or group.kind is GroupKind.OPTIONS
        if group.kind is GroupKind.ROWS:
            assert sorted(one for row in group.rows for one in row) == sorted(group.members)


@settings(max_examples=150)
@given(st.lists(EDITS, max_size=12))
def test_whatever_is_done_nothing_falls_apart_and_nothing_is_lost(done: list[Callable[[FieldSet], FieldSet]]) -> None:
    found = form()
    for edit in done:
        before = found
        try:
            found = edit(found)
        except EditError:
            continue
        holds_together(found)
        gone = set(ids(before)) - set(ids(found)) - {one.field.id for one in found.removed}
        assert len(gone) <= 1  # the second of two that were merged
        changed = [one for one in before.fields if one.id in ids(found) and found.field(one.id) != one]
        assert len(changed) <= 1
        assert asdict(found.detection)["pages"] == asdict(before.detection)["pages"]
