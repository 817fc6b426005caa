"""DOC: screened. It is for download as it is; conversion makes a DOCX of it."""

from forms_library.safety import ole_screening
from forms_library.safety.kinds import Kind

from .findings import Findings, findings


def inspect(data: bytes) -> Findings:
    ole_screening.screen(data, Kind.DOC)
    return findings(data, strings=ole_screening.strings(data))
