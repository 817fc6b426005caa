"""How often a question gets the right answer: ``python -m tests.bench.answers QUESTIONS.tsv [--misses]``.

``QUESTIONS.tsv`` has the columns ``question``, ``task_code`` (the item that is meant; empty where no item is, and none
may be answered), ``intent`` and ``language``. They are put to the hall in ``PORTAL_VAR`` as the search page does it.

The last line is one JSON object: ``first`` (the right answer is given, or stands first of those to choose from),
``in_three``, ``wrong_certain`` (of all questions: another answer is given as certain), ``refused`` (of those that no
item answers: nothing is given as certain), and ``certain``, how many are answered and not asked back. An item of
exactly the same name is as good as the one that is meant, and so is a written answer about it.
"""

import argparse
import csv
import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .hall import opened

if TYPE_CHECKING:
    from knowledge.search.results import Hit

IN_THREE = 3


@dataclass(frozen=True)
class Question:
    """A question, the code of the item that is meant, what is asked about it, and in which language."""

    text: str
    code: str
    intent: str
    language: str


@dataclass(frozen=True)
class Outcome:
    """Where the right answer stands, from 1 (0: nowhere), and whether any answer was given as certain."""

    rank: int
    certain: bool


def read(path: Path) -> list[Question]:
    """The questions of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Question(row["question"], row["task_code"], row["intent"], row["language"]) for row in rows]


def put(question: Question, names: dict[str, str]) -> Outcome:
    """Ask as the search page does. ``names`` are those of the published items, by code."""
    from django.contrib.auth.models import AnonymousUser
    from django.test import RequestFactory
    from django.utils import translation

    from knowledge.answers.replying import reply
    from knowledge.search.results import search_by_kind

    with translation.override(question.language):
        request = RequestFactory().get("/search/", {"q": question.text})
        request.user = AnonymousUser()
        found = reply(search_by_kind(question.text, question.language, request), question.language)
    if found is None:
        return Outcome(0, certain=False)
    given = [items_of(found.page)] if found.page else [[choice.code] for choice in found.choices]
    asked_about = question.intent in found.intents
    wanted = names.get(question.code)
    meant = [wanted in map(names.get, codes) for codes in given] if wanted and asked_about else []
    ranks = [rank for rank, is_meant in enumerate(meant, 1) if is_meant]
    return Outcome(min(ranks, default=0), certain=bool(found.answers))


def items_of(page: "Hit") -> list[str]:
    """The codes of the items that speak: the page itself, or those that a written answer is about."""
    from guides.models import GuidePage

    about = GuidePage.objects.filter(answer_subjects__page=page.reading.instance.pk)
    return [page.code, *about.values_list("task_code", flat=True)]


def figures(questions: list[Question], outcomes: list[Outcome]) -> dict[str, float]:
    """Shares, from 0 to 1."""
    pairs = list(zip(questions, outcomes, strict=True))
    meant = [outcome for question, outcome in pairs if question.code]
    meaningless = [outcome for question, outcome in pairs if not question.code]
    wrong = sum(outcome.certain and outcome.rank != 1 for outcome in outcomes)
    return {
        "first": share(sum(outcome.rank == 1 for outcome in meant), len(meant)),
        "in_three": share(sum(0 < outcome.rank <= IN_THREE for outcome in meant), len(meant)),
        "wrong_certain": share(wrong, len(outcomes)),
        "refused": share(sum(not outcome.certain for outcome in meaningless), len(meaningless)),
        "certain": share(sum(outcome.certain for outcome in meant), len(meant)),
    }


def share(some: int, of_all: int) -> float:
    return round(some / max(of_all, 1), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the questions that are not answered rightly first")
    given = parser.parse_args()
    names = opened()
    questions = read(given.questions)
    started = time.perf_counter()
    outcomes = [put(question, names) for question in questions]
    took = (time.perf_counter() - started) / max(len(questions), 1)
    if given.misses:
        for question, outcome in zip(questions, outcomes, strict=True):
            if outcome.rank != 1 and (question.code or outcome.certain):
                sure = "certain" if outcome.certain else ""
                print(
                    f"{outcome.rank} {sure:7s} {question.intent:11s} {question.text} | {names.get(question.code, '')}"
                )
    print(json.dumps({**figures(questions, outcomes), "questions": len(questions), "ms": round(took * 1000, 1)}))


if __name__ == "__main__":
    main()
