"""The end of a workflow. Wagtail imports this while it defines its own models."""

from typing import Any


def publish_approved(state: Any, user: Any = None) -> None:
    """``WAGTAIL_FINISH_WORKFLOW_ACTION``: publish what was approved, or schedule it.

    Whoever takes the last step need not be able to publish otherwise. Raises ``OwnTextError`` for their own text.
    """
    from .authors import insist  # noqa: PLC0415

    revision = state.content_object.get_latest_revision()
    insist(user, revision)
    revision.publish(user=user, skip_permission_checks=True)
