"""The guide for investors: chapters in the order of their questions, each with the public items that answer it."""

from collections.abc import Mapping
from typing import Any

from guides import listing
from knowledge.public import public
from portal.models import InvestorPage, InvestorStep
from portal.models.investors import Chapter
from translations.reading import Reading, read_all


def investor_context(page: Reading) -> dict[str, Any]:
    """Chapters that say anything, and whom to turn to."""
    steps = page.steps
    guides = _guides_of(steps)
    texts = {chapter.chapter: chapter.text for chapter in page.chapters}
    found = [
        {
            "code": code,
            "label": label,
            "text": texts.get(code, ""),
            "figures": page.figures if code == Chapter.WHY else [],
            "steps": [step for row in steps if row.chapter == code and (step := _step(row, guides))],
        }
        for code, label in Chapter.choices
    ]
    told = [one for one in found if one["text"] or one["steps"] or one["figures"]]
    return {"chapters": told, "contacts": page.contacts}


def _guides_of(steps: list[Reading]) -> Mapping[int, Reading]:
    keys = [step.guide_id for step in steps if step.guide_id]
    return {guide.pk: guide for guide in read_all(listing.cards(listing.public_guides().filter(pk__in=keys)))}


def _step(row: Reading, guides: Mapping[int, Reading]) -> dict[str, Any] | None:
    """A step; none where its item is not public and nothing else is said."""
    guide = guides.get(row.guide_id)
    if guide is None and not row.name:
        return None
    return {"guide": guide, "name": row.name, "note": row.note}


def investor_door() -> dict[str, Any]:
    """For the home page: the address of the guide and its chapters; nothing where there is none."""
    page = public(InvestorPage).first()
    return {"page": Reading(page), "chapters": Chapter.choices} if page else {}


def items_for_investors() -> list[int]:
    """Keys of the items that the guide leads to: they need English (``guides.lint``)."""
    return list(InvestorStep.objects.exclude(guide=None).values_list("guide", flat=True).distinct())
