"""What was found in published items is kept, so that lists and the public page only have to read it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from guides.listing import public_guides
from guides.models import ItemQuality, QualityFinding
from knowledge.tasks.kinds import repeatable

from . import links
from .facts import BATCH, Around, around, published_facts
from .rule import Finding
from .running import by_level, findings, score

QUEUE = "quality"
Progress = Callable[[int], object]


def looked_at() -> Any:
    """The items that have a score: those that lists show."""
    return public_guides()


def look(keys: Iterable[int], known: Around | None = None, progress: Progress | None = None) -> int:
    """Look at these items as they are published, and keep what is found; answers how many there were.

    What was kept of items that are public no more goes.
    """
    wanted = list(keys)
    there = set(looked_at().filter(pk__in=wanted).values_list("pk", flat=True))
    ItemQuality.objects.filter(page__in=set(wanted) - there).delete()
    found = sorted(there)
    known = known or around()
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        _keep_batch(batch, known)
        if progress:
            progress(len(batch))
    return len(found)


def _keep_batch(keys: Sequence[int], known: Around) -> None:
    facts = dict(published_facts(keys, known))
    troubles = links.troubles(facts)
    found = {key: findings({**one, "troubles": troubles[key]}) for key, one in facts.items()}
    now = timezone.now()
    with transaction.atomic():
        ItemQuality.objects.filter(page__in=keys).delete()
        ItemQuality.objects.bulk_create(
            ItemQuality(page_id=key, score=score(own), checked_at=now, **_counts(own)) for key, own in found.items()
        )
        QualityFinding.objects.bulk_create((_row(key, one) for key, own in found.items() for one in own), 1000)


def _counts(found: Iterable[Finding]) -> dict[str, int]:
    return {level.value: number for level, number in by_level(found).items()}


def _row(key: int, finding: Finding) -> QualityFinding:
    return QualityFinding(
        item_id=key, rule=finding.code, level=finding.level, place=finding.place, values=dict(finding.values)
    )


def look_at_all(progress: Progress | None = None) -> int:
    """At every item; what is kept of others goes."""
    ItemQuality.objects.exclude(page__in=looked_at()).delete()
    return look(looked_at().values_list("pk", flat=True), progress=progress)


def check_links(known: Around | None = None) -> int:
    """Try the addresses that are due; answers how many were tried."""
    facts = published_facts(looked_at().values_list("pk", flat=True), known or around())
    return links.check(links.all_addresses(one for _key, one in facts), timezone.now())


def _look_together(calls: Sequence[Sequence[Any]]) -> None:
    look(sorted({*chain.from_iterable(keys for (keys,) in calls)}))


@repeatable(together=_look_together)
@task(queue_name=QUEUE)
def look_again(keys: list[int]) -> None:
    """Look at items that were published."""
    look(keys)
