"""All engines answer alike: the same documents, counts and first results, up to ties."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from haystack import connections

from knowledge.search import facets, rebuilding
from knowledge.search.finding import find
from knowledge.search.plan import Near, plan
from knowledge.search.thesaurus import Thesaurus, own_entries
from portal.environment import SEARCH_ENGINES, search_engine_class
from tests.bench import synthetic

DOCUMENTS = 300
QUERIES = 60
TIE = 0.03  # of a score: tantivy keeps the lengths of long texts in one byte, and scores in 32 bits


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Names, parts of names, questions, single characters, and words of the texts."""
    dice = random.Random(7)
    names = dice.sample(synthetic.names(DOCUMENTS), QUERIES)
    whole, parts, questions, characters = names[:15], names[15:30], names[30:45], names[45:]
    return [
        *whole,
        *(name[1:4] for name in parts),
        *(f"怎么办理{name}要带什么" for name in questions),
        *(name[0] for name in characters),
        "身份证原件",
        "marriage",
        "11511800mbh000007",
        "mbh000123",
    ]


@pytest.fixture
def on_every_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], list[Any]]:
    """Asks the same of the same synthetic documents in every engine."""
    documents = list(synthetic.documents(DOCUMENTS))

    def ask(question: Callable[[], Any]) -> list[Any]:
        answers = []
        for name in SEARCH_ENGINES:
            monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "ENGINE", search_engine_class(name))
            monkeypatch.setitem(settings.HAYSTACK_CONNECTIONS["default"], "PATH", str(tmp_path / name))
            connections.reload("default")
            rebuilding.build(documents)
            answers.append(question())
            connections["default"].get_backend().close()
        return answers

    return ask


Answer = tuple[int, list[tuple[str, float]], dict[str, dict[str, int]]]


def first_page(text: str, near: tuple[Near, ...] = ()) -> Answer:
    hits = find(replace(plan(text, Thesaurus(own_entries())), near=near), count=0 if near else None)
    for facet in facets.offered():
        hits = hits.facet(facet.field)
    counts = {field: dict(found) for field, found in hits.facet_counts().get("fields", {}).items()}
    return len(hits), [(hit.pk, hit.score) for hit in hits[:10]], counts


def same_up_to_ties(one: list[tuple[str, float]], other: list[tuple[str, float]]) -> bool:
    """The scores fall alike, and a document stands elsewhere only among those that are as good."""
    if len(one) != len(other):
        return False
    alike = all(abs(a - b) <= TIE * max(a, b) for (_one, a), (_other, b) in zip(one, other, strict=True))
    score = dict(one)
    least = min(score.values(), default=0.0)
    return alike and all(abs(score.get(key, least) - value) <= TIE * value for key, value in other)


@pytest.mark.django_db
def test_the_same_queries_find_the_same_documents_counts_and_first_results(
    asked: list[str], on_every_engine: Callable[[Callable[[], Any]], list[Any]]
) -> None:
    first, *others = on_every_engine(lambda: {text: first_page(text) for text in asked})
    assert sum(len(hits) for _count, hits, _facets in first.values()) > 5 * len(asked)
    for other in others:
        for text in asked:
            assert other[text][0] == first[text][0], text
            assert other[text][2] == first[text][2], text
            assert same_up_to_ties(first[text][1], other[text][1]), (text, first[text][1], other[text][1])


@pytest.mark.django_db
def test_what_means_nearly_the_same_comes_in_alike(on_every_engine: Callable[[Callable[[], Any]], list[Any]]) -> None:
    documents = [document.id for document in synthetic.documents(12)]
    near = tuple(Near(document, 0.9 - number / 20) for number, document in enumerate(documents))
    first, *others = on_every_engine(lambda: {text: first_page(text, near) for text in ("囧", "囧 身份证")})
    assert first["囧"][0] == len(documents)
    assert [f"guides.guidepage.{key}" for key, _score in first["囧"][1]] == documents[:10]
    for other in others:
        for text, answer in first.items():
            assert other[text][::2] == answer[::2]
            assert same_up_to_ties(answer[1], other[text][1])
