"""How fast the search is at any size: ``python -m tests.bench.search --documents 20000``.

Builds an index of synthetic documents and asks it through haystack, on one core. For each engine: seconds to build, MB
of index and of memory, and p50 and p95 in milliseconds of short names, questions, single characters, names with every
facet counted, and suggestions. The last line is one JSON object:
``{engine: {build_s, index_mb, rss_mb, name: {p50_ms, p95_ms}, question: …, character: …, facets: …, suggest: …}}``.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from portal.environment import SEARCH_ENGINES

ASKED = 300  # queries of each kind
MEGABYTE = 1_000_000


def timed(ask: Callable[[str], object], queries: list[str]) -> dict[str, float]:
    """p50 and p95 in milliseconds, after a few to warm up."""
    for query in queries[:20]:
        ask(query)
    took = []
    for query in queries:
        started = time.perf_counter()
        ask(query)
        took.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(took, n=20)
    return {"p50_ms": round(cuts[9], 2), "p95_ms": round(cuts[18], 2)}


def measure(count: int) -> dict[str, object]:
    """Everything about the engine that ``SEARCH_URL`` names."""
    import django

    django.setup()
    from knowledge.search import facets, rebuilding
    from knowledge.search.finding import find
    from knowledge.search.lexicon import Lexicon
    from knowledge.search.plan import plan
    from knowledge.search.thesaurus import Thesaurus, own_entries

    from . import synthetic

    place, known = rebuilding.place_of(), Thesaurus(own_entries())
    documents = list(synthetic.documents(count))
    started = time.perf_counter()
    rebuilding.build(documents)
    build = time.perf_counter() - started
    del documents

    lexicon = Lexicon(place.live)

    def first_page(text: str) -> object:
        return list(find(plan(text, known, lexicon.names_in))[:10])

    def with_facets(text: str) -> object:
        hits = facets.counting(find(plan(text, known, lexicon.names_in)), facets.offered())
        return list(hits[:10]), hits.facet_counts()

    dice = random.Random(synthetic.SEED)
    names = dice.sample(synthetic.names(count), ASKED)
    short = [name[:4] for name in names]
    return {
        "build_s": round(build, 1),
        "index_mb": round(place.size() / MEGABYTE, 1),
        "name": timed(first_page, short),
        "question": timed(first_page, [f"请问怎么办理{name}要带什么材料" for name in names]),
        "character": timed(first_page, [name[0] for name in names]),
        "facets": timed(with_facets, short),
        "suggest": timed(lambda text: lexicon.suggestions(text, "zh-hans", 8), [name[:2] for name in names]),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--engine", choices=SEARCH_ENGINES, help="measure this one in this process")
    given = parser.parse_args()
    if given.engine:
        print(json.dumps(measure(given.documents), ensure_ascii=False))
        return
    figures = {}
    for engine in SEARCH_ENGINES:
        print(f"{engine} …", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
            environment = {
                **os.environ,
                "PORTAL_VAR": folder,
                "SEARCH_URL": f"{engine}://{Path(folder) / 'index'}",
                "DJANGO_SETTINGS_MODULE": "portal.settings",
            }
            command = [sys.executable, "-m", "tests.bench.search", "--documents", str(given.documents)]
            done = subprocess.run(
                [*command, "--engine", engine], env=environment, capture_output=True, text=True, check=True
            )
            figures[engine] = json.loads(done.stdout.splitlines()[-1])
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
