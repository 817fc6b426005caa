"""Whole synthetic forms, put together by dice."""

import json
from pathlib import Path
from random import Random
from typing import Any

from . import vocabulary as v
from .document import docx_of
from .makers import MAKERS
from .model import Block, Form, Paragraph, Words
from .open_blocks import heading_line
from .paper import Paper

BORDERS = ["line", "line", "filled", "rect", "double", "dashed"]


def form(seed: int) -> Form:
    """The form of a seed."""
    dice = Random(seed)
    blocks: list[Block] = [Paragraph([Words(dice.choice(v.TITLES))], dice.choice([16, 18, 22]), "centre", after=10)]
    if dice.random() < 0.6:
        blocks += heading_line(dice)
    makers, weights = zip(*MAKERS, strict=True)
    for _part in range(dice.randint(3, 7)):
        blocks += dice.choices(makers, weights)[0](dice)
    style: dict[str, Any] = {
        "size": dice.choice([(595, 842), (595, 842), (842, 595)]),
        "border": dice.choice(BORDERS),
        "width": dice.choice([0.25, 0.5, 0.75, 1.0]),
        "font_size": dice.choice([9, 10.5, 10.5, 12]),
        "jitter": dice.choice([0, 0, 0.8]),
    }
    return Form(f"synthetic_{seed:04d}", blocks, style)


def write(folder: Path, seeds: range) -> None:
    """PDF and DOCX files and their truth, laid out as the benchmark wants them."""
    for name in ("pdf", "truth", "docx"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        made = form(seed)
        (folder / "pdf" / f"{made.name}.pdf").write_bytes(Paper(made, seed).draw())
        (folder / "docx" / f"{made.name}.docx").write_bytes(docx_of(made))
        truth = {"form": made.name, "fields": made.truth}
        (folder / "truth" / f"{made.name}.json").write_text(json.dumps(truth, ensure_ascii=False), "utf-8")
