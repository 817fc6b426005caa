"""What the template of an item's page is given.

It fetches; the words come from ``wording``, the rules from ``rules``.
"""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from guides import access_facts
from guides.glance import application_links, at_a_glance
from guides.models import GuidePage
from guides.reading_rows import Rows, download
from guides.responsibility.presentation import certification, no_longer_in_force, not_yet_in_force
from guides.sections import sections
from translations.reading import Reading


def guide_context(item: Reading, rows: Rows | None = None, day: date | None = None) -> dict[str, Any]:
    """Everything that ``guides/guide_page.html`` shows, in the reader's language, on a ``day``, or today."""
    rows, day = rows or Rows(item), day or timezone.localdate()
    return {
        "rows": rows,
        "department": item.department,
        "glance": at_a_glance(item, rows),
        "application_links": application_links(item),
        "sections": sections(item, rows),
        "ways_in": access_facts.ways_in(item),
        "eased_terms": access_facts.eased_terms(item),
        "record": access_facts.record(item),
        "codes": access_facts.codes(item),
        "certification": certification(item, day),
        "not_yet_in_force": not_yet_in_force(item, day),
        "no_longer_in_force": no_longer_in_force(item, day),
        "flow_chart": download(item.flow_chart),
        "departments_url": item.department.url.rstrip("/").rpartition("/")[0] + "/",
        "trail": [(item.department.name, item.department.url), (item.name, "")],
        **short_address(item.instance),
    }


def short_address(page: GuidePage) -> dict[str, str]:
    """Of the finest code the item has: items of one implementation code may differ in their sub-item code."""
    code = page.handle_item_code or page.task_code
    if not code:
        return {}
    return {"short_address": reverse("short:item", args=[code]), "qr_code": reverse("short:qr", args=[code])}
