"""DOCX: screened, packed anew, read, and looked through for places to fill in."""

from forms_library.detection.grid import TooComplexError
from forms_library.office.docx import detect_docx
from forms_library.office.package import DamagedError
from forms_library.safety import ooxml_rebuild, ooxml_screening
from forms_library.safety.kinds import Kind
from forms_library.safety.reasons import Reason, Refused
from forms_library.text.docx import docx_text

from .findings import Findings, findings


def inspect(data: bytes) -> Findings:
    parts = ooxml_screening.screen(data, Kind.DOCX)
    made = ooxml_rebuild.rebuild(parts)
    try:
        return findings(made, docx_text(parts), detection=detect_docx(made).as_plain())
    except DamagedError as error:
        raise Refused(Reason.DAMAGED) from error
    except TooComplexError as error:
        raise Refused(Reason.TOO_DEMANDING) from error
