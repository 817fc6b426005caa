"""``db_worker`` of django-tasks-db is not for this hall."""

from knowledge.management.refusal import RefusedCommand


class Command(RefusedCommand):
    help = "Refuses: use run_worker."
    instead = "Nobody would know that it is alive, and its tasks would be taken for lost. Use run_worker."
