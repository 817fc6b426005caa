"""How places found in a DOCX compare with the truth about the same form as a PDF. Pure.

A DOCX has no rectangles. So the places of both are put in the order in which they are read and aligned with each other,
as two texts are in a comparison: a place is found when it stands where the truth has one. What is left over is found
when its name is: places of one row are not read in the same order by both.
"""

from .forms_scoring import Place, Truth, is_acceptable, normalised

SAME_LINE = 7.0  # points by which the tops of places on one line differ
EXACT, ACCEPTABLE, SAME_KIND = 3.0, 2.0, 0.5

Table = list[list[tuple[float, int]]]


def reading_order(truths: list[Truth]) -> list[Truth]:
    """Line by line from the top, each line from the left."""
    lines: list[list[Truth]] = []
    for truth in sorted(truths, key=lambda t: (t["page"], t["bbox"][1])):
        last = lines[-1][0] if lines else None
        if last and last["page"] == truth["page"] and truth["bbox"][1] - last["bbox"][1] < SAME_LINE:
            lines[-1].append(truth)
        else:
            lines.append([truth])
    return [truth for line in lines for truth in sorted(line, key=lambda t: float(t["bbox"][0]))]


def likeness(truth: Truth, place: Place) -> float:
    if normalised(truth["label"]) == normalised(place.label):
        return EXACT
    if is_acceptable(truth["label"], place.label):
        return ACCEPTABLE
    return SAME_KIND if (truth["type"] == "option") == (place.type == "option") else 0


def found(truths: list[Truth], places: list[Place]) -> int:
    """How many places of the truth are found."""
    ordered = reading_order(truths)
    pairs = _aligned(ordered, places, _values(ordered, places))
    left = [truth for i, truth in enumerate(ordered) if i not in {pair[0] for pair in pairs}]
    spare = [place for j, place in enumerate(places) if j not in {pair[1] for pair in pairs}]
    moved = 0
    for truth in left:
        same = next((place for place in spare if is_acceptable(truth["label"], place.label)), None)
        if same is not None:
            spare.remove(same)
            moved += 1
    return len(pairs) + moved


def _values(truths: list[Truth], places: list[Place]) -> Table:
    """The best value, and its number of pairs, of the first i truths and the first j places."""
    best = [[(0.0, 0)] * (len(places) + 1) for _row in range(len(truths) + 1)]
    for i, truth in enumerate(truths, 1):
        for j, place in enumerate(places, 1):
            value, count = best[i - 1][j - 1]
            alike = likeness(truth, place)
            paired = (value + alike, count + 1) if alike else (value, count)
            best[i][j] = max(paired, best[i - 1][j], best[i][j - 1])
    return best


def _aligned(truths: list[Truth], places: list[Place], best: Table) -> list[tuple[int, int]]:
    """The pairs of indices of the best alignment."""
    pairs = []
    i, j = len(truths), len(places)
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs
