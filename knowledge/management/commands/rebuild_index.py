"""``rebuild_index`` of django-haystack is not for this hall."""

from knowledge.management.refusal import RefusedCommand


class Command(RefusedCommand):
    help = "Refuses: use rebuild_search."
    instead = "It would answer nothing for as long as it runs. Use rebuild_search."
