"""What a translation is worth: the rule, and what it is made from."""

import pytest
from django.contrib.contenttypes.models import ContentType
from hypothesis import given
from hypothesis import strategies as st

from guides.models import GuidePage, Material
from translations.freshness.making import Known, made, origin
from translations.freshness.states import Significance, State, Weight, significance, state_of
from translations.freshness.units import Place, Unit, changes_by_itself, units_of
from translations.models import TranslatedText

TEXTS = st.sampled_from(["", "甲", "乙", "丙"])


@pytest.mark.parametrize(
    ("source", "target", "made_from", "reviewed", "state"),
    [
        ("甲", "", "", True, State.MISSING),
        ("甲", "A", "甲", True, State.REVIEWED),
        ("甲", "A", "甲", False, State.DRAFT),
        ("乙", "A", "甲", True, State.OUTDATED),
        ("乙", "A", "甲", False, State.OUTDATED),
        ("", "A", "甲", True, State.OUTDATED),
    ],
)
def test_a_state_follows_from_three_texts_and_a_mark(
    source: str, target: str, made_from: str, reviewed: bool, state: State
) -> None:
    assert state_of(source, target, made_from, reviewed) == state


def test_the_query_is_the_rule(guide: GuidePage) -> None:
    kind = ContentType.objects.get_for_model(GuidePage)
    number = 0
    for source in ("", "甲", "乙"):
        for target in ("", "A"):
            for made_from in ("", "甲", "乙"):
                for reviewed in (True, False):
                    number += 1
                    TranslatedText.objects.create(
                        page=guide,
                        content_type=kind,
                        object_id=guide.pk,
                        field=f"field{number}",
                        language="en",
                        source=source,
                        target=target,
                        made_from=made_from,
                        reviewed=reviewed,
                    )
    ours = TranslatedText.objects.filter(field__startswith="field")
    for state in State:
        found = set(ours.in_state(state).values_list("pk", flat=True))
        assert found == {text.pk for text in ours if text.state is state}
    assert sum(ours.in_state(state).count() for state in State) == number


@given(TEXTS, TEXTS, st.lists(TEXTS, max_size=3), st.booleans())
def test_nothing_is_made_from_a_chinese_that_came_later(
    source: str, before: str, made_of: list[str], only_slips: bool
) -> None:
    """A translation that stayed where it was keeps its origin, unless it is known to fit, or only slips were mended."""
    unit = Unit(Place(GuidePage, 1, "name"), source, "A")
    found = origin(unit, Known(before, "A", before), made_of, only_slips)
    if source == before or source in made_of or only_slips:
        assert found == source
    else:
        assert found == before


def test_without_a_translation_there_is_no_origin() -> None:
    assert origin(Unit(Place(GuidePage, 1, "name"), "甲", ""), None, ["甲"], only_slips=False) == ""


def row(key: int | None, source: str, target: str) -> Unit:
    return Unit(Place(Material, key, "name"), source, target)


def test_of_rows_that_were_stored_anew_only_new_translations_were_made() -> None:
    before = [row(1, "甲", "A"), row(2, "乙", "B")]
    assert list(made(before, [row(7, "丙", "A"), row(8, "乙", "C")])) == [row(8, "乙", "C")]
    assert list(made(before, [row(1, "丙", "A"), row(2, "乙", "C")])) == [row(2, "乙", "C")]
    assert list(made(None, before)) == before


def test_units_are_the_texts_of_a_page_and_of_its_rows() -> None:
    content = {"pk": 3, "name_zh_hans": "甲", "name_en": "A", "materials": [{"pk": 5, "name_zh_hans": "身份证"}]}
    assert units_of(GuidePage, content, "en") == [
        Unit(Place(GuidePage, 3, "name"), "甲", "A"),
        Unit(Place(Material, 5, "name"), "身份证", ""),
    ]


@pytest.mark.parametrize(
    ("weight", "by_itself", "expected"),
    [
        ("", False, Significance.NORMAL),
        ("", True, Significance.MAJOR),
        (Weight.NORMAL, True, Significance.MAJOR),
        (Weight.TYPO, True, Significance.TYPO),
        (Weight.MAJOR, False, Significance.MAJOR),
    ],
)
def test_a_changed_material_is_major_by_itself(weight: str, by_itself: bool, expected: Significance) -> None:
    assert significance(weight, by_itself) == expected


def test_fees_limits_conditions_and_materials_change_by_themselves() -> None:
    assert changes_by_itself(Place(Material, 1, "name"))
    assert changes_by_itself(Place(GuidePage, 1, "fee_note"))
    assert not changes_by_itself(Place(GuidePage, 1, "summary"))
