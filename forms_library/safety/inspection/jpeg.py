"""JPEG: the pixels, and nothing else."""

from forms_library.safety import picture_rebuild
from forms_library.safety.kinds import Kind

from .findings import Findings, findings


def inspect(data: bytes) -> Findings:
    return findings(picture_rebuild.rebuild(data, Kind.JPEG))
