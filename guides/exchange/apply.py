"""Taking records over into the hall."""

from collections.abc import Callable, Iterable

from knowledge.models import User

from .records import GuideRecord
from .report import Report


def apply_records(
    records: Iterable[GuideRecord],
    *,
    publish: bool,
    user: User | None = None,
    dry_run: bool = False,
    progress: Callable[[int], object] | None = None,
) -> Report:
    """Create and change items as the records say; a record that is refused does not stop the others."""
    raise NotImplementedError
