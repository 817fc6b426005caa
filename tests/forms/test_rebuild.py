"""PDFs made anew: upright, from the visible corner, with the fields' rectangles but without the fields."""

import zlib
from io import BytesIO

import pikepdf
import pytest

from forms_library.detection.fields import FieldKind
from forms_library.detection.reading import read_pages
from forms_library.filling.fonts import Font
from forms_library.safety.examine import Examined, examine
from forms_library.safety.pdf_rebuild import rebuild
from forms_library.safety.widgets import read_widgets

from . import pdf_bombs
from .synthesis.model import Form, Table, empty, words
from .synthesis.paper import Paper


def box_page(rotate: int, size: bytes = b"[0 0 595 842]", crop: bytes = b"") -> bytes:
    """A rectangle near the lower left corner of the page as it is stored."""
    head = b"<</Type/Page/Parent 2 0 R/MediaBox%s%s/Rotate %d/Contents 4 0 R/Resources<<>>>>" % (size, crop, rotate)
    return pdf_bombs.pdf(*pdf_bombs.ONE_PAGE, head, pdf_bombs.stream(zlib.compress(b"50 100 200 30 re S")))


def made_anew(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as document:
        return rebuild(document)


def drawn(data: bytes) -> tuple[float, float, list[tuple[float, float, float, float]]]:
    """Size of the page, and the rectangle on it by its lines."""
    (page,) = read_pages(made_anew(data))
    xs = sorted({round(s.at) for s in page.strokes if not s.horizontal})
    ys = sorted({round(s.at) for s in page.strokes if s.horizontal})
    return page.width, page.height, [(xs[0], ys[0], xs[-1], ys[-1])]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, (595, 842, [(50, 712, 250, 742)])),
        (90, (842, 595, [(100, 50, 130, 250)])),
        (180, (595, 842, [(345, 100, 545, 130)])),
        (270, (842, 595, [(712, 345, 742, 545)])),
    ],
)
def test_a_turned_page_is_upright_afterwards(turn: int, expected: object) -> None:
    assert drawn(box_page(turn)) == expected


def test_a_page_that_was_printed_sideways_is_turned(answers: Font) -> None:
    rows = [[words("姓名"), empty("姓名"), words("工作单位及职务"), empty("工作单位及职务")]] * 6
    plain = Paper(Form("f", [Table([1, 2, 2, 2], rows, [26.0] * 6)])).draw()
    with pikepdf.open(BytesIO(plain)) as document:
        document.pages[0].obj.Rotate = 270
        sideways = rebuild(document)
    answer = examine("form.pdf", sideways)
    assert isinstance(answer, Examined)
    assert answer.detection is not None
    assert [field.label for field in answer.detection.fields] == ["姓名", "工作单位及职务"] * 6
    (page,) = answer.detection.pages
    assert (page.width, page.height) == (595, 842)


def test_the_visible_corner_is_the_origin() -> None:
    assert drawn(box_page(0, b"[-20 -30 575 812]")) == (595, 842, [(70, 682, 270, 712)])


def test_only_what_is_visible_counts_as_the_page() -> None:
    width, height, _boxes = drawn(box_page(0, crop=b"/CropBox[40 40 500 800]"))
    assert (width, height) == (460, 760)


def test_the_inherited_resources_of_a_page_come_along() -> None:
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    text = pdf_bombs.stream(zlib.compress(b"BT /F 12 Tf 50 700 Td (Hello) Tj ET"))
    (read,) = read_pages(made_anew(pdf_bombs.pdf(pdf_bombs.ONE_PAGE[0], pages, page, text, font)))
    assert "".join(glyph.text for glyph in read.glyphs) == "Hello"


FIELDS = b"""<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R 6 0 R 7 0 R 8 0 R]>>>>"""
NAMES = (
    b"<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/TU(Full name)/Rect[100 700 300 720]>>",
    b"<</Type/Annot/Subtype/Widget/FT/Btn/T(agree)/Rect[100 650 112 662]>>",
    b"<</Type/Annot/Subtype/Widget/FT/Tx/Ff 16777216/MaxLen 6/T(code)/Rect[100 600 220 620]>>",
    b"<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(send)/Rect[400 50 500 80]>>",
)


def form_with_fields(rotate: int = 0) -> bytes:
    annotations = b"/Annots[5 0 R 6 0 R 7 0 R 8 0 R]/Rotate %d" % rotate
    return pdf_bombs.pdf(
        FIELDS,
        pdf_bombs.ONE_PAGE[1],
        pdf_bombs.page(more=annotations),
        pdf_bombs.stream(zlib.compress(b"0 0 m")),
        *NAMES,
    )


def test_fields_of_a_form_are_places_and_no_fields_any_more() -> None:
    answer = examine("form.pdf", form_with_fields())
    assert isinstance(answer, Examined)
    assert b"/Widget" not in answer.data
    assert answer.detection is not None
    found = {field.widget: field for field in answer.detection.fields}
    assert set(found) == {"name", "agree", "code"}  # a button sends, it is not filled in
    assert found["name"].label == "Full name"
    assert found["agree"].kind is FieldKind.OPTION
    assert len(found["code"].parts) == 6
    assert (found["name"].rect.x0, found["name"].rect.top) == (100, 122)


def test_fields_of_a_turned_page_are_turned_with_it() -> None:
    with pikepdf.open(BytesIO(form_with_fields(90))) as document:
        first = read_widgets(document)[0].rect
    assert (first.x0, first.top, first.x1, first.bottom) == (700, 100, 720, 300)


def test_labels_of_fields_are_read_from_the_page(answers: Font) -> None:
    form = Form("f", [Table([1, 2], [[words("联系电话"), empty("联系电话")]], [30.0])])
    plain = Paper(form).draw()
    place = form.truth[0]["bbox"]
    with pikepdf.open(BytesIO(plain)) as document:
        page = document.pages[0]
        box = [place[0], 842 - place[3], place[2], 842 - place[1]]
        widget = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Tx,
            T="fill_7",
            Rect=pikepdf.Array(box),
        )
        page.Annots = document.make_indirect(pikepdf.Array([document.make_indirect(widget)]))
        buffer = BytesIO()
        document.save(buffer)
    answer = examine("form.pdf", buffer.getvalue())
    assert isinstance(answer, Examined)
    assert answer.detection is not None
    (field,) = answer.detection.fields
    assert (field.label, field.widget, field.kind) == ("联系电话", "fill_7", FieldKind.PHONE)
