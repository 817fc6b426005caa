"""How well places on forms are found: ``python -m tests.bench.forms DIR``.

``DIR`` has ``pdf``, ``truth`` (a JSON file for each form: ``fields``, and ``labels: false`` where the names are those
of a program) and perhaps ``docx``. Forms whose names begin with ``en_`` or ``fr_`` are counted apart. Prints a line for
each form, with ``--notes`` also what is missing, wrong or misnamed; the last line is one JSON object, micro-averaged
over the Chinese forms: ``precision``, ``recall``, ``label_exact``, ``label_acceptable``, ``docx_recall``,
``docx_precision``, ``ms_per_page``, ``by_kind``, and the same of the others under ``en``.
"""

import argparse
import json
import time
from pathlib import Path

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection, Field, FieldKind, Zone, ZoneKind
from forms_library.detection.geometry import Rect
from forms_library.detection.reading import read_pages
from forms_library.office.docx import detect_docx

from .docx_scoring import found
from .forms_scoring import Place, Score, score

ZONES = {ZoneKind.SIGNATURE: "sign", ZoneKind.OFFICE: "office", ZoneKind.PHOTO: "attach"}
TYPES = {FieldKind.OPTION: "option", FieldKind.LONG_TEXT: "multiline"}


def box(rect: Rect) -> tuple[float, float, float, float]:
    return rect.x0, rect.top, rect.x1, rect.bottom


def place_of(found: Field | Zone) -> Place:
    if isinstance(found, Zone):
        return Place(found.page, box(found.rect), found.label, ZONES[found.kind])
    by_shape = found.shape.value if found.shape.value in ("date", "comb") else TYPES.get(found.kind, "text")
    single = tuple(box(part) for part in found.parts) if found.shape.value == "comb" else ()
    return Place(found.page, box(found.rect), found.label, by_shape, single)


def places_of(detection: Detection) -> list[Place]:
    found: list[Field | Zone] = [*detection.fields, *detection.zones]
    return [place_of(one) for one in found]


class Measured:
    """Scores and times of some forms."""

    def __init__(self) -> None:
        self.score = Score()
        self.seconds = 0.0
        self.pages = 0

    def add(self, name: str, folder: Path, notes: bool) -> None:
        truth = json.loads((folder / "truth" / f"{name}.json").read_text("utf-8"))
        data = (folder / "pdf" / f"{name}.pdf").read_bytes()
        started = time.process_time()
        detection = detect(read_pages(data))
        seconds = time.process_time() - started
        result = score(truth["fields"], places_of(detection), truth.get("labels", True))
        self.score += result
        self.seconds += seconds
        self.pages += len(detection.pages)
        print(
            f"{name:20s} {result.truth:4d} places, precision {result.precision:.3f}, recall {result.recall:.3f}, "
            f"labels {result.label_exact:.3f} exact, {result.label_acceptable:.3f} acceptable, {seconds * 1000:.0f} ms"
        )
        if notes:
            print("".join(f"    {note}\n" for note in result.notes), end="")

    def figures(self) -> dict[str, object]:
        found = self.score
        return {
            "precision": round(found.precision, 4),
            "recall": round(found.recall, 4),
            "label_exact": round(found.label_exact, 4),
            "label_acceptable": round(found.label_acceptable, 4),
            "types": round(found.types / max(1, found.right), 4),
            "ms_per_page": round(self.seconds * 1000 / max(1, self.pages), 1),
            "places": found.truth,
            "by_kind": {kind: f"{found.found_kinds[kind]}/{count}" for kind, count in sorted(found.kinds.items())},
        }


def docx_figures(folder: Path, forms: list[str] | None, notes: bool) -> dict[str, float]:
    """Precision and recall over the Chinese forms that are there as DOCX."""
    truth = right = detected = 0
    for path in sorted((folder / "docx").glob("*.docx")):
        if path.stem.startswith(("en_", "fr_")) or (forms and path.stem not in forms):
            continue
        fields = json.loads((folder / "truth" / f"{path.stem}.json").read_text("utf-8"))["fields"]
        places = document_order(detect_docx(path.read_bytes()))
        hits = found(fields, places)
        truth, right, detected = truth + len(fields), right + hits, detected + len(places)
        if notes:
            print(f"{path.name:25s} {len(fields):4d} places, {len(places):4d} detected, {hits:4d} of them right")
    return {"docx_recall": round(right / max(1, truth), 4), "docx_precision": round(right / max(1, detected), 4)}


def document_order(detection: Detection) -> list[Place]:
    """Fields and zones of a document from its top."""
    every: list[Field | Zone] = [*detection.fields, *detection.zones]
    return [place_of(one) for one in sorted(every, key=lambda one: (round(one.rect.top / 4), one.rect.x0))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", action="store_true", help="list what is missing, wrong or misnamed")
    parser.add_argument("--form", action="append", help="only this form; may be given several times")
    given = parser.parse_args()
    chinese, others = Measured(), Measured()
    for path in sorted((given.folder / "truth").glob("*.json")):
        if (given.form and path.stem not in given.form) or not (given.folder / "pdf" / f"{path.stem}.pdf").exists():
            continue
        (others if path.stem.startswith(("en_", "fr_")) else chinese).add(path.stem, given.folder, given.notes)
    documents = docx_figures(given.folder, given.form, given.notes)
    print(json.dumps({**chinese.figures(), **documents, "en": others.figures()}, ensure_ascii=False))


if __name__ == "__main__":
    main()
