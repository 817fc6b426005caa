"""Texts that mean alike point alike, whatever their words."""

from itertools import islice
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from knowledge.search.segmentation import STOP_WORDS
from knowledge.search.vectors import likeness as nearest_name
from knowledge.search.vectors import table, vector
from tests.bench.vector_texts import phrases
from tests.bench.vectors import STEPS, Rows, centred, compact, fitted, unit


def likeness(text: str, other: str) -> float:
    """The cosine of the angle between two texts."""
    one, another = vector(text), vector(other)
    assert one is not None
    assert another is not None
    return float(one @ another)


@pytest.mark.parametrize(
    ("said", "meant", "other"),
    [
        ("杀虫剂", "农药", "护照"),
        ("领养小孩", "收养登记", "结婚登记"),
        ("开饭馆", "餐饮服务", "航道"),
        ("passport", "护照", "养老保险"),
        ("adopt", "adoption", "tax"),
    ],
)
def test_what_means_alike_is_nearer_than_what_does_not(said: str, meant: str, other: str) -> None:
    assert likeness(said, meant) > likeness(said, other) + 0.1


def test_the_nearest_of_several_names_counts() -> None:
    passport = vector("护照")
    assert nearest_name(passport, ["养老保险", "普通护照签发"]) == likeness("护照", "普通护照签发")
    assert nearest_name(passport, []) == nearest_name(vector("xqzzt"), ["护照"]) == 0.0
    assert nearest_name(passport, ["xqzzt"]) == 0.0


def test_the_order_of_words_says_nothing() -> None:
    assert likeness("农药 登记", "登记 农药") == pytest.approx(1)


def test_of_a_word_that_the_table_has_not_its_characters_are_known() -> None:
    assert "猫狗证" not in table().places
    assert likeness("猫狗证", "猫 狗 证") == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "  ", "?!", "xqzzt", " ".join(sorted(STOP_WORDS))])
def test_a_text_without_a_word_that_is_known_points_nowhere(text: str) -> None:
    assert vector(text) is None


@given(st.text())
def test_any_text_points_somewhere_or_nowhere(text: str) -> None:
    found = vector(text)
    assert found is None or np.linalg.norm(found) == pytest.approx(1, abs=1e-5)


def test_the_table_has_each_word_once_and_numbers_that_are_small() -> None:
    held = table()
    assert len(held.places) == len(held.rows) == len(held.scales)
    assert np.abs(held.rows).max() == STEPS
    assert (held.scales > 0).all()


@given(st.lists(st.lists(st.floats(-10, 10), min_size=4, max_size=4), min_size=1, max_size=5))
def test_what_is_kept_of_numbers_is_nearly_the_same(numbers: list[list[float]]) -> None:
    rows = np.array(numbers, np.float32)
    kept, scales = compact(rows)
    assert np.abs(kept * scales[:, None] - rows).max() <= np.abs(rows).max() / STEPS / 2 + 1e-6


# --- how the table is made --------------------------------------------------------------------------------------------


def test_that_a_word_is_english_says_nothing_of_what_it_means() -> None:
    meanings = np.random.default_rng(1).normal(size=(300, 384))
    chinese, english = [f"字{number}" for number in range(300)], [f"w{number}" for number in range(300)]
    rows = centred([*chinese, *english], np.vstack([meanings, meanings + 5]), {*chinese, *english})
    np.testing.assert_allclose(rows[:300], rows[300:])


def test_words_learn_from_texts_where_their_sums_point_and_others_stay() -> None:
    dice = np.random.default_rng(1)
    true, stands = dice.normal(size=(50, 8)), csr_matrix(dice.integers(0, 2, size=(400, 50)) * ([1] * 49 + [0]))
    said = unit(stands @ true)
    before = true + dice.normal(size=true.shape)
    after = fitted(stands, said, before)
    assert cosines(stands @ after, said).mean() > 0.98 > cosines(stands @ before, said).mean()
    assert cosines(after[-1:], before[-1:]) == pytest.approx(1)


def test_the_texts_are_the_same_every_time() -> None:
    used = {"身份证": 90, "办理": 400, "罕见": 1}
    first, again = (list(islice(phrases(used, Random(5)), 9)) for _ in range(2))
    assert first == again
    assert not any("罕见" in phrase for phrase in first)


def cosines(rows: Rows, others: Rows) -> Rows:
    return (unit(rows) * unit(others)).sum(axis=1)
