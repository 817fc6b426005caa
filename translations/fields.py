"""Fields that behave well in two languages."""

import re
from typing import Any

from wagtail.fields import RichTextField as WagtailRichTextField

EMPTY = re.compile(r"^(\s|<p[^>]*>(\s|&nbsp;|<br\s*/?>)*</p>)*$")


class RichTextField(WagtailRichTextField):
    """Rich text whose untouched editor counts as empty.

    Draftail stores ``<p data-block-key="…"></p>`` for it, which would pass for a translation.
    """

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return "" if isinstance(value, str) and EMPTY.match(value) else value
