"""What the overview costs: ``python -m tests.bench.overview [--times 50]``.

Works on the hall in ``PORTAL_VAR`` and only reads it. The last line is one JSON object with p50 and p95 in ms:
``overview`` (the whole page for somebody who sees all departments), ``home`` (the first page after logging in),
``measure`` (the figures alone), each figure by its key, and how many items there are.
"""

import argparse
import json
from typing import Any

from .hall import opened
from .translation import timed


def measure(times: int) -> dict[str, Any]:
    from django.test import Client

    from knowledge.models import User
    from knowledge.overview.registry import figures
    from knowledge.overview.trend import measure as measured

    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.filter(is_superuser=True).earliest("pk"))
    return {
        "overview": timed(lambda: client.get("/admin/overview/"), times),
        "home": timed(lambda: client.get("/admin/"), times),
        "measure": timed(measured, times),
        "figures": {figure.key: timed(figure.count, times)["p95_ms"] for figure in figures()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50, help="how often each is measured")
    given = parser.parse_args()
    items = opened()
    print(json.dumps({**measure(given.times), "items": len(items)}))


if __name__ == "__main__":
    main()
