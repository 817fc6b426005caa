"""What an editor says when an item ends."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from guides.codes import WithdrawalKind
from guides.models import GuidePage, Withdrawal
from translations.languages import columns


class WithdrawalForm(forms.ModelForm):  # type: ignore[type-arg]
    """Kind, day, reason, and where to go instead."""

    class Meta:
        model = Withdrawal
        fields = ["kind", "since", *columns("reason"), "successor", "district", *columns("body"), *columns("note")]
        widgets = {
            "since": AdminDateInput,
            "successor": AdminPageChooser(target_models=[GuidePage]),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in (*columns("reason"), *columns("note"))},
        }

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        successor = given.get("successor")
        if given.get("kind") == WithdrawalKind.MERGED and not successor:
            self.add_error("successor", _("Say into which item it was merged."))
        if given.get("kind") == WithdrawalKind.DELEGATED and not (successor or given.get("district") or _body(given)):
            self.add_error("district", _("Say to which district or body it was delegated."))
        if given.get("kind") == WithdrawalKind.MOVED and not (successor or _body(given)):
            self.add_error(columns("body")[0], _("Say which body is responsible now."))
        if successor and successor.pk == self.instance.guide_id:
            self.add_error("successor", _("An item cannot be its own successor."))
        return given


def _body(given: dict[str, Any]) -> str:
    return str(given.get(columns("body")[0]) or "")
