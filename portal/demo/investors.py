"""The demonstration's guide for foreign investors."""

from typing import Any

from guides.models import GuidePage
from portal.models import (
    HomePage,
    InvestorChapter,
    InvestorContact,
    InvestorFigure,
    InvestorPage,
    InvestorStep,
)

from . import files

ROWS = {"figures": InvestorFigure, "chapters": InvestorChapter, "steps": InvestorStep, "contacts": InvestorContact}


def publish(home: HomePage) -> InvestorPage:
    """Make the page and publish it; items are named by their slugs."""
    data = files.read("investors.yaml")
    guides = {guide.slug: guide for guide in GuidePage.objects.only("slug")}
    rows = {name: [_row(model, row, guides) for row in data.pop(name)] for name, model in ROWS.items()}
    page = InvestorPage(live=False, translation_reviewed_en=True, **files.columns_of(InvestorPage, data), **rows)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def _row(model: Any, data: dict[str, Any], guides: dict[str, GuidePage]) -> Any:
    values = files.columns_of(model, data)
    if "guide" in values:
        values["guide"] = guides[values["guide"]]
    return model(**values)
