"""Everything translated that an item holds, read from per-language attributes."""

from guides.models import GuidePage
from translations.languages import columns, translated_fields

ROWS = ("materials", "steps", "conditions", "faqs", "windows")


def snapshot(guide: GuidePage) -> dict[str, object]:
    """``{"name_en": …, "materials0.name_zh_hans": …}``; an empty text and a missing one count as the same."""
    texts = {
        column: getattr(guide, column) or "" for field in translated_fields(GuidePage) for column in columns(field)
    }
    for relation in ROWS:
        for number, row in enumerate(getattr(guide, relation).all()):
            for field in translated_fields(type(row)):
                for column in columns(field):
                    texts[f"{relation}{number}.{column}"] = getattr(row, column) or ""
    return texts
