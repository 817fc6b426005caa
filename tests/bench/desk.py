"""How long the server works for the desk and for a search page with an answer: ``python -m tests.bench.desk``.

Asked of the hall in ``PORTAL_VAR``, in this process, by the whole stack of Django without a network, with the engine of
``SEARCH_URL``. Questions are made of the names of the hall's items, so that each is about one that is there. The last
line is one JSON object: for each action p50 and p95 in milliseconds, and ``items``, how many the hall has.
"""

import argparse
import json
import random
import time
from collections.abc import Callable
from itertools import cycle

from .hall import opened
from .http import percentiles

ASKING = ("要带什么", "多少钱", "多久能办好", "在哪里办", "怎么办理", "需要什么条件")
WARM_UP = 20
FAVOURITES = 12  # that a clerk keeps at hand


def timed(act: Callable[[int], object], times: int) -> dict[str, float]:
    """p50 and p95 of so many times, after some that are not counted."""
    for number in range(WARM_UP):
        act(number)
    took = []
    for number in range(WARM_UP, WARM_UP + times):
        started = time.perf_counter()
        act(number)
        took.append((time.perf_counter() - started) * 1000)
    return percentiles(took)


def measure(times: int, names: list[str]) -> dict[str, dict[str, float]]:
    from django.test import Client

    from guides.models import GuidePage
    from knowledge.models import DeskPage, User

    dice = random.Random(5)
    dice.shuffle(names)
    questions = [f"{name}{asking}" for name, asking in zip(names, cycle(ASKING), strict=False)]
    keys = list(GuidePage.objects.live().values_list("pk", flat=True))
    dice.shuffle(keys)
    clerk, reader = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    user, _made = User.objects.get_or_create(username="bench-clerk", defaults={"is_superuser": True})
    clerk.force_login(user)
    DeskPage.objects.filter(user=user).delete()  # what an earlier measurement kept
    DeskPage.objects.bulk_create(DeskPage(user=user, page_id=key, favourite=True) for key in keys[-FAVOURITES:])

    def get(client: Client, address: str, **query: object) -> None:
        response = client.get(address, {name: str(value) for name, value in query.items()})
        if response.status_code != 200:
            raise SystemExit(f"{response.status_code} for {address} {query}")

    def post(address: str, **data: object) -> None:
        clerk.post(address, data)

    def at(values: list[object], number: int) -> object:
        return values[number % len(values)]

    desk, all_keys, asked = "/zh-hans/desk/", list[object](keys), list[object](questions)
    actions: dict[str, Callable[[int], object]] = {
        "search": lambda n: get(reader, "/zh-hans/search/", q=at(asked, n)),
        "desk": lambda n: get(clerk, desk, q=at(asked, n)),
        "item": lambda n: get(clerk, desk, item=at(all_keys, n)),
        "compare": lambda n: get(clerk, desk, item=at(all_keys, n), **{"with": at(all_keys, n + 1)}),
        "sheet": lambda n: get(clerk, f"{desk}sheet/{at(all_keys, n)}/"),
        "favourite": lambda n: post(f"{desk}favourites/{at(all_keys, n)}/"),
        "unanswered": lambda n: post(f"{desk}unanswered/", q=at(asked, n)),
    }
    return {name: timed(act, times) for name, act in actions.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=200, help="how often each action is measured")
    given = parser.parse_args()
    names = opened()
    print(json.dumps({**measure(given.times, list(names.values())), "items": len(names)}))


if __name__ == "__main__":
    main()
