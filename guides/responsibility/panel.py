"""In the editor of an item: who certified it, and the way to do it otherwise than by one key."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import HelpPanel


class CertificationPanel(HelpPanel):
    """Shows; nothing of it is sent with the form."""

    class BoundPanel(HelpPanel.BoundPanel):
        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            from .certifying import may_certify  # noqa: PLC0415 -- it reads the models, which have this panel

            context: dict[str, Any] = super().get_context_data(parent_context)
            guide = self.instance
            return {**context, "may_certify": bool(guide.pk) and may_certify(self.request.user, guide)}
