"""What two languages cost: ``python -m tests.bench.translation [--changed 0.1]``.

Works on the hall in ``PORTAL_VAR``, **and changes it**: give it a copy. Every Chinese text of its items gets an
invented English one, a share of the items a changed name. The last line is one JSON object with p50 and p95 in
milliseconds: ``list`` (the list of what is outdated, in the admin), ``remember`` and ``record`` (what a saved version
and a publication take longer for it), ``page`` (an English page with a notice), ``desk`` and ``desks`` (the
translator's page of one item, and of many in turn), ``suggestions`` (of the memory), and how many items and texts there
are.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import TYPE_CHECKING, Any

from .hall import opened
from .http import percentiles

if TYPE_CHECKING:
    from guides.models import GuidePage

WARM_UP = 5
MOST_DESKS = 100


def timed(act: Callable[[], object], times: int) -> dict[str, float]:
    """p50 and p95 of so many times, after some that are not counted."""
    took = []
    for number in range(WARM_UP + times):
        started = time.perf_counter()
        act()
        if number >= WARM_UP:
            took.append((time.perf_counter() - started) * 1000)
    return percentiles(took)


def invent_english() -> None:
    """An English text for every Chinese one of the items and their rows, as reviewed."""
    from django.db.models import F, Value
    from django.db.models.functions import Concat
    from modelcluster.models import get_all_child_relations

    from guides.models import GuidePage
    from translations.languages import translated_fields

    models = [GuidePage, *(relation.related_model for relation in get_all_child_relations(GuidePage))]
    for model in models:
        for field in translated_fields(model):
            if field == "translation_reviewed":
                GuidePage.objects.update(translation_reviewed_en=True)
                continue
            texts = model._default_manager.exclude(**{f"{field}_zh_hans": ""}).exclude(**{f"{field}_zh_hans": None})
            texts.update(**{f"{field}_en": Concat(Value("English of "), F(f"{field}_zh_hans"))})


def versions(items: list["GuidePage"]) -> Iterator[tuple[Any, Any]]:
    """For each item a version with a changed Chinese name, as it stands before it is published."""
    for item in items:
        draft = item.get_latest_revision_as_object()
        draft.name_zh_hans += "（改）"
        yield draft, draft.save_revision(clean=False)


def measure(share: float, times: int) -> dict[str, Any]:
    from django.test import Client

    from guides.models import GuidePage
    from knowledge.models import User
    from translations.freshness.recording import record, remember
    from translations.models import TranslatedText

    invent_english()
    TranslatedText.objects.all().delete()
    items = list(GuidePage.objects.live().order_by("pk"))
    for item in items:
        item.latest_revision = None
        record(item)
    chosen = random.Random(7).sample(items, int(len(items) * share))
    remembered, recorded = [], []
    for draft, revision in versions(chosen):
        started = time.perf_counter()
        remember(revision)
        middle = time.perf_counter()
        record(draft, revision)
        remembered.append((middle - started) * 1000)
        recorded.append((time.perf_counter() - middle) * 1000)
    user, _made = User.objects.get_or_create(username="bench-translator", defaults={"is_superuser": True})
    client, reader = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    client.force_login(user)
    address = chosen[0].get_url_parts()[2].replace("/zh-hans/", "/en/")
    desks = [f"/admin/translations/{item.pk}/en/" for item in chosen[:MOST_DESKS]]
    turns = cycle(desks)
    return {
        "list": timed(lambda: client.get("/admin/translations/"), times),
        "remember": percentiles(remembered[WARM_UP:]),
        "record": percentiles(recorded[WARM_UP:]),
        "page": timed(lambda: reader.get(address), times),
        "desk": timed(lambda: client.get(desks[0]), times),
        "desks": timed(lambda: client.get(next(turns)), len(desks)),
        "suggestions": timed(lambda: client.get(f"{desks[0]}suggestions/?address=name"), times),
        "items": len(items),
        "texts": TranslatedText.objects.count(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changed", type=float, default=0.1, help="share of the items whose name changes")
    parser.add_argument("--times", type=int, default=50, help="how often pages are measured")
    given = parser.parse_args()
    opened()
    print(json.dumps(measure(given.changed, given.times)))


if __name__ == "__main__":
    main()
