"""Begin the public record of items that were published before there was one."""

from typing import Any

from django.core.management.base import BaseCommand

from guides.models import Change, GuidePage
from guides.record.recording import record


class Command(BaseCommand):
    help = "Write down how published items stand of which nothing is recorded yet, as of their last publication."

    def handle(self, **options: Any) -> None:
        known = Change.objects.values("page_id")
        begun = GuidePage.objects.live().exclude(pk__in=known).order_by("last_published_at", "pk")
        count = 0
        for guide in begun.select_related("live_revision").iterator(chunk_size=100):
            record(guide, guide.live_revision, at=guide.last_published_at)
            count += 1
        self.stdout.write(f"{count} items recorded.")
