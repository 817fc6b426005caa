"""Text of PDF pages by PDFium, which reads old encodings and vertical text that other readers garble."""

import pypdfium2


def pdf_text(data: bytes) -> list[str]:
    """The text of each page, with one kind of line end."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page_text(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _page_text(page: pypdfium2.PdfPage) -> str:
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    text_page.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\x00", "")
