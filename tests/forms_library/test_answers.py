"""Answers in a file of the applicant's own, and from one edition of a form to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.answering.answers import Answer, FileError, as_file, fitted, from_file, listed
from forms_library.answering.questions import Asking, Choices, Roster
from forms_library.detection.drafts import Shape
from forms_library.detection.fields import Detection, Field, FieldKind, Group, GroupKind, PageInfo
from forms_library.detection.geometry import Rect
from forms_library.field_reviews.reviews import Review

PLACE = Rect(0, 0, 100, 20)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LABELS = st.sampled_from(["姓名", "姓 名：", "电话", "是", "否", "Name"])


def field(key: str, label: str, kind: FieldKind = FieldKind.TEXT, page: int = 0) -> Field:
    return Field(key, page, PLACE, PLACE, label, kind, Shape.CELL, 1.0)


def form(*labels: str) -> Detection:
    fields = tuple(field(f"f{number}", label) for number, label in enumerate(labels, 1))
    return Detection((PageInfo(595, 842),), fields)


@given(st.lists(LABELS, max_size=8), st.data())
def test_a_file_of_answers_brings_them_back(labels: list[str], data: st.DataObject) -> None:
    detection = form(*labels)
    answers = {one.id: data.draw(TEXTS.filter(str.strip)) for one in detection.fields if data.draw(st.booleans())}
    read = from_file(as_file(7, 1, listed(detection, answers)), 7)
    assert fitted(read, detection).answers == answers
    assert fitted(read, detection).lost == ()


@given(st.lists(LABELS, max_size=8), st.lists(LABELS, max_size=8))
def test_no_answer_is_lost_silently(before: list[str], after: list[str]) -> None:
    old = form(*before)
    answers = {one.id: f"{one.label} {one.id}" for one in old.fields}
    found = fitted(listed(old, answers), form(*after))
    for key, value in found.answers.items():
        label = next(one.label for one in form(*after).fields if one.id == key)
        assert value.split(" f")[0].strip("：").replace(" ", "") == label.strip("：").replace(" ", "")
    lost = set(answers.values()) - set(found.answers.values())
    assert {value.split(" f")[0] for value in lost} == set(found.lost)


@pytest.mark.parametrize(
    ("language", "label", "help_"),
    [
        ("zh-hans", ("姓名", "zh-hans"), ("与身份证一致", "zh-hans")),
        ("en", ("Name", "en"), ("与身份证一致", "zh-hans")),
        ("fr", ("Nom", "fr"), ("与身份证一致", "zh-hans")),
        ("de", ("Name", "en"), ("与身份证一致", "zh-hans")),
    ],
)
def test_a_question_is_asked_in_the_language_of_the_reader_or_in_one_that_is_known_to_more(
    language: str, label: tuple[str, str], help_: tuple[str, str]
) -> None:
    said = Review(words={"label_en": "Name", "label_fr": "Nom", "help_zh_hans": "与身份证一致"})
    found = form("姓名")
    asking = Asking(found, {found.fields[0].id: said}, language, answers={found.fields[0].id: "张三"})
    (question,) = asking.answered()
    assert (question.label.value, question.label.language) == label
    assert question.help
    assert (question.help.value, question.help.language) == help_
    assert bool(question.beside) == (language != "zh-hans")


def test_the_same_word_in_another_question_is_another_answer() -> None:
    def questions(*names: str) -> Detection:
        fields, groups = [], []
        for name in names:
            options = [field(f"{name}{word}", word, FieldKind.OPTION) for word in ("是", "否")]
            fields += options
            groups.append(Group(name, GroupKind.OPTIONS, name, tuple(one.id for one in options)))
        return Detection((PageInfo(595, 842),), tuple(fields), groups=tuple(groups))

    before = questions("是否已婚", "是否党员")
    after = questions("是否残疾", "是否已婚", "是否党员")
    found = fitted(listed(before, {"是否已婚是": "1", "是否党员否": "1"}), after)
    assert found.answers == {"是否已婚是": "1", "是否党员否": "1"}


@given(st.binary(max_size=200))
def test_any_other_file_is_no_file_of_answers(data: bytes) -> None:
    with pytest.raises(FileError):
        from_file(data, 7)


def test_a_file_that_goes_too_deep_is_none() -> None:
    with pytest.raises(FileError):
        from_file(b"[" * 400_000, 7)


def test_answers_that_are_no_texts_are_none() -> None:
    good = as_file(7, 1, [Answer("", "姓名", "某")])
    with pytest.raises(FileError):
        from_file(good.replace('"某"'.encode(), b"[1]"), 7)


def roster(rows: int) -> Detection:
    fields = tuple(field(f"r{row}{label}", label) for row in range(rows) for label in ("姓名", "电话"))
    groups = (
        Group(
            "g",
            GroupKind.ROWS,
            "家庭成员",
            tuple(one.id for one in fields),
            tuple((f"r{row}姓名", f"r{row}电话") for row in range(rows)),
        ),
    )
    return Detection((PageInfo(595, 842),), fields, groups=groups)


def test_rows_that_nobody_has_used_are_folded_away() -> None:
    (section,) = Asking(roster(5), {}, "zh-hans", {"r1电话": "1"}).sections()
    (part,) = section.parts
    assert isinstance(part, Roster)
    assert (len(part.shown), len(part.folded)) == (3, 2)


def test_the_first_row_is_always_there_and_the_last_is_not_passed() -> None:
    for answers, shown in (({}, 1), ({"r4姓名": "某"}, 5)):
        (section,) = Asking(roster(5), {}, "zh-hans", answers).sections()
        part = section.parts[0]
        assert isinstance(part, Roster)
        assert len(part.shown) == shown


def test_a_group_stands_where_its_first_member_does() -> None:
    options = (field("a", "男", FieldKind.OPTION), field("b", "女", FieldKind.OPTION))
    fields = (field("1", "姓名"), options[0], field("2", "电话"), options[1], field("3", "地址", page=1))
    groups = (Group("g", GroupKind.OPTIONS, "性别", ("a", "b")),)
    pages = (PageInfo(595, 842), PageInfo(595, 842))
    first, second = Asking(Detection(pages, fields, groups=groups), {}, "zh-hans").sections()
    assert [part.key if isinstance(part, Choices) else part.field.id for part in first.parts] == ["1", "g", "2"]  # type: ignore[union-attr]
    assert second.page == 2
