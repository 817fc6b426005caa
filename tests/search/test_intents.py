"""What a question asks, told by a model."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search.characters import normalise
from knowledge.search.intents import (
    MODEL,
    MOST_ASKED,
    NONE,
    Intent,
    Model,
    features,
    intents_of,
    is_question,
)

ASKED = MODEL.with_name("asked.tsv")


def examples() -> list[dict[str, str]]:
    with ASKED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_every_example_names_an_intent_and_stands_there_once() -> None:
    found = examples()
    assert {example["intent"] for example in found} == {*Intent, NONE}
    assert {example["language"] for example in found} == {"zh-hans", "en"}
    assert len({example["question"] for example in found}) == len(found)


def test_the_model_knows_the_examples_that_it_was_shown() -> None:
    """Whoever changes the examples, the cues or the features trains it anew."""
    shown = [example for example in examples() if example["intent"] != NONE]
    right = sum(example["intent"] in intents_of(normalise(example["question"])) for example in shown)
    assert right / len(shown) > 0.97


@given(st.text(max_size=600))
def test_every_text_asks_at_most_so_much(text: str) -> None:
    found = intents_of(normalise(text))
    assert len(found) == len(set(found)) <= MOST_ASKED


@given(st.sets(st.sampled_from(["a", "b", "c"])))
def test_probabilities_make_up_one(found: set[str]) -> None:
    model = Model(("fee", NONE), (0.5, -0.5), {"a": {"fee": 2.0}, "b": {NONE: -1.0}})
    probabilities = model.probabilities(found)
    assert sum(probabilities.values()) == pytest.approx(1.0)
    assert probabilities["fee"] > probabilities[NONE]


def test_what_stands_beside_the_question_does_not_count() -> None:
    asked, scenery = features("要带什么证件"), "我在窗口排了三次队"
    assert features(f"{scenery}，要带什么证件") - {"<visits>"} == asked
    assert is_question("要带什么证件")
    assert not is_question(scenery)


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("结婚登记要多少钱，多久能办好", [Intent.FEE, Intent.DURATION]),
        ("where do i apply? what documents must i bring?", [Intent.WHERE, Intent.MATERIALS]),
        ("低保一个月能领多少钱", []),
        ("今天天气怎么样", []),
    ],
)
def test_two_questions_are_both_heard_and_what_asks_for_something_else_is_not(text: str, intents: list[Intent]) -> None:
    assert list(intents_of(text)) == intents
