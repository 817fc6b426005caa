"""Confirmed fields are found again in the next version, by what they are called and where they stand."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind, Group, GroupKind, PageInfo
from forms_library.detection.geometry import Rect
from forms_library.field_reviews.carry_over import carry_over
from forms_library.field_reviews.reviews import Review, reviews_as_plain, reviews_from_plain, unresolved

CONFIRMED = Review(confirmed=True)


def field(key: str, label: str, top: float = 0, page: int = 0, kind: FieldKind = FieldKind.TEXT) -> Field:
    rect = Rect(100, top, 200, top + 20)
    return Field(key, page, rect, rect, label, kind, Shape.CELL, confidence=0.5)


def form(*fields: Field) -> Detection:
    return Detection((PageInfo(595, 842),) * 3, fields)


def test_a_field_keeps_what_an_editor_said_about_it() -> None:
    old = form(field("f1", "姓名", kind=FieldKind.LONG_TEXT))
    review = Review(confirmed=True, required=True, words={"label_en": "Name", "help_zh_hans": "与身份证一致"})
    carried = carry_over(old, {"f1": review}, form(field("f9", "姓　名：", top=400)))
    assert carried.reviews["f9"].label("en") == "Name"
    assert carried.reviews["f9"].required
    assert (carried.detection.fields[0].label, carried.detection.fields[0].kind) == ("姓名", FieldKind.LONG_TEXT)
    assert carried.lost == ()


def test_where_it_stands_is_the_new_files_affair() -> None:
    new = field("f1", "姓名", top=400, page=1)
    carried = carry_over(form(field("f1", "姓名")), {"f1": CONFIRMED}, form(new))
    assert (carried.detection.fields[0].page, carried.detection.fields[0].rect) == (1, new.rect)


def test_what_was_not_confirmed_is_not_carried_over() -> None:
    old = form(replace(field("f1", "姓名"), hint="old"))
    carried = carry_over(old, {"f1": Review(words={"label_en": "Name"})}, form(field("f1", "姓名")))
    assert carried.reviews == {}
    assert carried.detection.fields[0].hint == ""


def test_of_several_with_one_name_the_nearest_is_meant() -> None:
    old = form(field("a", "电话", top=100), field("b", "电话", top=300))
    reviews = {key: Review(True, words={"label_en": name}) for key, name in (("a", "first"), ("b", "second"))}
    carried = carry_over(old, reviews, form(field("x", "电话", top=310), field("y", "电话", top=90)))
    assert {key: review.label("en") for key, review in carried.reviews.items()} == {"x": "second", "y": "first"}


def test_the_same_page_is_nearer_than_the_same_place_on_another() -> None:
    old = form(field("a", "电话", top=100, page=1))
    new = form(field("x", "电话", top=100, page=0), field("y", "电话", top=700, page=1))
    assert set(carry_over(old, {"a": CONFIRMED}, new).reviews) == {"y"}


def test_a_renamed_field_is_found_by_what_the_machine_called_it_in_this_version_and_the_next() -> None:
    reviews = {"a": Review(confirmed=True, found_as="申请人")}
    once = carry_over(form(field("a", "申请人姓名")), reviews, form(field("b", "申请人")))
    assert once.detection.fields[0].label == "申请人姓名"
    twice = carry_over(once.detection, once.reviews, form(field("c", "申请人")))
    assert twice.detection.fields[0].label == "申请人姓名"


def test_a_box_to_tick_never_becomes_a_line_to_write_on() -> None:
    old = form(field("a", "男", kind=FieldKind.OPTION))
    carried = carry_over(old, {"a": CONFIRMED}, form(field("x", "男")))
    assert carried.reviews == {}
    assert carried.lost == ("男",)


def test_what_is_gone_is_told() -> None:
    old = form(field("a", "民族"), field("b", "姓名"))
    carried = carry_over(old, {"a": CONFIRMED, "b": CONFIRMED}, form(field("x", "姓名")))
    assert carried.lost == ("民族",)


# --- what editors drew and put together ---------------------------------------------------------------------------

DRAWN = Review(confirmed=True, drawn=True, words={"label_en": "Nickname"})


def boxes(*keys: str, group: Group | None = None) -> Detection:
    """Boxes to tick, called 甲 and so on by the last letter of their keys."""
    names = {"a": "甲", "b": "乙", "c": "丙"}
    fields = (field(key, names[key[-1]], 20 * ord(key[-1]), kind=FieldKind.OPTION) for key in keys)
    return replace(form(*fields), groups=(group,) if group else ())


def question(*keys: str, label: str = "种类", single: bool = False, made: bool = False) -> Group:
    return Group("g1", GroupKind.OPTIONS, label, keys, single=single, made=made)


def test_a_drawn_field_takes_its_place_along_and_wants_to_be_looked_at() -> None:
    old = form(field("a", "姓名"), field("b", "别名", top=300))
    carried = carry_over(old, {"a": CONFIRMED, "b": DRAWN}, form(field("f1", "姓名"), field("f2", "住址", top=500)))
    assert [one.label for one in carried.detection.fields] == ["姓名", "别名", "住址"]
    drawn = carried.detection.fields[1]
    assert (drawn.id, drawn.rect.top) == ("f3", 300)
    assert carried.reviews["f3"] == replace(DRAWN, confirmed=False)
    assert drawn in unresolved(carried.detection, carried.reviews)
    assert carried.lost == ()


def test_a_drawn_field_that_the_machine_finds_by_now_is_the_machines() -> None:
    carried = carry_over(form(field("a", "别名", top=300)), {"a": DRAWN}, form(field("f1", "别名", top=320)))
    assert [one.rect.top for one in carried.detection.fields] == [320]
    assert carried.reviews["f1"] == replace(DRAWN, drawn=False)


def test_a_drawn_field_needs_a_page_of_the_same_size_and_a_file_with_places() -> None:
    old = form(field("a", "别名", page=2))
    shorter = replace(form(), pages=(PageInfo(595, 842),))
    turned = replace(form(), pages=(PageInfo(842, 595),) * 3)
    scanned = replace(form(), pages=(PageInfo(595, 842, scanned=True),) * 3)
    for new in (shorter, turned, scanned):
        assert carry_over(old, {"a": DRAWN}, new).lost == ("别名",)
    assert carry_over(old, {"a": DRAWN}, form(), drawn=False).lost == ("别名",)


def test_boxes_that_an_editor_put_together_are_put_together_again() -> None:
    old = boxes("oa", "ob", "oc", group=question("oa", "ob", single=True, made=True))
    said = {**dict.fromkeys(("oa", "ob", "oc"), CONFIRMED), "g1": Review(required=True, words={"label_en": "Kind"})}
    carried = carry_over(old, said, boxes("na", "nb", "nc", group=question("na", "nb", "nc", label="其他")))
    assert carried.detection.groups == (Group("g1", GroupKind.OPTIONS, "种类", ("na", "nb"), single=True, made=True),)
    assert carried.reviews["g1"] == said["g1"]


def test_a_question_of_the_machine_keeps_its_boxes_and_gets_the_words() -> None:
    old = boxes("oa", "ob", group=question("oa", "ob", label="我的叫法", single=True))
    said = {"oa": CONFIRMED, "ob": CONFIRMED, "g1": Review(found_as="种类", required=True)}
    carried = carry_over(old, said, boxes("na", "nb", "nc", group=question("na", "nb", "nc")))
    (group,) = carried.detection.groups
    assert (group.label, group.members, group.single) == ("我的叫法", ("na", "nb", "nc"), True)
    unnamed = carry_over(replace(old, groups=(question("oa", "ob"),)), {"oa": CONFIRMED}, boxes("na"))
    assert unnamed.detection.groups == ()


def test_what_a_question_is_called_now_counts_where_no_editor_said_otherwise() -> None:
    old = boxes("oa", "ob", group=question("oa", "ob", label="旧"))
    new = boxes("na", "nb", group=question("na", "nb", label="新"))
    carried = carry_over(old, {"oa": CONFIRMED, "ob": CONFIRMED}, new)
    assert carried.detection.groups == new.groups


labels = st.sampled_from(["姓名", "电话", "住址", ""])
fields = st.lists(st.tuples(labels, st.integers(0, 800), st.integers(0, 2)), max_size=8)


@given(fields, fields)
def test_every_confirmed_field_is_found_once_or_told_as_lost(
    before: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    old = form(*(field(f"o{n}", *one) for n, one in enumerate(before)))
    new = form(*(field(f"n{n}", *one) for n, one in enumerate(after)))
    carried = carry_over(old, {one.id: CONFIRMED for one in old.fields}, new)
    assert len(carried.reviews) + len(carried.lost) == len(old.fields)
    assert [one.id for one in carried.detection.fields] == [one.id for one in new.fields]


def test_a_doubtful_field_is_unresolved_until_it_is_confirmed() -> None:
    doubtful, sure = field("a", "姓名"), replace(field("b", "电话"), confidence=0.95)
    assert unresolved(form(doubtful, sure), {}) == [doubtful]
    assert unresolved(form(doubtful, sure), {"a": CONFIRMED}) == []
    nameless = field("c", "")
    assert unresolved(form(nameless), {"c": CONFIRMED}) == [nameless]


def test_reviews_survive_json_and_older_halls() -> None:
    reviews = {"a": Review(confirmed=True, words={"help_en": "As on the card"})}
    assert reviews_from_plain(json.loads(json.dumps(reviews_as_plain(reviews)))) == reviews
    assert reviews_from_plain({"a": {"confirmed": True, "colour": "blue"}}) == {"a": CONFIRMED}


def test_words_in_a_language_that_the_hall_has_no_more_are_kept() -> None:
    reviews = reviews_from_plain({"a": {"confirmed": True, "label_en": "Name", "label_fr": "Nom"}})
    assert (reviews["a"].label("en"), reviews["a"].label("fr")) == ("Name", "Nom")
    assert reviews["a"].with_words({"label_en": ""}).words == {"label_fr": "Nom"}
    assert reviews_as_plain(reviews)["a"]["label_fr"] == "Nom"
