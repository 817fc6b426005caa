"""What counting searches costs: ``python -m tests.bench.search_log --queries 500``.

Fills a log of half a year in an empty SQLite database, so many different queries a day. The last line is one JSON
object, in milliseconds: ``{rows, count: {p50_ms, p95_ms}, click: …, suggest: …, popular_ms, report_ms, prune_day_ms}``.
``suggest`` is the part of popular queries in an answer. ``popular_ms`` is the time to list them and look at each:
readers pay it bit by bit, once an hour.
"""

import argparse
import json
import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import islice

from .search import ASKED, timed

DAYS = 180


def once(work: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    started = time.perf_counter()
    work()
    return round((time.perf_counter() - started) * 1000, 1)


def measure(queries: int) -> dict[str, object]:
    """Everything about a log with so many different queries a day."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from knowledge.models import SearchClick, SearchLogEntry
    from knowledge.search import log, popular
    from knowledge.search.rebuilding import build

    from . import synthetic

    call_command("migrate", verbosity=0)
    build(synthetic.documents(2_000))
    dice = random.Random(synthetic.SEED)
    today = timezone.localdate()
    names = [name[: dice.randint(2, 8)] for name in synthetic.names(queries * 4)]
    SearchLogEntry.objects.bulk_create(
        SearchLogEntry(day=today - timedelta(days=ago), language="zh-hans", query=query, hits=1, times=9)
        for ago in range(DAYS + 1)
        for query in set(dice.sample(names, queries))
    )
    asked = dice.sample(names, ASKED)
    key = SearchLogEntry.objects.count_up(today, "zh-hans", asked[0], 1)
    report = SearchLogEntry.objects.filter(day__gt=today - timedelta(days=90)).by_query().order_by("-asked")
    return {
        "rows": SearchLogEntry.objects.count(),
        "count": timed(lambda query: SearchLogEntry.objects.count_up(today, "zh-hans", query, 1), asked),
        "click": timed(lambda query: SearchClick.objects.count_up(key, 1), asked),
        "popular_ms": once(lambda: [list(popular.popular(query[:1], "zh-hans")) for query in asked]),
        "suggest": timed(lambda query: list(islice(popular.popular(query[:2], "zh-hans"), 2)), asked),
        "report_ms": once(lambda: list(report[:50])),
        "prune_day_ms": once(lambda: log.prune(today + timedelta(days=1))),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=int, default=500, help="different queries a day")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
        os.environ |= {"PORTAL_VAR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings"}
        print(json.dumps(measure(given.queries)))


if __name__ == "__main__":
    main()
