"""The forms of an item's code. Codes are opaque strings; ``guides.lint`` says what looks wrong about one.

National form: 基本编码 (12) = province 2 + type 2 + main item 5 + sub-item 3; 实施编码 (31) = unified social
credit code 18 + level 1 + 基本编码 12; 业务办理项编码 (33) = 实施编码 + running number 2.
"""

import re
from dataclasses import dataclass

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
