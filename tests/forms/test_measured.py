"""Detection over many forms: synthetic ones of every kind, and real ones where they are at hand."""

import json
from pathlib import Path

import pytest

from forms_library.detection.detector import detect
from forms_library.detection.fields import Detection
from forms_library.detection.reading import read_pages
from forms_library.detection.stored import from_plain
from forms_library.filling.fonts import Font
from tests.bench.docx_scoring import found
from tests.bench.forms import document_order, places_of
from tests.bench.forms_scoring import Place, Score, score

from .sketch import Sketch
from .synthesis.compose import form
from .synthesis.paper import Paper


def test_places_of_synthetic_forms_are_found_and_named(answers: Font) -> None:
    total = Score()
    for seed in range(500, 530):
        made = form(seed)
        detection = detect(read_pages(Paper(made, seed).draw()))
        total += score(made.truth, places_of(detection))
    assert total.precision >= 0.99, total.notes
    assert total.recall >= 0.98, total.notes
    assert total.label_exact >= 0.97, total.notes


@pytest.mark.data
def test_places_of_real_chinese_forms_are_found_and_named(real_forms: Path) -> None:
    total = Score()
    for path in sorted((real_forms / "truth").glob("*.json")):
        if not path.stem.startswith(("en_", "fr_")):
            truth = json.loads(path.read_text("utf-8"))["fields"]
            total += score(truth, places_of(detect(read_pages((real_forms / "pdf" / f"{path.stem}.pdf").read_bytes()))))
    assert total.precision >= 0.97
    assert total.recall >= 0.98
    assert total.label_exact >= 0.94


def test_a_detection_is_the_same_after_it_was_kept() -> None:
    found_on_page = Sketch().table([["姓名", "性别"], ["", "□男 □女"], ["", ""]]).detect()
    assert from_plain(json.loads(json.dumps(found_on_page.as_plain()))) == found_on_page


def test_detection_has_the_same_answer_twice() -> None:
    sketch = Sketch().table([["姓名", ""], ["日期", "    年    月    日"]])
    answers_of = [sketch.detect() for _time in range(2)]
    assert answers_of[0] == answers_of[1]
    assert isinstance(answers_of[0], Detection)


# --- the measure itself -------------------------------------------------------------------------------------------


def truth(box: list[float], label: str = "姓名", how: str = "cell", kind: str = "text") -> dict[str, object]:
    return {"page": 0, "bbox": box, "label": label, "how": how, "type": kind}


def place(*box: float, label: str = "姓名") -> Place:
    return Place(0, (box[0], box[1], box[2], box[3]), label, "text")


def test_a_place_that_hardly_overlaps_is_wrong() -> None:
    result = score([truth([0, 0, 100, 20])], [place(60, 0, 200, 20)])
    assert (result.right, result.wrong) == (0, 1)


def test_a_place_counts_once() -> None:
    result = score([truth([0, 0, 100, 20])], [place(0, 0, 100, 20), place(1, 0, 99, 20)])
    assert (result.right, result.wrong) == (1, 1)


def test_what_lies_in_the_offices_part_is_neither_right_nor_wrong() -> None:
    result = score([truth([0, 0, 300, 100], "意见", kind="office")], [place(0, 0, 300, 100), place(200, 80, 290, 95)])
    assert (result.right, result.wrong) == (1, 0)


def test_a_label_is_right_without_its_punctuation() -> None:
    result = score([truth([0, 0, 100, 20], "名称（选填）")], [place(0, 0, 100, 20, label="名称 (选填)：")])
    assert (result.exact, result.acceptable) == (1, 1)


def test_places_of_a_document_are_compared_in_their_order() -> None:
    truths = [truth([0, 20 * i, 10, 20 * i + 10], label) for i, label in enumerate(["姓名", "性别", "姓名"])]
    assert found(truths, [place(0, 0, 1, 1, label=label) for label in ("姓名", "性别", "姓名")]) == 3
    assert found(truths, [place(0, 0, 1, 1, label="姓名")]) == 1
    assert document_order(Detection(pages=())) == []
