"""``update_index`` of django-haystack is not for this hall."""

from knowledge.management.refusal import RefusedCommand


class Command(RefusedCommand):
    help = "Refuses: use rebuild_search."
    instead = (
        "Two packages have a command of this name. For the public search use rebuild_search; for the search in the "
        "admin, wagtail_update_index."
    )
