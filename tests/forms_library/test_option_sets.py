"""Questions with boxes to tick: put together, named, taken apart; no box is ever in two of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from forms_library.detection.fields import Group, GroupKind
from forms_library.field_reviews import edits, option_sets
from forms_library.field_reviews.field_set import EditError, FieldSet
from forms_library.field_reviews.option_sets import Wording
from forms_library.field_reviews.reviews import why_not_online

from .fields_by_hand import field, field_set, form, option

MARITAL = Wording("婚姻状况", single=True)


def boxes(count: int = 4) -> FieldSet:
    """Boxes to tick that belong to nothing, and a name before them."""
    return field_set(field("f1"), *(option(f"f{number}", f"第{number}项") for number in range(2, 2 + count)))


def members(found: FieldSet) -> dict[str, tuple[str, ...]]:
    return {group.label: group.members for group in found.detection.groups}


def test_boxes_become_one_question_in_the_order_of_the_form() -> None:
    found = option_sets.join(boxes(), ["f4", "f2"], MARITAL)
    (group,) = found.detection.groups
    assert (group.label, group.members, group.single, group.made) == ("婚姻状况", ("f2", "f4"), True, True)


def test_a_question_of_one_box_or_without_a_name_is_refused() -> None:
    for keys, said in ((["f2"], MARITAL), (["f2", "f2"], MARITAL), ([], MARITAL), (["f2", "f3"], Wording(""))):
        with pytest.raises(EditError):
            option_sets.join(boxes(), keys, said)


@pytest.mark.parametrize("keys", [["f1", "f2"], ["f2", "f99"]])
def test_only_boxes_that_are_there_are_put_together(keys: list[str]) -> None:
    with pytest.raises(EditError):
        option_sets.join(boxes(), keys, MARITAL)


def test_a_box_in_a_row_of_a_list_stays_there() -> None:
    rows = Group("g1", GroupKind.ROWS, "", ("f2", "f3"), (("f2",), ("f3",)))
    found = boxes().with_groups(rows)
    with pytest.raises(EditError, match="列表"):
        option_sets.join(found, ["f2", "f4"], MARITAL)
    with pytest.raises(EditError, match="列表"):
        option_sets.describe_question(found, "g1", MARITAL)


def test_a_box_leaves_the_question_that_it_belonged_to_and_an_empty_one_is_gone() -> None:
    found = option_sets.join(boxes(), ["f2", "f3"], replace(MARITAL, required=True))
    found = option_sets.join(found, ["f3", "f4"], Wording("性别"))
    assert members(found) == {"婚姻状况": ("f2",), "性别": ("f3", "f4")}
    found = option_sets.join(found, ["f2", "f5"], Wording("证件"))
    assert members(found) == {"性别": ("f3", "f4"), "证件": ("f2", "f5")}
    assert "g1" not in found.reviews


def test_more_boxes_are_added_to_a_question() -> None:
    found = option_sets.add(option_sets.join(boxes(), ["f3", "f4"], MARITAL), "g1", ["f2", "f3"])
    assert members(found) == {"婚姻状况": ("f2", "f3", "f4")}
    with pytest.raises(EditError):
        option_sets.add(found, "g7", ["f5"])
    with pytest.raises(EditError):
        option_sets.add(found, "g1", [])


def test_a_question_is_named_and_what_the_machine_called_it_is_kept() -> None:
    found = option_sets.describe_question(form(), "g1", Wording("申请人性别", True, True, {"label_en": "Sex"}))
    assert (found.group_by_id("g1").label, found.group_by_id("g1").single) == ("申请人性别", True)
    assert (found.review("g1").required, found.review("g1").label("en")) == (True, "Sex")
    assert found.review("g1").found_as == "性别"
    assert option_sets.describe_question(found, "g1", Wording("性别")).review("g1").found_as == ""


def test_boxes_are_taken_out_and_a_question_is_taken_apart() -> None:
    found = option_sets.join(boxes(), ["f2", "f3", "f4"], MARITAL)
    assert members(option_sets.take_out(found, "g1", ["f3"])) == {"婚姻状况": ("f2", "f4")}
    assert members(option_sets.dissolve(found, "g1")) == {}
    for keys in ([], ["f5"]):
        with pytest.raises(EditError):
            option_sets.take_out(found, "g1", keys)


def test_a_question_is_split_and_its_second_half_wants_a_name() -> None:
    found = option_sets.join(boxes(), ["f2", "f3", "f4", "f5"], replace(MARITAL, required=True))
    found = edits.accept_certain(option_sets.split_off(found, "g1", ["f4", "f5"]))
    assert members(found) == {"婚姻状况": ("f2", "f3"), "": ("f4", "f5")}
    assert found.group_by_id("g2").single
    assert found.review("g2").required
    assert "尚未命名" in str(why_not_online(found.detection, found.reviews, scanned=False))
    found = option_sets.describe_question(found, "g2", Wording("证件"))
    assert why_not_online(found.detection, found.reviews, scanned=False) is None
    with pytest.raises(EditError):
        option_sets.split_off(found, "g2", ["f4", "f5"])


def test_a_deleted_box_comes_back_to_its_question_with_all_that_was_said_of_it() -> None:
    said = replace(MARITAL, required=True, words={"label_en": "Marital status"})
    found = option_sets.join(boxes(2), ["f2", "f3"], said)
    gone = edits.delete(edits.delete(found, "f2"), "f3")
    assert gone.detection.groups == ()
    back = edits.put_back(edits.put_back(gone, "f3"), "f2")
    assert set(back.detection.groups) == set(found.detection.groups)
    assert back.reviews == found.reviews
    assert gone.new_group_id() == "g2"


def test_the_boxes_of_a_question_follow_the_order_of_the_fields() -> None:
    assert edits.shift(form(), "f3", -1).group_by_id("g1").members == ("f3", "f2")


def test_english_names_are_suggested_for_questions_too() -> None:
    assert edits.use_suggestions(form()).review("g1").label("en") == "Sex"


@pytest.mark.parametrize("edit", [option_sets.take_out, option_sets.split_off])
def test_a_question_that_is_gone_is_said_to_be_gone(edit: Callable[..., FieldSet]) -> None:
    with pytest.raises(EditError, match="已不存在"):
        edit(form(), "g9", ["f2"])
