"""Answers by id of field: out of a browser's form, into a file of the applicant's own, from one edition to the next.

Pure. A file of answers is JSON: ``{"about": "hall-form-answers", "form": 12, "version": 3, "answers": [{"question":
"性别", "label": "男", "value": "1"} …]}``, with every field of the form in order, answered or not.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms_library.detection.fields import Detection
from forms_library.detection.labels import bare
from forms_library.filling.ink import TICKED

from .questions import PREFIX

ABOUT = "hall-form-answers"
MOST_BYTES = 500_000


class FileError(Exception):
    """A file holds no answers to this form."""


@dataclass(frozen=True)
class Answer:
    """An answer that knows what was asked, by label, and by that of its group."""

    question: str
    label: str
    value: str

    @property
    def name(self) -> tuple[str, str]:
        return bare(self.question), bare(self.label)


@dataclass(frozen=True)
class Fitted:
    """Answers by id of field, and the labels of those that no field asks for any more."""

    answers: dict[str, str]
    lost: tuple[str, ...] = ()


def given(data: Mapping[str, str], detection: Detection) -> dict[str, str]:
    """What was answered; what no field asks for is left out. A question with one answer sends the id of its box."""
    answers = {field.id: data.get(PREFIX + field.id, "").replace("\r\n", "\n") for field in detection.fields}
    for group in detection.groups:
        if group.single:
            chosen = data.get(PREFIX + group.id, "")
            answers |= {key: TICKED if key == chosen else "" for key in group.members}
    return {key: value for key, value in answers.items() if value.strip()}


def listed(detection: Detection, answers: Mapping[str, str]) -> list[Answer]:
    """Every field in order, with its answer or an empty one."""
    questions = {key: group.label for key, group in detection.groups_by_member.items()}
    return [Answer(questions.get(field.id, ""), field.label, answers.get(field.id, "")) for field in detection.fields]


def fitted(before: Sequence[Answer], detection: Detection) -> Fitted:
    """Answers to another edition of a form: the n-th of a name belongs to the n-th field of that name."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for place, field in zip(listed(detection, {}), detection.fields, strict=True):
        places[place.name].append(field.id)
    answers, lost = {}, []
    times: Counter[tuple[str, str]] = Counter()
    for answer in before:
        number = times[answer.name]
        times[answer.name] += 1
        if not answer.value.strip():
            continue
        if number < len(places[answer.name]):
            answers[places[answer.name][number]] = answer.value
        else:
            lost.append(answer.label)
    return Fitted(answers, tuple(dict.fromkeys(lost)))


def as_file(form: int, version: int, answers: Sequence[Answer]) -> bytes:
    """A file that the applicant keeps."""
    rows = [{"question": one.question, "label": one.label, "value": one.value} for one in answers]
    whole = {"about": ABOUT, "form": form, "version": version, "answers": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def from_file(data: bytes, form: int) -> list[Answer]:
    """The answers of such a file. Raises ``FileError``."""
    try:
        whole: Any = json.loads(data[: MOST_BYTES + 1])
        if (whole["about"], whole["form"]) != (ABOUT, form):
            raise FileError
        rows = [[row[name] for name in ("question", "label", "value")] for row in whole["answers"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FileError from None
    if not all(isinstance(text, str) for row in rows for text in row):
        raise FileError
    return [Answer(*row) for row in rows]
