"""A step of a department's workflow: looked at by somebody else."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState

from knowledge.codes import ReviewStep


class ReviewTask(AbstractGroupApprovalTask):
    """Approval by a member of the groups who neither wrote nor submitted what is to be approved; administrators too.

    They may always ask for changes.
    """

    step = models.CharField(
        pgettext_lazy("of a workflow", "step"), max_length=20, choices=ReviewStep.choices, unique=True
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "step"]
    admin_form_readonly_on_edit_fields = [*AbstractGroupApprovalTask.admin_form_readonly_on_edit_fields, "step"]

    class Meta:
        verbose_name = _("review by somebody else")
        verbose_name_plural = _("reviews by somebody else")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        actions: list[tuple[str, Any, bool]] = super().get_actions(obj, user)
        if actions and not _may_approve(user, obj):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """What the approver changed while approving is theirs: it is kept, and not approved."""
        if action_name == "approve" and not _may_approve(user, task_state.workflow_state.content_object):
            return
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        states = super().get_task_states_user_can_moderate(user, **kwargs)
        return states.exclude(workflow_state__requested_by=user)

    @classmethod
    def get_description(cls) -> str:
        return str(_("Members of the chosen groups approve what others wrote, never their own"))


def _may_approve(user: Any, page: Any) -> bool:
    from knowledge.review.authors import may_publish  # noqa: PLC0415 -- it reads the content of pages

    return may_publish(user, page.get_latest_revision())
