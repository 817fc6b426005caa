"""From one version to the next: confirmed fields are found again by what they are called, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot

from forms_library.detection.fields import Detection, Field, FieldKind
from forms_library.detection.labels import bare

from .field_set import FieldSet
from .option_sets_over import carry_questions
from .places import put_in_order
from .reviews import Review, Reviews

PAGE = 10_000.0  # points: a place on another page is farther away than any on the same one
SAME_SIZE = 2.0  # points by which pages of one size differ


@dataclass(frozen=True)
class Carried:
    """The new version with what editors had confirmed; ``lost`` are the labels that the new file does not have."""

    detection: Detection
    reviews: dict[str, Review]
    lost: tuple[str, ...] = ()


def carry_over(old: Detection, reviews: Reviews, new: Detection, drawn: bool = True) -> Carried:
    """Each confirmed field gives its label, kind and review to the nearest field of the same name that is left.

    One that an editor drew, and that the machine does not find in the new file either, takes its place along where
    both files are ``drawn`` and their pages of one size; somebody has to see whether it is the right one still.
    """
    confirmed = {field.id: field for field in old.fields if (review := reviews.get(field.id)) and review.confirmed}
    pairs = _pairs(confirmed, reviews, new)
    heirs = {new_id: confirmed[old_id] for old_id, new_id in pairs.items()}
    named = replace(new, fields=tuple(_with(one, heirs[one.id]) if one.id in heirs else one for one in new.fields))
    kept = {
        new_id: replace(reviews[old_id], found_as=_found_as(new, new_id, confirmed[old_id]), drawn=False)
        for old_id, new_id in pairs.items()
    }
    made = FieldSet(named, kept)
    for key, field in confirmed.items():
        if drawn and key not in pairs and reviews[key].drawn and _has_its_page(field, old, new):
            pairs[key] = made.new_id()
            made = _placed(made, replace(field, id=pairs[key]), reviews[key])
    made = carry_questions(old, reviews, made, pairs)
    lost = tuple(field.label for key, field in confirmed.items() if key not in pairs)
    return Carried(made.detection, dict(made.reviews), lost)


def _has_its_page(field: Field, old: Detection, new: Detection) -> bool:
    if field.page >= min(len(old.pages), len(new.pages)):
        return False
    before, now = old.pages[field.page], new.pages[field.page]
    return hypot(before.width - now.width, before.height - now.height) < SAME_SIZE and not now.scanned


def _placed(made: FieldSet, field: Field, review: Review) -> FieldSet:
    fields = put_in_order(made.fields, replace(field, confidence=0.0))
    return made.with_fields(*fields).with_review(field.id, replace(review, confirmed=False))


def _pairs(confirmed: dict[str, Field], reviews: Reviews, new: Detection) -> dict[str, str]:
    """Old id -> new id. The nearest two of one name find each other first."""
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for _far, old_id, new_id in sorted(_candidates(confirmed, reviews, new)):
        if old_id not in pairs and new_id not in taken:
            pairs[old_id] = new_id
            taken.add(new_id)
    return pairs


def _candidates(confirmed: dict[str, Field], reviews: Reviews, new: Detection) -> Iterator[tuple[float, str, str]]:
    by_name: dict[str, list[Field]] = {}
    for field in new.fields:
        by_name.setdefault(bare(field.label), []).append(field)
    for key, field in confirmed.items():
        names = {bare(field.label), bare(reviews[key].found_as)} - {""}
        for other in (one for name in names for one in by_name.get(name, ())):
            if (field.kind is FieldKind.OPTION) == (other.kind is FieldKind.OPTION):
                yield _distance(field, other), key, other.id


def _distance(one: Field, other: Field) -> float:
    across, down = one.rect.x0 - other.rect.x0, one.rect.top - other.rect.top
    return abs(one.page - other.page) * PAGE + hypot(across, down)


def _with(field: Field, before: Field) -> Field:
    """What an editor may have corrected; where it stands is the new file's affair."""
    return replace(field, label=before.label, kind=before.kind, hint=before.hint, unit=before.unit)


def _found_as(new: Detection, key: str, before: Field) -> str:
    label = next(field.label for field in new.fields if field.id == key)
    return label if label != before.label else ""
