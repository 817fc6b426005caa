"""From a question to what stands above the results: the answer, or the pages it may be about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import timezone

from knowledge.search.questions import Intent
from knowledge.search.results import Hit, Results

from .answer import Answer
from .deciding import Candidate, Certainty, covered, decide

MOST_INTENTS = 2  # questions in one, that are answered at once


@dataclass(frozen=True)
class Reply:
    """``answers`` of the one ``page`` that is meant, or else the ``choices``."""

    certainty: Certainty
    intents: Sequence[Intent]
    page: Hit | None = None
    answers: Sequence[Answer] = ()
    choices: Sequence[Hit] = ()


def reply(results: Results, language: str) -> Reply | None:
    """The reply to a question of which these are the results; nothing where none was asked, or nothing can be said."""
    intents = results.found.plan.intents[:MOST_INTENTS]
    if not intents or not results.is_beginning:
        return None
    decision = decide(list(_candidates(results)))
    if decision is None:
        return None
    if decision.certainty is Certainty.SURE and not results.corrected:
        (hit,) = decision.pages
        if answers := hit.index.answers(hit.reading.instance.pk, language, intents, timezone.localdate()):
            return Reply(Certainty.SURE, intents, hit, answers)
        return None
    certainty = Certainty.GUESS if results.corrected else decision.certainty
    return Reply(certainty, intents, choices=decision.pages)


def _candidates(results: Results) -> Iterator[Candidate[Hit]]:
    for hit in results.hits:
        if hit.index.answers_questions:
            names = hit.index.called(hit.reading.instance)
            yield Candidate(hit, hit.score, covered(results.found.plan, names))
