"""What our search is compared with: simpler ways to search the same items."""

import math
import sqlite3
from collections import Counter
from collections.abc import Callable

from knowledge.search.characters import runs
from knowledge.search.segmentation import pairs

DEPTH = 10  # items that a reader looks at

Search = Callable[[str], list[str]]  # a query -> codes of items, the best first, at most DEPTH


def ours(query: str) -> list[str]:
    """The first page of results as programs get it; what is no item (a department) takes a place and has no code."""
    from guides.models import GuidePage
    from knowledge.search.found import Found

    hits = list(Found(query).hits[:DEPTH])
    keys = [int(hit.pk) for hit in hits if hit.model is GuidePage]
    codes = dict(GuidePage.objects.filter(pk__in=keys).values_list("pk", "task_code"))
    return [codes.get(int(hit.pk), "") if hit.model is GuidePage else "" for hit in hits]


def character_pairs(names: dict[str, str]) -> Search:
    """BM25 over pairs of characters of the names."""
    grams = {code: Counter(_pairs(name)) for code, name in names.items()}
    frequency = Counter(pair for counted in grams.values() for pair in counted)
    average = sum(counted.total() for counted in grams.values()) / max(len(grams), 1)

    def search(query: str) -> list[str]:
        scores = {}
        for code, counted in grams.items():
            score = 0.0
            for pair in set(_pairs(query)) & counted.keys():
                weight = math.log(1 + (len(grams) - frequency[pair] + 0.5) / (frequency[pair] + 0.5))
                times = counted[pair]
                score += weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * counted.total() / average))
            if score:
                scores[code] = score
        return sorted(scores, key=lambda code: -scores[code])[:DEPTH]

    return search


def _pairs(text: str) -> list[str]:
    return [pair for run in runs(text) for pair in pairs(run)]


def stock_whoosh(names: dict[str, str]) -> Search:
    """Whoosh as haystack sets it up: the stemming analyzer, made for English."""
    from whoosh import analysis, fields, filedb, qparser

    schema = fields.Schema(code=fields.ID(stored=True), name=fields.TEXT(analyzer=analysis.StemmingAnalyzer()))
    index = filedb.filestore.RamStorage().create_index(schema)
    writer = index.writer()
    for code, name in names.items():
        writer.add_document(code=code, name=name)
    writer.commit()
    parser = qparser.QueryParser("name", schema)
    searcher = index.searcher()

    def search(query: str) -> list[str]:
        return [hit["code"] for hit in searcher.search(parser.parse(query), limit=DEPTH)]

    return search


def trigrams(names: dict[str, str]) -> Search:
    """SQLite's FTS5 with its trigram tokenizer."""
    database = sqlite3.connect(":memory:")
    database.execute("create virtual table items using fts5(code unindexed, name, tokenize='trigram')")
    database.executemany("insert into items values (?, ?)", names.items())

    def search(query: str) -> list[str]:
        quoted = '"' + query.replace('"', '""') + '"'
        found = database.execute("select code from items where name match ? order by rank limit ?", (quoted, DEPTH))
        return [code for (code,) in found]

    return search


def wagtail(names: dict[str, str]) -> Search:
    """Wagtail's own search, as it comes, over the database."""
    from wagtail.search.backends import database

    from guides.models import GuidePage

    backend = database.SearchBackend({})

    def search(query: str) -> list[str]:
        return [guide.task_code for guide in backend.search(query, GuidePage.objects.live().public())[:DEPTH]]

    return search


BASELINES: dict[str, Callable[[dict[str, str]], Search]] = {
    "character pairs": character_pairs,
    "whoosh, stock analyzer": stock_whoosh,
    "sqlite fts5 trigram": trigrams,
    "wagtail": wagtail,
}
