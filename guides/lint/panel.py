"""The tabs of the editing screen, with what is found above them and beside their fields."""

from typing import Any

from django import forms
from django.urls import reverse
from wagtail.admin.panels import TabbedInterface


class LintedTabs(TabbedInterface):
    """Wagtail's tabs below a box of findings, which a script keeps up to date while somebody types."""

    class BoundPanel(TabbedInterface.BoundPanel):
        template_name = "guides/lint/tabs.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "lint_address": self._address(), "lint": self._found()}

        def _address(self) -> str:
            """Where the script asks; a new item has no address but that of its department."""
            if self.instance.pk:
                return reverse("quality:check", args=[self.instance.pk])
            match = self.request.resolver_match if self.request else None
            parent = match.kwargs.get("parent_page_id") if match else None
            return reverse("quality:check_new", args=[parent]) if parent else ""

        def _found(self) -> dict[str, Any]:
            """Of what was just sent and refused, else of what was saved; of a new item nothing yet."""
            from . import live  # noqa: PLC0415 -- it reads the models, which need this panel

            if self.form.is_bound:
                return live.of_form(self.form.data, self.instance.pk)
            return live.of_draft(self.instance) if self.instance.pk else {"groups": [], "status": ""}

        @property
        def media(self) -> forms.Media:
            own = forms.Media(js=["guides/lint/live.js"], css={"all": ["guides/lint/live.css"]})
            return super().media + own
