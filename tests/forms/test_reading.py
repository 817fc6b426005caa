"""PDF files to pages."""

import zlib

import pytest

from forms_library.detection.detector import detect
from forms_library.detection.grid import TooComplexError
from forms_library.detection.reading import read_pages
from forms_library.filling.fonts import Font

from . import pdf_bombs
from .synthesis.model import Form, Table, empty, words
from .synthesis.paper import Paper


def page_of(content: bytes) -> bytes:
    return pdf_bombs.simple_pdf(content)


def test_a_rectangle_as_thin_as_a_line_is_a_line() -> None:
    (page,) = read_pages(page_of(b"50 700 200 0.5 re f 50 600 0.5 80 re f"))
    assert [(s.horizontal, round(s.length)) for s in page.strokes] == [(True, 200), (False, 80)]


def test_what_is_filled_in_white_is_not_there() -> None:
    (page,) = read_pages(page_of(b"1 g 50 700 200 30 re f"))
    assert page.strokes == ()


def test_a_shaded_rectangle_has_edges() -> None:
    (page,) = read_pages(page_of(b"0.8 g 50 700 200 30 re f"))
    assert len(page.strokes) == 4


def test_a_small_square_is_a_box_to_tick() -> None:
    (page,) = read_pages(page_of(b"50 700 9 9 re S"))
    assert len(page.squares) == 1
    assert page.strokes == ()


def test_squares_side_by_side_are_boxes_for_digits() -> None:
    (page,) = read_pages(page_of(b"".join(b"%d 700 12 12 re S " % (50 + 12 * i) for i in range(6))))
    assert page.squares == ()
    (field,) = detect([page]).fields
    assert len(field.parts) == 6


def test_a_page_with_more_lines_than_a_form_has_is_too_complex() -> None:
    with pytest.raises(TooComplexError):
        list(read_pages(page_of(b"".join(b"%d 0 m %d 9 l S " % (i % 500, i % 500) for i in range(9_000)))))


def test_a_picture_of_a_page_is_a_scan() -> None:
    picture = b"/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray"
    draw = pdf_bombs.stream(zlib.compress(b"595 0 0 842 0 0 cm /I Do"))
    data = pdf_bombs.pdf(
        *pdf_bombs.ONE_PAGE,
        pdf_bombs.page(b"/XObject<</I 5 0 R>>"),
        draw,
        pdf_bombs.stream(zlib.compress(b"\x80" * 64), picture),
    )
    assert detect(read_pages(data)).pages[0].scanned


@pytest.mark.parametrize("border", ["line", "filled", "rect", "double", "dashed"])
def test_a_table_is_read_however_its_borders_are_drawn(border: str, answers: Font) -> None:
    rows = [[words("姓名"), empty("姓名"), words("性别"), empty("性别")], [words("住址"), empty("住址", span=3)]]
    form = Form("f", [Table([1, 2, 1, 2], rows, [26.0, 26.0])], {"border": border})
    assert [field.label for field in detect(read_pages(Paper(form).draw())).fields] == ["姓名", "性别", "住址"]


@pytest.mark.parametrize("vertical", ["stacked", "turned"])
def test_vertical_names_are_read(vertical: str, answers: Font) -> None:
    rows = [[words("备注说明", vertical=vertical, rows=1), empty("备注说明")]]
    form = Form("f", [Table([0.3, 4], rows, [90.0])])
    assert [field.label for field in detect(read_pages(Paper(form).draw())).fields] == ["备注说明"]
