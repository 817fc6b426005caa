"""The answers that somebody may see, as a list in the admin."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from knowledge.models import AnswerPage
from knowledge.page_lists import DepartmentFilterSet, OnlyFilter


class AnswerFilterSet(DepartmentFilterSet):
    """``?due=on``: published answers that should have been looked at again before today."""

    due = OnlyFilter(label=_("To be looked at again"), method="overdue")

    class Meta:
        model = AnswerPage
        fields: list[str] = []

    def overdue(self, answers: Any, _name: str, value: str) -> Any:
        return answers.filter(live=True, review_by__lt=timezone.localdate())


class AnswersViewSet(PageListingViewSet):
    """``/admin/answers/``"""

    name = "answers"
    model = AnswerPage
    icon = "help"
    menu_label = _("Answers")
    menu_order = 255
    add_to_admin_menu = True
    filterset_class = AnswerFilterSet
    columns = [
        *PageListingViewSet.columns,
        DateColumn("review_by", label=_("To be reviewed by"), sort_key="answerpage__review_by"),
    ]
