"""The past of some items, retold when the demonstration is built: a record is of use only when it has days."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from guides.models import Change, GuidePage, Material, Withdrawal
from guides.record.issues import publish_lists
from guides.record.withdrawing import withdraw
from knowledge.models import DepartmentPage
from translations.languages import column

from . import files
from .codes import task_code

OPENS = time(9)


def publish_all() -> None:
    """Give items their past, end some, and publish the lists of today."""
    told = files.read("history.yaml")
    for data in told["items"]:
        _retell(GuidePage.objects.get(slug=data["slug"]), data)
    for data in told["ended"]:
        _end(data)
    today = timezone.localdate()
    publish_lists(today.isoformat(), today)


def _retell(guide: GuidePage, data: Mapping[str, Any]) -> None:
    """Publish the item as it was first, then each step. Raises ``ValueError`` where it does not end as it is today."""
    today = {name: getattr(guide, name) for name in data["values"]}
    Change.objects.filter(page_id=guide.pk).delete()
    kept = list(guide.materials.all())
    more = [Material(**files.columns_of(Material, row)) for row in data.get("materials", ())]
    _publish(guide, data["first"], data["values"], [*kept, *more])
    for step in data["steps"]:
        rows = kept if step.get("without_materials") else None
        _publish(guide, step["day"], step["values"], rows, step["reason"])
    guide.refresh_from_db()
    if today != {name: getattr(guide, name) for name in today}:
        raise ValueError(f"{guide.slug}: its past leads to {data['steps'][-1]}, not to {today}")


def _publish(
    guide: GuidePage,
    day: date,
    values: Mapping[str, Any],
    materials: list[Material] | None = None,
    reason: Mapping[str, str] | None = None,
) -> None:
    draft: Any = guide.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    if materials is not None:
        for number, row in enumerate(materials):
            row.sort_order = number
        draft.materials = materials
    draft.save_revision().publish()
    guide.refresh_from_db()
    _date(guide, day, reason or {})


def _date(guide: GuidePage, day: date, reason: Mapping[str, str]) -> None:
    """Let the last change be of a day."""
    change = Change.objects.filter(page_id=guide.pk).latest("pk")
    change.at = timezone.make_aware(datetime.combine(day, OPENS))
    if change.effective_from and change.effective_from > day:
        change.effective_from = day
    for short, text in reason.items():
        setattr(change, column("reason", files.LANGUAGES[short]), text)
    change.save()


def _end(data: Mapping[str, Any]) -> None:
    """An item that is no longer offered, with the one that has taken its place."""
    department = DepartmentPage.objects.get(slug=data["department"])
    values = files.columns_of(GuidePage, data["item"])
    guide: Any = GuidePage(live=False, **values)
    guide.task_code = task_code(department.credit_code, values["item_type"], values["slug"])
    guide.materials = [Material(**files.columns_of(Material, row)) for row in data["materials"]]
    department.add_child(instance=guide)
    guide.save_revision(clean=False).publish()
    _date(guide, data["first"], {})
    texts = {name: data[name] for name in ("reason", "note")}
    successor = GuidePage.objects.get(slug=data["successor"])
    ended = Withdrawal(guide=guide, successor=successor, kind=data["kind"], since=data["since"])
    for name, text in files.columns_of(Withdrawal, texts).items():
        setattr(ended, name, text)
    withdraw(ended, None)
    _date(guide, data["day"], {})
