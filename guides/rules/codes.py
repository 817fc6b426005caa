"""Is an item's code what it seems to be?

Codes are opaque strings: provinces write them in several ways, and about three in a hundred are irregular. So
nothing here refuses a code; what looks wrong is said to the editor, who knows better.

National form: 基本编码 (12) = province 2 + type 2 + main item 5 + sub-item 3; 实施编码 (31) = unified social
credit code 18 + level 1 + 基本编码 12; 业务办理项编码 (33) = 实施编码 + running number 2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from knowledge import credit_code

CATALOG = re.compile(r"^\d{9}[0-9A-Z]{3}$")
NATIONAL = re.compile(r"^(?P<body>[0-9A-Z]{18})(?P<level>[1-6])(?P<catalog>\d{9}[0-9A-Z]{3})(?P<item>\d{2})?$")
SICHUAN = re.compile(r"^[0-9A-Z]{12,14}-\d{12}-\d{3}-[0-9A-Z]{18}-\d+-\d{2}$")


@dataclass(frozen=True)
class DecodedCode:
    """The parts of a national implementation or sub-item code. ``item`` is empty for the former."""

    body: str
    level: str
    catalog: str
    item: str


def decode(code: str) -> DecodedCode | None:
    """The parts of a national code; ``None`` for any other form."""
    match = NATIONAL.match(code)
    return DecodedCode(match["body"], match["level"], match["catalog"], match["item"] or "") if match else None


def code_warnings(task_code: str, catalog_code: str = "", handle_item_code: str = "") -> Iterator[str]:
    """What an editor should look at again, in the active language."""
    if task_code and not SICHUAN.match(task_code):
        yield from _task_code_warnings(task_code, catalog_code)
    if catalog_code and not CATALOG.match(catalog_code):
        yield _("The catalogue code %(code)s does not have the twelve characters of the national form.") % {
            "code": catalog_code
        }
    if handle_item_code and task_code and not handle_item_code.startswith(task_code[:31]):
        yield _("The sub-item code does not begin with the implementation code.")


def _task_code_warnings(task_code: str, catalog_code: str) -> Iterator[str]:
    parts = decode(task_code)
    if parts is None:
        yield _("The implementation code %(code)s is neither in the national form nor in that of Sichuan.") % {
            "code": task_code
        }
        return
    if not credit_code.is_valid(parts.body):
        yield _("The credit code %(code)s within the implementation code has a wrong check character.") % {
            "code": parts.body
        }
    if catalog_code and parts.catalog != catalog_code:
        yield _("The implementation code contains the catalogue code %(found)s, not %(given)s.") % {
            "found": parts.catalog,
            "given": catalog_code,
        }
