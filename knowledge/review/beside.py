"""Facts beside the text of a page: changed without a new version of it."""

from datetime import date
from typing import Any

from wagtail.models import Page, Revision


def set_beside(page: Page, **values: Any) -> None:
    """Write plain values into the page, and into its newest version, from which the next one will be made."""
    type(page)._default_manager.filter(pk=page.pk).update(**values)
    for name, value in values.items():
        setattr(page, name, value)
    newest = Revision.objects.select_for_update().filter(pk=page.latest_revision_id).first()
    if newest:
        stored = {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
        # No signal: nothing was written.
        Revision.objects.filter(pk=newest.pk).update(content={**newest.content, **stored})
