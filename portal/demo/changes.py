"""Changes of the demonstration after everything was translated."""

from collections.abc import Mapping
from typing import Any

from guides.models import GuidePage
from translations.languages import column, default_language

from . import files


def publish_all() -> None:
    """Change and publish the Chinese of some items. Raises ``ValueError`` where the text to be changed is not there."""
    for data in files.read("changes.yaml"):
        guide = GuidePage.objects.get(slug=data["slug"])
        draft: Any = guide.get_latest_revision_as_object()
        for change in data["change"]:
            _apply(draft, change)
        draft.save_revision().publish()


def _apply(draft: Any, change: Mapping[str, str]) -> None:
    name = column(change["field"], default_language())
    holders = list(getattr(draft, change["rows"]).all()) if "rows" in change else [draft]
    found = [holder for holder in holders if change["from"] in (getattr(holder, name) or "")]
    if len(found) != 1:
        raise ValueError(f"{draft.slug}: {len(found)} texts with {change['from']}")
    setattr(found[0], name, getattr(found[0], name).replace(change["from"], change["to"]))
    if "rows" in change:
        setattr(draft, change["rows"], holders)
