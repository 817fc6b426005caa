"""Codes for the demonstration: of the national form, with right check characters, and plainly invented."""

import zlib

from knowledge import credit_code

ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714
TYPE_DIGITS = {
    "licence": "01",
    "payment": "05",
    "inspection": "06",
    "confirmation": "07",
    "reward": "08",
    "adjudication": "09",
    "other_power": "10",
    "public_service": "20",
}
CITY = "3"


def body_code(slug: str, division: str = "511800") -> str:
    """The credit code of a body, ``11511800MBH…``: it depends on the slug alone, so it stays when others come."""
    organisation = f"MBH{_number(slug):05d}"
    total = sum(int(c, 36) * weight for c, weight in zip(organisation, ORGANISATION_WEIGHTS, strict=True))
    check = "0123456789X0"[11 - total % 11]
    first = f"11{division}{organisation}{check}"
    return first + credit_code.check_character(first)


def task_code(body: str, item_type: str, slug: str) -> str:
    """The implementation code of an item: it depends on the item alone, so it stays when others come and go."""
    return f"{body}{CITY}51{TYPE_DIGITS[item_type]}{_number(slug):05d}000"


def _number(slug: str) -> int:
    return zlib.crc32(slug.encode()) % 100_000
