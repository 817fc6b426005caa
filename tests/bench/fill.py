"""How well forms are filled in: ``python -m tests.bench.fill DIR``.

``DIR`` has PDF forms in ``pdf``. Each is made anew as at publication, every applicant's field is filled in with a
sample value of its kind, and the result is read back. Prints a line for each form, with ``--notes`` also the fields
that had no room or came out wrong. The last line is one JSON object: ``inside`` is the share of values that stand in
their places or were reported before as having no room; ``reported`` the share of the latter; ``median_ms`` the time of
filling one form; ``largest_kb`` and ``median_kb`` what the values add to a file.
"""

import argparse
import json
import os
import statistics
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from forms_library.detection.detector import detect
from forms_library.detection.fields import Field
from forms_library.detection.reading import read_pages
from forms_library.filling.fonts import Font, font
from forms_library.filling.pdf import fill_pdf
from forms_library.filling.read_back import check
from forms_library.filling.samples import sample
from forms_library.safety.pdf_rebuild import rebuild

KILOBYTE = 1_000
DEFAULT_FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"


@dataclass(frozen=True)
class Result:
    """One form: how many values, which had no room, which came out wrong; milliseconds and kilobytes."""

    values: int
    reported: tuple[str, ...]
    wrong: tuple[str, ...]
    ms: float
    kb: float


def published(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as document:
        return rebuild(document)


def measure(path: Path, with_font: Font) -> Result:
    template = published(path.read_bytes())
    fields = detect(read_pages(template)).fields
    by_id: dict[str, Field] = {field.id: field for field in fields}
    values = {field.id: value for field in fields if (value := sample(field))}
    started = time.process_time()
    filled = fill_pdf(template, fields, values, with_font)
    ms = (time.process_time() - started) * 1000
    written = {name: value for name, value in values.items() if name not in filled.overflowing}
    faults = check(template, filled.data, fields, written)
    return Result(
        len(values),
        tuple(by_id[name].label for name in filled.overflowing),
        tuple(f"{by_id[fallen.field].label}: {fallen.fault}" for fallen in faults),
        ms,
        (len(filled.data) - len(template)) / KILOBYTE,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--notes", action="store_true", help="list what had no room or came out wrong")
    given = parser.parse_args()
    with_font = font(os.environ.get("FORM_FONT") or DEFAULT_FONT)
    results = []
    paths = sorted((given.folder / "pdf").glob("*.pdf"))
    measure(paths[0], with_font)  # to warm up
    for path in paths:
        result = measure(path, with_font)
        results.append(result)
        print(
            f"{path.stem:20s} {result.values:4d} values, {len(result.reported):3d} without room, "
            f"{len(result.wrong):3d} wrong, {result.ms:.0f} ms, {result.kb:.0f} KB"
        )
        if given.notes:
            print("".join(f"    no room {label}\n" for label in result.reported), end="")
            print("".join(f"    wrong   {label}\n" for label in result.wrong), end="")
    total = sum(result.values for result in results)
    figures = {
        "inside": round(1 - sum(len(result.wrong) for result in results) / max(1, total), 4),
        "reported": round(sum(len(result.reported) for result in results) / max(1, total), 4),
        "median_ms": round(statistics.median(result.ms for result in results), 1),
        "median_kb": round(statistics.median(result.kb for result in results), 1),
        "largest_kb": round(max(result.kb for result in results), 1),
        "values": total,
        "forms": len(results),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
