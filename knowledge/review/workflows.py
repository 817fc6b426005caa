"""The workflow of a department: reviewed by somebody else, then, where that is switched on, checked by lawyers."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from knowledge import staff
from knowledge.codes import ReviewStep
from knowledge.models import DepartmentPage, ReviewTask
from translations.languages import default_language

NAME_LENGTH = 255  # wagtailcore.Workflow.name


@transaction.atomic
def ensure_workflow(department: DepartmentPage) -> None:
    """The department's pages are published by way of its workflow; doing it again changes nothing.

    A department for which an administrator has chosen another workflow keeps that one.
    """
    with translation.override(default_language()):
        name = (_("Review: %(department)s") % {"department": department.title})[:NAME_LENGTH]
    workflow = _workflow_of(department, name)
    steps = [_task(ReviewStep.REVIEW, staff.reviewers_group())]
    if department.legal_check:
        steps.append(_task(ReviewStep.LEGAL, staff.legal_reviewers()))
    present = list(workflow.workflow_tasks.order_by("sort_order").values_list("task", flat=True))
    is_ours = not present or ReviewTask.objects.filter(pk__in=present).exists()
    if is_ours and workflow.name != name:  # the department was renamed
        workflow.name = name
        workflow.save()
    if is_ours and present != [task.pk for task in steps]:
        WorkflowTask.objects.filter(workflow=workflow).delete()
        WorkflowTask.objects.bulk_create(
            WorkflowTask(workflow=workflow, task=task, sort_order=number) for number, task in enumerate(steps)
        )


def _workflow_of(department: DepartmentPage, name: str) -> Workflow:
    found = WorkflowPage.objects.filter(page=department).select_related("workflow").first()
    if found:
        return found.workflow
    workflow = Workflow.objects.create(name=name)
    WorkflowPage.objects.create(page=department, workflow=workflow)
    return workflow


def _task(step: ReviewStep, group: Group) -> ReviewTask:
    with translation.override(default_language()):
        task, created = ReviewTask.objects.get_or_create(step=step, defaults={"name": str(step.label)})
    if created:
        task.groups.add(group)
    return task
