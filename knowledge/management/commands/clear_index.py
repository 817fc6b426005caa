"""``clear_index`` of django-haystack is not for this hall."""

from knowledge.management.refusal import RefusedCommand


class Command(RefusedCommand):
    help = "Refuses: use rebuild_search."
    instead = "It would leave the search without an index. Use rebuild_search to build a new one."
