"""Our own workbook: a sheet of items, a sheet for every kind of rows, and a sheet that explains the codes.

The first row of a sheet names the columns, the second says in both languages what they are; data begin in the third.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import get_edit_handler

from guides.models import GuidePage
from translations.checks import panel_fields

from .plan import CODE, TOPICS
from .schema import Column, guide_columns, relations, row_columns

ITEMS = "items"
CODES = "codes"  # explains; never read
ORDER = "order"
DEPARTMENT = "department"
DEPARTMENT_NAME = "department_name"
DEPARTMENT_CREDIT_CODE = "department_credit_code"
DEPARTMENT_COLUMNS = (DEPARTMENT, DEPARTMENT_NAME, DEPARTMENT_CREDIT_CODE)
FIRST_DATA_ROW = 3
LIST_SEPARATOR = ";"

# Columns that no model has.
OWN_LABELS = {
    ORDER: _("order"),
    DEPARTMENT: _("department (short name of its address)"),
    DEPARTMENT_NAME: _("department (name)"),
    DEPARTMENT_CREDIT_CODE: _("department (credit code)"),
    TOPICS: _("topics"),
    CODE: _("implementation code"),
}


@dataclass(frozen=True)
class Sheet:
    """A sheet by its name, with the model columns it has and the names of all its columns in order."""

    name: str
    columns: dict[str, Column]
    headings: tuple[str, ...]

    def label(self, heading: str) -> str:
        """What a column is, in every language: ``实施编码 / implementation code``."""
        words = []
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                own = OWN_LABELS.get(heading)
                words.append(str(own) if own else self.columns[heading].label)
        return " / ".join(dict.fromkeys(words))


@cache
def sheets() -> dict[str, Sheet]:
    """All sheets with data by name, the items first."""
    columns = guide_columns()
    first = (CODE, *DEPARTMENT_COLUMNS, TOPICS)
    found = {ITEMS: Sheet(ITEMS, columns, (*first, *_in_order_of_the_form(columns.values(), without=CODE)))}
    for relation in relations():
        of_rows = row_columns(relation)
        found[relation] = Sheet(relation, of_rows, (CODE, ORDER, *of_rows))
    return found


def _in_order_of_the_form(columns: Iterable[Column], without: str) -> list[str]:
    """As the editing form asks for them; what it does not ask for comes last."""
    asked = [field for _model, field in panel_fields(get_edit_handler(GuidePage))]
    known = [column for column in columns if column.name != without]
    place: dict[str, int] = {}
    for column in known:
        position = asked.index(column.name) if column.name in asked else len(asked)
        place[column.bare] = min(position, place.get(column.bare, position))
    return [column.name for column in sorted(known, key=lambda column: place[column.bare])]
