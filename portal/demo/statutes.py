"""The registry of the demonstration: extracts of the statutes that its items cite, one of them in two versions."""

from guides.statutes.files import read_files
from guides.statutes.importing import import_files

from .files import FOLDER

STATUTES = FOLDER / "registry"


def register() -> None:
    """Import them as any folder of statutes. Raises ``ValueError`` when one cannot be read."""
    problems = import_files(read_files(STATUTES)).problems
    if problems:
        raise ValueError("; ".join(map(str, problems)))
