"""How a document or workbook is filled in, by its kind."""

from forms_library.safety.kinds import Kind

from .docx_fill import fill_docx
from .xlsx_fill import fill_xlsx

FILLED_BY = {Kind.DOCX: fill_docx, Kind.XLSX: fill_xlsx}
