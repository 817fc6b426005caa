"""From a question to what stands above the results: the answer, or the pages it may be about."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from knowledge.search.intents import Intent
from knowledge.search.results import Hit, Results, search_by_kind
from knowledge.search.vectors import likeness, vector
from translations.local_text import LocalText

from .answer import Answer
from .deciding import MOST_CHOICES, Candidate, Certainty, Decision, all_said, covered, decide, said
from .written import Match, nearest

SAME = 0.9  # as like the reader's, a written question is the same, whatever else the reader may mean
LIKE = 0.5  # a written question that is as like the reader's may be meant


@dataclass(frozen=True)
class Choice:
    """What may be meant: a page, or a question that is written down on one. ``code`` is the page's."""

    title: str
    url: str
    above: LocalText | None
    code: str


@dataclass(frozen=True)
class Reply:
    """``answers`` of the one ``page`` that is meant, or else the ``choices``. ``derived``: its fields give them, and
    nobody wrote them down. Who shows the page itself need not have them composed.
    """

    certainty: Certainty
    intents: Sequence[Intent]
    page: Hit | None = None
    choices: Sequence[Choice] = ()
    derived: bool = False
    compose: Callable[[], Sequence[Answer]] = tuple

    @cached_property
    def answers(self) -> Sequence[Answer]:
        """What is answered; nothing where the page went a moment ago."""
        return self.compose()


def reply(results: Results, language: str) -> Reply | None:
    """The reply to a question of which these are the results; nothing where none was asked, or nothing can be said.

    What somebody wrote as the answer to just this question is given before what the fields of a page say, unless the
    reader only named the page. A written question that is only like it stands among what may be meant.
    """
    if not results.is_beginning or not results.found.plan:
        return None
    intents = results.found.plan.intents
    decision = decide(list(_candidates(results))) if intents else None
    match = nearest(results, language)
    if match and not results.corrected and _is_meant(match, decision):
        return _written_down(match, results.found.plan.intents)
    if decision and decision.certainty is Certainty.SURE and not results.corrected:
        return _derived(decision, intents, language)
    return _choices(decision, match, intents)


def _is_meant(match: Match, decision: Decision[Hit] | None) -> bool:
    if decision and decision.certainty is Certainty.SURE:
        return match.likeness.is_same and match.likeness.degree >= SAME
    return match.likeness.is_same


def _written_down(match: Match, intents: Sequence[Intent]) -> Reply:
    return Reply(Certainty.SURE, intents, match.hit, compose=lambda: [match.written.compose()])


def _derived(decision: Decision[Hit], intents: Sequence[Intent], language: str) -> Reply:
    (hit,) = decision.pages
    compose = partial(hit.index.answers, hit.reading.instance, language, intents, timezone.localdate())
    return Reply(Certainty.SURE, intents, hit, derived=True, compose=compose)


def _choices(decision: Decision[Hit] | None, match: Match | None, intents: Sequence[Intent]) -> Reply | None:
    """What may be meant, the likeliest first. Of several items that all have everything, one is meant."""
    pages = [Choice(hit.title, hit.url, hit.above, hit.code) for hit in decision.pages] if decision else []
    if decision and decision.certainty is Certainty.CHOICE:
        return Reply(Certainty.CHOICE, intents, choices=pages)
    degree = match.likeness.degree if match else 0.0
    like = [_written(match)] if match and degree >= LIKE else []
    written_first = not decision or degree > decision.covers
    choices = [*like, *pages] if written_first else [*pages, *like]
    return Reply(Certainty.GUESS, intents, choices=choices[:MOST_CHOICES]) if choices else None


def _written(match: Match) -> Choice:
    return Choice(match.written.title, match.written.url, match.hit.above, match.hit.code)


def _candidates(results: Results) -> Iterator[Candidate[Hit]]:
    plan = results.found.plan
    asked = all_said(results.found.text, plan)
    pointing = vector(plan.with_official_words)
    for hit in results.best_hits:
        if hit.index.answers_questions:
            names = hit.index.called(hit.reading.instance)
            around = [hit.above.plain] if hit.above else []
            likely = covered(plan, names, around), said(asked, names), likeness(pointing, names)
            yield Candidate(hit, hit.score, *likely)


def ask(text: str, language: str) -> tuple[Results, Reply | None]:
    """What readers would get for a question, asked by the hall itself."""
    request = HttpRequest()
    request.user = AnonymousUser()
    results = search_by_kind(text, language, request)
    return results, reply(results, language)
