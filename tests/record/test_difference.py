"""The difference is complete: the earlier state and the parts give the later state."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guides.codes import PartKind
from guides.record.difference import applied, difference, name_of
from guides.record.matching import matched
from guides.record.states import Row, State

TEXTS = st.sampled_from(["", "身份证", "户口簿", "照片", "申请书"])
VALUES = st.fixed_dictionaries({"name_zh_hans": TEXTS, "copies": st.integers(0, 3), "name_en": TEXTS})
FACTS = st.fixed_dictionaries({"promised_days": st.none() | st.integers(0, 5), "topics": st.lists(st.integers(1, 3))})


@st.composite
def rows(draw: st.DrawFn) -> tuple[Row, ...]:
    """Rows with keys of their own, or, as after an import, without."""
    values = draw(st.lists(VALUES, max_size=6))
    keys = draw(st.permutations(range(1, 9)))
    stored = draw(st.booleans())
    return tuple(Row(one, key if stored else None) for one, key in zip(values, keys, strict=False))


STATES = st.builds(State, FACTS, st.fixed_dictionaries({"materials": rows(), "steps": rows()}))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STATES, STATES)
def test_the_difference_leads_from_one_state_to_the_other(before: State, after: State) -> None:
    assert applied(before, difference(before, after)) == after


@given(STATES)
def test_between_a_state_and_itself_there_is_none(state: State) -> None:
    assert difference(state, state) == []


@given(STATES, STATES)
def test_a_row_is_matched_once_at_most(before: State, after: State) -> None:
    pairs = matched(before.rows["materials"], after.rows["materials"], name_of)
    assert len(set(pairs.values())) == len(pairs)


def state(*materials: Row) -> State:
    return State({}, {"materials": materials})


def material(name: str, copies: int = 1, key: int | None = None) -> Row:
    return Row({"name_zh_hans": name, "copies": copies}, key)


def test_rows_that_an_import_stores_anew_are_known_by_what_they_are_called() -> None:
    before = state(material("身份证", 1, 4), material("照片", 2, 5))
    after = state(material("照片", 3, 8), material("身份证", 1, 9))
    kinds = [(part.kind, part.field, part.before, part.after) for part in difference(before, after)]
    assert kinds == [(PartKind.REORDERED, "", [0, 1], [1, 0]), (PartKind.ROW, "copies", 2, 3)]


def test_a_row_with_another_name_is_the_same_by_its_key() -> None:
    parts = difference(state(material("相片", 1, 4)), state(material("照片", 1, 4)))
    assert [(part.kind, part.field) for part in parts] == [(PartKind.ROW, "name_zh_hans")]


def test_what_came_and_went_is_told_apart_from_what_changed() -> None:
    before = state(material("身份证", 1, 4), material("户口簿", 1, 5))
    after = state(material("身份证", 1, 4), material("照片", 1, 6))
    assert [part.kind for part in difference(before, after)] == [PartKind.REMOVED, PartKind.ADDED]
