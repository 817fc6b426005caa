"""XLSX: screened, packed anew, read, and looked through for places to fill in."""

from forms_library.detection.grid import TooComplexError
from forms_library.office.xlsx import detect_xlsx
from forms_library.office.xlsx_layout import TooLargeError
from forms_library.safety import ooxml_rebuild, ooxml_screening
from forms_library.safety.kinds import Kind
from forms_library.safety.reasons import Reason, Refused
from forms_library.text.xlsx import xlsx_text

from .findings import Findings, findings


def inspect(data: bytes) -> Findings:
    made = ooxml_rebuild.rebuild(ooxml_screening.screen(data, Kind.XLSX))
    try:
        return findings(made, xlsx_text(made), detection=detect_xlsx(made).as_plain())
    except (TooComplexError, TooLargeError) as error:
        raise Refused(Reason.TOO_DEMANDING) from error
