"""Written questions that a reader may mean: those of editors, and the frequent questions of services."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.search.results import Hit, Results
from knowledge.search.thesaurus import Thesaurus

from .answer import Answer
from .likeness import Likeness, Wording, likeness, only_names, wording

MOST_PAGES = 5  # of a kind, whose questions are compared, of those that were found
KEPT = 8192  # wordings of questions, which are compared again and again


@dataclass(frozen=True)
class Written:
    """The ways to ask a question, and what makes the answer to it.

    ``about`` are the names of what it is about, which a reader may add; ``around`` are names that everything here has
    in common, which say nothing: the department's, with its city.
    """

    page: int
    title: str
    url: str
    questions: Sequence[str]
    compose: Callable[[], Answer]
    about: Sequence[str] = ()
    around: Sequence[str] = ()


@dataclass(frozen=True)
class Match:
    """A written question that is like the reader's, and the page that was found with it."""

    hit: Hit
    written: Written
    likeness: Likeness


def nearest(results: Results, language: str) -> Match | None:
    """The written question that is most like what was asked, if one is like it at all."""
    known = results.found.thesaurus
    reader = wording(results.found.text, known)
    named = (hit for hit in results.best_hits if hit.index.answers_questions)
    if any(only_names(reader, _in(hit.index.called(hit.reading.instance), known)) for hit in named):
        return None
    matches = (
        Match(hit, one, likeness(reader, asked, _in(one.about, known), _in(one.around, known)))
        for hit, one in _written(results, language)
        for asked in _in(one.questions, known)
    )
    best = max(matches, key=lambda match: match.likeness.degree, default=None)
    return best if best and best.likeness.degree > 0 else None


def _written(results: Results, language: str) -> Iterator[tuple[Hit, Written]]:
    """The written questions of the pages found, kind by kind in the order of the results."""
    by_kind: dict[type, list[Hit]] = {}
    for hit in results.best_hits:
        by_kind.setdefault(type(hit.index), []).append(hit)
    for hits in by_kind.values():
        pages = {hit.reading.instance.pk: hit for hit in hits[:MOST_PAGES]}
        for one in hits[0].index.written([hit.reading.instance for hit in pages.values()], language):
            yield pages[one.page], one


def _in(texts: Iterable[str], known: Thesaurus) -> list[Wording]:
    return [_wording(text, known) for text in texts if text]


@lru_cache(maxsize=KEPT)
def _wording(text: str, known: Thesaurus) -> Wording:
    """After a change the thesaurus is another one."""
    return wording(text, known)
