"""What the public record costs: ``python -m tests.bench.record [--changes 100000] [--times 50]``.

Works on the hall in ``PORTAL_VAR``, **and changes it**: give it a copy, with many items (``manage.py import_guides``).
Changes are multiplied until there are so many. The last line is one JSON object with p50 and p95 in milliseconds:
``publish`` (a version of an item with changed texts and rows, everything that listens included), ``record`` (the part
of it that the record takes), ``hall``, ``deep`` (its last page), ``narrowed`` (by kind and period), ``department``,
``item`` (their records), ``as_of`` (an item on a day), ``catalogue`` (the list of the whole hall), ``atom`` and
``pdf``; and how many items, changes and parts there are.
"""

import argparse
import json
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from .hall import opened
from .http import percentiles
from .translation import WARM_UP, timed

BATCH = 5_000
FEW = 3  # times that what is asked for rarely, and takes long, is measured


def multiply(wanted: int) -> None:
    """Copies of the changes that there are, each a minute earlier than the one before, with a part of its own."""
    from django.utils import timezone

    from guides.models import Change, ChangedPart

    known = list(Change.objects.order_by("pk"))
    start, number = timezone.now() - timedelta(days=3650), 0
    missing = wanted - len(known)
    while missing > 0:
        made = []
        for change in _cycled(known, min(missing, BATCH)):
            number += 1
            change.pk, change.at, change.kind = None, start + timedelta(minutes=number), "changed"
            made.append(change)
        made = Change.objects.bulk_create([_copy(change) for change in made])
        ChangedPart.objects.bulk_create(
            ChangedPart(change=change, kind="fact", field="promised_days", before=5, after=3) for change in made
        )
        missing -= len(made)


def _cycled(known: list[Any], number: int) -> Iterator[Any]:
    for index in range(number):
        yield _copy(known[index % len(known)])


def _copy(change: Any) -> Any:
    fields = {field.attname: getattr(change, field.attname) for field in change._meta.concrete_fields}
    return type(change)(**{**fields, "id": None})


def publish_times(times: int) -> tuple[list[float], list[float]]:
    """How long publishing takes, and how much of that the record."""
    from unittest import mock

    from guides.models import GuidePage
    from guides.record import recording, signals

    took: list[float] = []
    shares: list[float] = []
    record = recording.record

    def watched(*args: Any, **kwargs: Any) -> Any:
        started = time.perf_counter()
        found = record(*args, **kwargs)
        shares.append((time.perf_counter() - started) * 1000)
        return found

    with mock.patch.object(signals, "record", watched):
        for item in GuidePage.objects.live().order_by("pk")[: WARM_UP + times]:
            revision = changed(item)
            started = time.perf_counter()
            revision.publish()
            took.append((time.perf_counter() - started) * 1000)
    return took[WARM_UP:], shares[WARM_UP:]


def changed(item: Any) -> Any:
    """A version of an item with another name, another summary and another order of materials."""
    draft = item.get_latest_revision_as_object()
    draft.name_zh_hans += "（改）"
    draft.summary_zh_hans = f"{draft.summary_zh_hans or ''}改"
    materials = list(draft.materials.all())
    draft.materials = [*materials[1:], *materials[:1]]
    return draft.save_revision(clean=False)


def measure(changes: int, times: int) -> dict[str, Any]:
    from django.core.management import call_command
    from django.test import Client
    from django.utils import timezone

    from guides.models import Change, ChangedPart, GuidePage

    call_command("begin_record", verbosity=0)
    multiply(changes)
    published, recorded = publish_times(times)
    reader = Client(headers={"host": "localhost"})
    last: Any = Change.objects.first()
    item = GuidePage.objects.get(pk=last.page_id).get_url_parts()[2]
    department = item.rstrip("/").rpartition("/")[0] + "/"
    pages = Change.objects.count() // 20

    def get(path: str) -> Any:
        response = reader.get(path)
        if response.status_code != 200:
            raise SystemExit(f"{path} answers {response.status_code}.")
        return response

    return {
        "publish": percentiles(published),
        "record": percentiles(recorded),
        "hall": timed(lambda: get("/zh-hans/record/"), times),
        "deep": timed(lambda: get(f"/zh-hans/record/?page={pages}"), times),
        "narrowed": timed(lambda: get("/zh-hans/record/?kind=changed&since=2017-01-01&until=2017-03-01"), times),
        "department": timed(lambda: get(f"{department}record/"), times),
        "item": timed(lambda: get(f"{item}record/"), times),
        "as_of": timed(lambda: get(f"{item}as-of/{timezone.localdate(last.at)}/"), times),
        "catalogue": timed(lambda: get("/zh-hans/catalogue/"), FEW),
        "atom": timed(lambda: get("/zh-hans/record/atom/"), times),
        "pdf": timed(lambda: get("/zh-hans/catalogue/pdf/"), FEW),
        "items": GuidePage.objects.live().count(),
        "changes": Change.objects.count(),
        "parts": ChangedPart.objects.count(),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=100_000, help="how many changes there are to be")
    parser.add_argument("--times", type=int, default=50, help="how often each is measured")
    given = parser.parse_args()
    opened()
    print(json.dumps(measure(given.changes, given.times)))


if __name__ == "__main__":
    main()
