"""What the hall does again and again."""

from datetime import timedelta

from django.core.management import call_command

from knowledge.tasks.periodic import every


@every(timedelta(minutes=1))
def publish_scheduled() -> None:
    """Publish and unpublish what editors set a time for."""
    call_command("publish_scheduled")
