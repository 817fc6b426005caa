"""What the check of quality finds, and how long it takes: ``python -m tests.bench.lint [--sample 100 [--seed 7]]``.

Reads the hall in ``PORTAL_VAR`` and changes nothing. With ``--sample`` it first prints so many findings with their
texts, to be judged by hand: the rules take turns, so that rare ones are seen as often as frequent ones; what only says
that a field is empty (``missing.…``) is left out, since there is nothing to judge. It looks at the items that are not
the demonstration's, where there are any, with ``--demonstration`` at its own. The last line is one JSON object:
``lint`` (seconds for all items, reading and rules), ``live`` (p50 and p95 in milliseconds of the answer to the editing
form of the item with the most materials), how many items, their mean score, and for each rule its findings and the
items it finds something in.

``lint_judged.tsv`` has the judgements: seed of the sample, rule, code of the item, place, ``right`` or ``wrong``, why.
"""

import argparse
import json
import random
import time
from collections import Counter, defaultdict
from itertools import islice, zip_longest
from statistics import mean
from typing import Any
from urllib.parse import urlencode

from .hall import opened
from .http import percentiles

WARM_UP = 5
OF_A_CITY = "5118"  # the demonstration's items are those of Ya'an


def all_findings(own: bool) -> tuple[dict[int, Any], dict[int, Any], float]:
    """Facts and findings of each item, and how many seconds that took."""
    from guides.lint.facts import around, published_facts
    from guides.lint.running import findings
    from guides.listing import public_guides

    chosen = public_guides().values_list("pk", "task_code")
    others = [key for key, code in chosen if (OF_A_CITY in code) is own]
    keys = others or [key for key, _code in chosen]
    started = time.perf_counter()
    facts = dict(published_facts(keys, around()))
    found = {key: findings(one) for key, one in facts.items()}
    return facts, found, time.perf_counter() - started


def print_sample(facts: dict[int, Any], found: dict[int, Any], number: int, seed: int) -> None:
    """Print findings to be judged, with what stands at their place."""
    by_rule: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    for key, own in found.items():
        for one in own:
            if not one.code.startswith("missing."):
                by_rule[one.code].append((key, one))
    dice = random.Random(seed)
    for code in sorted(by_rule):
        dice.shuffle(by_rule[code])
    turns = zip_longest(*(by_rule[code] for code in sorted(by_rule)))
    for key, one in islice((pair for turn in turns for pair in turn if pair), number):
        print(one.code, facts[key]["task_code"], one.place, one.message, at(facts[key], one.place), sep="\t")


def at(facts: Any, place: str) -> str:
    """What stands at a place of an item, on one line."""
    value = facts
    for part in place.split("."):
        value = value[int(part)] if isinstance(value, list) and part.isdigit() else value.get(part)
    return " ".join(str(value).split())[:300] + " | " + facts["name_zh_hans"]


def live(times: int) -> dict[str, float]:
    """The answer to what the form of the item with the most materials sends."""
    from django.test import Client

    from guides.lint.facts import around, published_facts
    from guides.models import Material
    from knowledge.models import User

    counts = Counter(Material.objects.values_list("page", flat=True))
    [(page, facts)] = published_facts([max(counts, key=lambda key: counts[key])], around())
    body = urlencode(as_form(facts), doseq=True)
    client = Client(headers={"host": "localhost"})
    client.force_login(User.objects.create(username="bench-lint", is_superuser=True))
    took = []
    for number in range(WARM_UP + times):
        started = time.perf_counter()
        answer = client.post(f"/admin/quality/check/{page}/", body, content_type="application/x-www-form-urlencoded")
        if answer.status_code != 200:
            raise SystemExit(f"the check answered {answer.status_code}")
        if number >= WARM_UP:
            took.append((time.perf_counter() - started) * 1000)
    return percentiles(took)


def as_form(facts: Any) -> dict[str, Any]:
    """Facts as a browser sends them."""
    sent: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            sent[f"{name}-TOTAL_FORMS"] = str(len(value))
            for number, row in enumerate(value):
                sent |= {f"{name}-{number}-{column}": filled(cell) for column, cell in row.items()}
                sent |= {f"{name}-{number}-id": "1", f"{name}-{number}-ORDER": str(number + 1)}
        else:
            sent[name] = filled(value)
    return sent


def filled(value: Any) -> Any:
    if isinstance(value, bool):
        return "on" if value else ""
    return [str(one) for one in value] if isinstance(value, list) else "" if value is None else str(value)


def figures(found: dict[int, Any]) -> dict[str, list[int]]:
    """For each rule how many findings there are, and in how many items."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for own in found.values():
        for one in own:
            counts[one.code][0] += 1
        for code in {one.code for one in own}:
            counts[code][1] += 1
    return dict(sorted(counts.items(), key=lambda pair: -pair[1][0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=0, help="how many findings to print for judging")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--demonstration", action="store_true", help="the demonstration's items only")
    parser.add_argument("--times", type=int, default=50, help="how often the form's question is measured")
    given = parser.parse_args()
    opened()
    from django.db import transaction

    from guides.lint.running import score

    facts, found, seconds = all_findings(given.demonstration)
    if given.sample:
        print_sample(facts, found, given.sample, given.seed)
    with transaction.atomic():  # the user who asks is there only for the asking
        measured = live(given.times)
        transaction.set_rollback(True)
    result = {
        "lint": round(seconds, 2),
        "live": measured,
        "items": len(found),
        "score": round(mean(map(score, found.values())), 1),
        "rules": figures(found),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
