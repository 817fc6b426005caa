"""How detected places compare with the truth about a form. Pure.

A place of the truth is a dictionary: ``page``; ``bbox`` (points from the top left; the right edge may be unknown);
``label``; ``type``; ``how`` it is printed (cell, inline, tail, date, box, comb, borderless, widget); ``more``, the
pieces of it on other pages; ``adj``, that its label is a matter of taste.
"""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

Box = Sequence[Any]
Truth = dict[str, Any]
NOT_APPLICANTS = {"office", "sign", "attach"}
_PUNCTUATION = re.compile(r"[\s:：*＊_()（）【】\[\]“”\"'、，,。.;；/…·-]+")
_LENGTH = 0.4  # of the longer label that the shorter one must have to be acceptable
_RATIO = 0.7


@dataclass(frozen=True)
class Place:
    """A place that was detected. ``parts`` are the single boxes of one for digits."""

    page: int
    bbox: tuple[float, float, float, float]
    label: str
    type: str
    parts: tuple[tuple[float, float, float, float], ...] = ()


@dataclass
class Score:
    """Counts of one form, or of several added up."""

    truth: int = 0
    right: int = 0
    wrong: int = 0
    labels: int = 0
    exact: int = 0
    acceptable: int = 0
    types: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    found_kinds: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def __add__(self, other: "Score") -> "Score":
        mine, theirs = vars(self), vars(other)
        return Score(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.truth)

    @property
    def label_exact(self) -> float:
        return self.exact / max(1, self.labels)

    @property
    def label_acceptable(self) -> float:
        return self.acceptable / max(1, self.labels)


def normalised(label: str | None) -> str:
    return _PUNCTUATION.sub("", unicodedata.normalize("NFKC", label or ""))


def is_acceptable(one: str, other: str) -> bool:
    """Are the labels the same, or one a good part of the other, or much alike?"""
    a, b = normalised(one), normalised(other)
    if a == b:
        return True
    part = bool(a and b) and (a in b or b in a) and min(len(a), len(b)) >= _LENGTH * max(len(a), len(b))
    return part or difflib.SequenceMatcher(None, a, b).ratio() >= _RATIO


def _shared(a: Box, b: Box) -> float:
    return float(max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1])))


def _area(a: Box) -> float:
    return float(max(1e-6, (a[2] - a[0]) * (a[3] - a[1])))


def overlap(truth: Truth, place: Place) -> float:
    """How well a detected place fits one of the truth; 0 where it does not."""
    if truth["page"] != place.page:
        return 0
    wanted, found = truth["bbox"], place.bbox
    if truth["how"] == "tail":
        height = min(wanted[3], found[3]) - max(wanted[1], found[1])
        near = abs(found[0] - wanted[0])
        fits = height > 0.5 * min(wanted[3] - wanted[1], found[3] - found[1]) and near <= 20
        return 1 - near / 25 if fits else 0
    shared = _shared(wanted, found)
    union = shared / (_area(wanted) + _area(found) - shared)
    if truth["how"] in ("cell", "comb"):
        return union if union >= 0.5 else 0
    part = shared / min(_area(wanted), _area(found))
    across = (min(wanted[2], found[2]) - max(wanted[0], found[0])) / (
        max(wanted[2], found[2]) - min(wanted[0], found[0])
    )
    least = 0.3 if truth["how"] in ("date", "box", "widget") else 0.4
    return 0.5 + union / 2 if part >= 0.5 and across >= least else 0


def with_single_boxes(truths: list[Truth], places: list[Place]) -> list[Place]:
    """Boxes for digits that the truth has one by one are counted one by one."""
    result: list[Place] = []
    for place in places:
        single = [t for t in truths if t["how"] == "box" and t["page"] == place.page and _shared(t["bbox"], place.bbox)]
        if place.parts and len(single) > 1:
            result += [Place(place.page, part, "", "option") for part in place.parts]
        else:
            result.append(place)
    return result


def matched(truths: list[Truth], places: list[Place]) -> tuple[dict[int, int], set[int]]:
    """Index of a place for each index of a truth, best fits first; and places that are neither right nor wrong.

    Neither are pieces of a place on another page, and what lies in a part that is not the applicant's.
    """
    pairs = sorted(
        ((overlap(t, p), i, j) for i, t in enumerate(truths) for j, p in enumerate(places) if overlap(t, p) > 0),
        reverse=True,
    )
    found: dict[int, int] = {}
    for _fit, i, j in pairs:
        if i not in found and j not in found.values():
            found[i] = j
    neutral = _pieces(truths, places, found)
    neutral |= {
        j for j, place in enumerate(places) if j not in found.values() and any(_holds(truth, place) for truth in truths)
    }
    return found, neutral


def _pieces(truths: list[Truth], places: list[Place], found: dict[int, int]) -> set[int]:
    """Places that are further pieces of one. A piece stands for its place when nothing else was found of it."""
    neutral: set[int] = set()
    for i, truth in enumerate(truths):
        for page, box in truth.get("more", ()):
            for j, place in enumerate(places):
                if j in found.values() or place.page != page or _part(box, place.bbox) <= 0.5:
                    continue
                if i in found:
                    neutral.add(j)
                else:
                    found[i] = j
    return neutral


def _part(one: Box, other: Box) -> float:
    """How much of the smaller one both share."""
    return _shared(one, other) / min(_area(one), _area(other))


def _holds(truth: Truth, place: Place) -> bool:
    known = truth["type"] in NOT_APPLICANTS and truth["page"] == place.page and truth["bbox"][2]
    return bool(known) and _shared(truth["bbox"], place.bbox) > 0.8 * _area(place.bbox)


def _type_class(name: str) -> str:
    return "text" if name in ("text", "multiline", "comb") else name


def score(truths: list[Truth], detected: list[Place], with_labels: bool = True) -> Score:
    """Everything about one form, with a note for each place that is missing, wrong or misnamed."""
    places = with_single_boxes(truths, detected)
    found, neutral = matched(truths, places)
    result = Score(truth=len(truths), right=len(found))
    for i, truth in enumerate(truths):
        result.kinds[truth["how"]] += 1
        result.found_kinds[truth["how"]] += i in found
        if i not in found:
            result.notes.append(
                f"missing {truth['page']} {truth['how']} {truth['label'][:40]!r} {_short(truth['bbox'])}"
            )
        else:
            _compare(result, truth, places[found[i]], with_labels)
    for j, place in enumerate(places):
        if j not in found.values() and j not in neutral:
            result.wrong += 1
            result.notes.append(f"wrong   {place.page} {place.type} {place.label[:40]!r} {_short(place.bbox)}")
    return result


def _compare(result: Score, truth: Truth, place: Place, with_labels: bool) -> None:
    result.types += bool(truth.get("adj")) or _type_class(truth["type"]) == _type_class(place.type)
    if truth.get("adj") or not with_labels:
        return
    result.labels += 1
    exact = normalised(truth["label"]) == normalised(place.label)
    result.exact += exact
    result.acceptable += is_acceptable(truth["label"], place.label)
    if not exact:
        result.notes.append(f"label   {truth['page']} {truth['label'][:40]!r} <> {place.label[:40]!r}")


def _short(box: Box) -> list[int | None]:
    return [None if value is None else round(value) for value in box]
