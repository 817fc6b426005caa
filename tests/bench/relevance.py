"""How well people find what they mean: ``python -m tests.bench.relevance QUERIES.tsv``.

``QUERIES.tsv`` has the columns ``query``, ``task_code`` (the item that is meant) and ``lexical`` (how hard it is). The
queries are asked of the published items of the hall in ``PORTAL_VAR``, each once: one that stands in the file with
several items means any of them, and an item of exactly the same name, of another body, is as good.

Prints figures for our search and for the baselines; the last line is one JSON object: ``hit@1``, ``hit@10``, ``mrr``,
``hard_hit@10``, the same by class, and the same for each baseline.
"""

import argparse
import csv
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from .baselines import BASELINES, DEPTH, Search
from .baselines import ours as search_ours
from .hall import opened


@dataclass(frozen=True)
class Asked:
    """A query, the codes of the items that answer it, and how hard it is."""

    query: str
    right: frozenset[str]
    kind: str


def read(path: Path, names: dict[str, str]) -> list[Asked]:
    """The queries of a file. ``names`` are those of the published items, by code."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    same_name = defaultdict(set)
    for code, name in names.items():
        same_name[name].add(code)
    meant: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        meant[row["query"]] |= {row["task_code"], *same_name[names.get(row["task_code"], "")]}
    kinds = {row["query"]: row.get("lexical", "") for row in rows}
    return [Asked(query, frozenset(codes), kinds[query]) for query, codes in meant.items()]


def rank_of(asked: Asked, found: list[str]) -> int:
    """Where the first right item stands, from 1; 0 where none does."""
    return next((rank for rank, code in enumerate(found, 1) if code in asked.right), 0)


def figures(ranks: list[int]) -> dict[str, float]:
    """Hit rates and mean reciprocal rank."""
    count = max(len(ranks), 1)
    return {
        "hit@1": round(sum(rank == 1 for rank in ranks) / count, 3),
        "hit@10": round(sum(0 < rank <= DEPTH for rank in ranks) / count, 3),
        "mrr": round(sum(1 / rank for rank in ranks if rank) / count, 3),
    }


def measure(search: Search, queries: list[Asked]) -> tuple[dict[str, float | dict[str, float]], list[int]]:
    """Figures over all queries and by class, and the rank of each."""
    answers = {asked.query: search(asked.query)[:DEPTH] for asked in queries}
    ranks = [rank_of(asked, answers[asked.query]) for asked in queries]
    by_kind = defaultdict(list)
    for asked, rank in zip(queries, ranks, strict=True):
        by_kind[asked.kind].append(rank)
    found: dict[str, float | dict[str, float]] = dict(figures(ranks))
    found["hard_hit@10"] = figures(by_kind.get("hard", []))["hit@10"]
    for kind, of_kind in sorted(by_kind.items()):
        found[kind] = figures(of_kind)
    return found, ranks


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("queries", type=Path)
    parser.add_argument("--misses", action="store_true", help="list the queries whose item is not the first")
    arguments = parser.parse_args()
    names = opened()
    queries = read(arguments.queries, names)
    ours, ranks = measure(search_ours, queries)
    if arguments.misses:
        for asked, rank in zip(queries, ranks, strict=True):
            if rank != 1:
                first = next(iter(search_ours(asked.query)), "")
                wanted = names.get(next(iter(asked.right)), "?")
                print(f"{rank:3d} {asked.kind:12s} {asked.query} | {wanted} | {names.get(first, first)}")
    compared = {}
    print("ours", json.dumps(ours, ensure_ascii=False))
    for name, search in BASELINES.items():
        compared[name], _ranks = measure(search(names), queries)
        print(name, json.dumps(compared[name], ensure_ascii=False))
    result = {**ours, "queries": len(queries), "items": len(names), "baselines": compared}
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
