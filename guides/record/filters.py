"""By what readers narrow a record down."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from guides.codes import ChangeKind
from guides.models import Change
from knowledge.marked_select import MarkedSelect
from knowledge.models import DepartmentPage
from translations.reading import Reading

from .listing import between, departments_with_changes
from .scopes import Scope

ISO = ["%Y-%m-%d"]
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)


class DayInput(forms.DateInput):
    """A browser's own calendar."""

    input_type = "date"

    def __init__(self, **attrs: Any) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day as addresses have it; one that calendars cannot reckon with is none."""

    widget = DayInput
    input_formats = ISO
    default_error_messages = {"invalid": gettext_lazy("A date such as 2026-05-01 is expected.")}

    def to_python(self, value: Any) -> date | None:
        day: date | None = super().to_python(value)
        if day and not FIRST_DAY <= day <= LAST_DAY:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return day


class ChangesForm(forms.Form):
    """``?kind=cancelled&department=7&since=2026-01-01&until=2026-03-31``"""

    kind = forms.ChoiceField(label=pgettext_lazy("to an item", "What happened"), required=False)
    department = forms.ChoiceField(label=gettext_lazy("Department"), required=False, widget=MarkedSelect)
    since = DayField(label=pgettext_lazy("a period", "From"), required=False)
    until = DayField(label=pgettext_lazy("a period", "To"), required=False)

    def __init__(self, scope: Scope, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["kind"].choices = [("", _("Everything")), *ChangeKind.choices]
        if scope.address:
            del fields["department"]
        else:
            fields["department"].choices = [("", _("All departments")), *_departments()]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("since") and given.get("until") and given["since"] > given["until"]:
            self.add_error("until", _("The end of the period lies before its beginning."))
        return given

    def narrowed(self, changes: QuerySet[Change]) -> QuerySet[Change]:
        """What is asked for; what cannot be understood narrows nothing, and the form says so."""
        if not self.is_valid():
            return changes
        given = self.cleaned_data
        if given["kind"]:
            changes = changes.filter(kind=given["kind"])
        if given.get("department"):
            changes = changes.filter(department_id=given["department"])
        return between(changes, given["since"], given["until"])


def _departments() -> list[tuple[str, Any]]:
    known = dict(departments_with_changes())
    pages = {page.pk: Reading(page).name for page in DepartmentPage.objects.filter(pk__in=known)}
    return [(str(key), pages.get(key, title)) for key, title in known.items()]


class DayForm(forms.Form):
    """``?day=2026-05-03``: not after today."""

    day = DayField(label=gettext_lazy("Day"))

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day


def changes_form(request: HttpRequest, scope: Scope) -> ChangesForm:
    return ChangesForm(scope, request.GET)
