"""Text of an XLSX: every cell of every sheet, hidden ones too."""

from io import BytesIO

from openpyxl import load_workbook

MOST_CELLS = 200_000


def xlsx_text(data: bytes) -> list[str]:
    """The text of each sheet: a line for each row, tabs between cells."""
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    texts = []
    seen = 0
    for sheet in book.worksheets:
        lines = []
        for row in sheet.iter_rows(values_only=True):
            seen += len(row)
            if seen > MOST_CELLS:
                break
            line = "\t".join("" if value is None else str(value) for value in row).strip()
            if line:
                lines.append(line)
        texts.append("\n".join(lines))
    book.close()
    return texts
