"""How well it is told what a question asks: ``python -m tests.bench.intents [--write]``.

Trains the model of ``knowledge/search/intents.py`` on the questions of ``knowledge/data/asked.tsv`` and of the other
benchmarks, one set of them left out at a time, and asks it those. ``--write`` trains it on all, and stores it.

Otherwise the last line is one JSON object: for each set left out ``first`` (the right intent is the likeliest) and
``in_two`` of the questions about a service, and ``none`` of the other texts.
"""

import argparse
import csv
import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

ASKED = Path(__file__).parents[2] / "knowledge" / "data" / "asked.tsv"
OTHERS = ("dev", "imported", "varied")  # sets of questions of the benchmark of answers
LEAST_TEXTS = 3  # that have a feature, for it to count
STRENGTH = 10.0  # how far the model may follow what it was shown
LEAST_WEIGHT = 0.5  # a feature that weighs less is left out


@dataclass(frozen=True)
class Example:
    """A question, what it asks (an intent, or none), and the set that it was written for."""

    text: str
    intent: str
    of: str


def examples() -> list[Example]:
    """All that we have, set by set."""
    found = [Example(row["question"], row["intent"], row["set"]) for row in _rows(ASKED)]
    for name in OTHERS:
        rows = _rows(Path(__file__).with_name(f"questions_{name}.tsv"))
        found += [Example(row["question"], row["intent"] if row["task_code"] else "none", name) for row in rows]
    return sorted(found, key=lambda example: example.of)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def trained(shown: Sequence[Example]) -> dict[str, object]:
    """A model as ``data/intents.json`` holds it."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import normalize

    from knowledge.search.characters import normalise
    from knowledge.search.intents import features

    found = [features(normalise(example.text)) for example in shown]
    texts = Counter(feature for one in found for feature in one)
    rows = [{feature: 1.0 for feature in one if texts[feature] >= LEAST_TEXTS} for one in found]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit(normalize(vectors.fit_transform(rows)), [example.intent for example in shown])
    weights = np.where(abs(model.coef_) < LEAST_WEIGHT, 0.0, model.coef_.round(1))
    classes = [str(name) for name in model.classes_]
    return {
        "bias": dict(zip(classes, model.intercept_.round(2).tolist(), strict=True)),
        "weights": {
            feature: {classes[place]: float(weights[place, column]) for place in weights[:, column].nonzero()[0]}
            for column, feature in enumerate(vectors.get_feature_names_out())
        },
    }


def figures(held: dict[str, object], asked: Sequence[Example]) -> dict[str, float]:
    """How often a model is right."""
    from knowledge.search.characters import normalise
    from knowledge.search.intents import NONE, features, model_of

    model = model_of(held)
    right: Counter[str] = Counter()
    for example in asked:
        probabilities = model.probabilities(features(normalise(example.text)))
        ranked = sorted(probabilities, key=lambda name: -probabilities[name])
        if example.intent == NONE:
            right["none"] += ranked[0] == NONE
        else:
            named = [name for name in ranked if name != NONE]
            right["first"] += named[0] == example.intent
            right["in_two"] += example.intent in named[:2]
    none = sum(example.intent == NONE for example in asked)
    counts = {"first": len(asked) - none, "in_two": len(asked) - none, "none": none}
    return {name: round(right[name] / count, 3) for name, count in counts.items() if count}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="store the model that all questions make")
    given = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    everything = examples()
    if given.write:
        from knowledge.search.intents import MODEL

        lines = json.dumps(trained(everything), ensure_ascii=False, separators=(",", ":")).replace("},", "},\n")
        MODEL.write_text(lines + "\n", encoding="utf-8")
        return
    found = {}
    for name, group in groupby(everything, key=lambda example: example.of):
        others = [example for example in everything if example.of != name]
        found[name] = figures(trained(others), list(group))
        print(name, json.dumps(found[name]))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
