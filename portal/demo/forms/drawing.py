"""A described form as a file of its format."""

from forms_library.filling.fonts import Font

from . import docx, pdf, xlsx
from .model import Description, Drawn


def draw(form: Description, font: Font) -> Drawn:
    """``font`` is that of PDF forms; documents and workbooks name one that readers have."""
    if form.format == "docx":
        return docx.draw(form)
    return xlsx.draw(form) if form.format == "xlsx" else pdf.draw(form, font)
