"""From lines to cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_library.detection import grid
from forms_library.detection.geometry import Rect
from forms_library.detection.layout import Stroke
from forms_library.detection.strokes import connected, joined

from .sketch import Sketch


def rects(strokes: list[Stroke]) -> list[Rect]:
    return [cell.rect.rounded() for group in connected(joined(strokes)) for cell in grid.cells(group)]


def test_four_lines_are_a_cell() -> None:
    assert rects(Sketch().frame(50, 100, 150, 130).strokes) == [Rect(50, 100, 150, 130)]


def test_a_merged_cell_is_one() -> None:
    found = rects(Sketch().table([["姓名", ""], ["备注", "<"]]).strokes)
    assert [round(rect.width) for rect in found] == [90, 90, 180]


def test_lines_that_miss_each_other_by_a_point_enclose_all_the_same() -> None:
    strokes = [
        *(Stroke(True, 100, 51, 149), Stroke(True, 131, 50.5, 150.5)),
        *(Stroke(False, 50, 101, 130), Stroke(False, 150, 99, 129.5)),
    ]
    assert len(rects(strokes)) == 1


def test_a_border_of_two_lines_is_one_border() -> None:
    double = Sketch().frame(50, 100, 150, 130).frame(51.6, 101.6, 148.4, 128.4)
    assert len(rects(double.strokes)) == 1


def test_a_border_of_dashes_is_a_border() -> None:
    dashes = [Stroke(True, at, x, x + 3) for at in (100, 130) for x in range(50, 150, 5)]
    dashes += [Stroke(False, at, y, y + 3) for at in (50, 150) for y in range(100, 130, 5)]
    assert len(rects(dashes)) == 1


def test_a_line_that_ends_inside_a_cell_does_not_divide_it() -> None:
    assert len(rects(Sketch().frame(50, 100, 250, 160).rule(50, 110, 130).strokes)) == 1


def test_a_table_open_at_its_sides_has_cells_there() -> None:
    sketch = Sketch().rule(50, 350, 100).rule(50, 350, 124).rule(50, 350, 148)
    sketch.upright(150, 100, 148).upright(250, 100, 148)
    assert len(rects(sketch.strokes)) == 6


def test_a_table_cut_by_the_end_of_the_page_has_its_last_row() -> None:
    sketch = Sketch().rule(50, 250, 100).rule(50, 250, 124)
    sketch.upright(50, 100, 150).upright(150, 100, 150).upright(250, 100, 150)
    assert len(rects(sketch.strokes)) == 4


def test_what_lies_beside_a_table_is_no_cell() -> None:
    stairs = Sketch().frame(50, 100, 250, 124).frame(50, 124, 150, 148)
    assert len(rects(stairs.strokes)) == 2


def test_more_lines_than_any_form_has_are_refused() -> None:
    strokes = [Stroke(True, y * 6.0, 0, 3000) for y in range(260)] + [
        Stroke(False, x * 6.0, 0, 3000) for x in range(260)
    ]
    with pytest.raises(grid.TooComplexError):
        grid.cells(strokes)


SIZES = st.lists(st.integers(12, 60), min_size=1, max_size=6)


@given(SIZES, SIZES, st.floats(-1, 1), st.booleans())
def test_a_table_of_any_sizes_has_all_its_cells(
    widths: list[int], heights: list[int], off: float, pieces: bool
) -> None:
    xs, ys = [50.0], [100.0]
    for width in widths:
        xs.append(xs[-1] + width)
    for height in heights:
        ys.append(ys[-1] + height)
    strokes = [Stroke(True, y + off * (i % 2), xs[0], xs[-1]) for i, y in enumerate(ys)]
    strokes += [Stroke(False, x, ys[0], ys[-1]) for x in xs]
    if pieces:
        strokes = [
            Stroke(s.horizontal, s.at, start, end)
            for s in strokes
            for start, end in ((s.start, (s.start + s.end) / 2), ((s.start + s.end) / 2, s.end))
        ]
    assert len(rects(strokes)) == len(widths) * len(heights)


STROKES = st.builds(
    lambda h, at, start, length: Stroke(h, at, start, start + length),
    *(st.booleans(), st.floats(0, 500), st.floats(0, 500), st.floats(1, 400)),
)


@given(st.lists(STROKES, max_size=25))
def test_cells_of_any_lines_do_not_overlap(strokes: list[Stroke]) -> None:
    for group in connected(joined(strokes)):
        cells = grid.cells(group)
        for index, cell in enumerate(cells):
            assert cell.rect.width > 0
            assert cell.rect.height > 0
            assert all(cell.rect.shared_area(other.rect) < 1 for other in cells[index + 1 :])
