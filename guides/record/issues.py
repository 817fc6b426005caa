"""Publishing the lists of items: of every department and of the hall, each quarter and whenever somebody wants it."""

from datetime import date, timedelta

from django.db import transaction

from guides.models import Change, PublishedList
from knowledge.models import DepartmentPage
from knowledge.public import public
from translations.languages import column

from .catalogue import entries_on
from .packing import names_of_object


def last_quarter(today: date) -> tuple[str, date]:
    """The quarter that ended last, and its last day: on 2 July 2026 ``("2026-Q2", 2026-06-30)``."""
    end = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) - timedelta(days=1)
    return f"{end.year}-Q{(end.month + 2) // 3}", end


@transaction.atomic
def publish_lists(period: str, day: date) -> list[PublishedList]:
    """Publish the lists of a period as they stood on a day, all or none; those that are published stay as they are."""
    made = [publish_list(period, day)]
    made += [publish_list(period, day, department) for department in public(DepartmentPage).order_by("path")]
    return [one for one in made if one]


@transaction.atomic
def publish_list(period: str, day: date, department: DepartmentPage | None = None) -> PublishedList | None:
    """One list; nothing where the period has one, or a department had no items."""
    key = department.pk if department else None
    if PublishedList.objects.filter(period=period, department=key).exists():
        return None
    rows = entries_on(day, key)
    if department and not rows:
        return None
    found = PublishedList(period=period, day=day, department_id=key, rows=rows, count=len(rows))
    for code, name in (names_of_object(department) if department else {}).items():
        setattr(found, column("department_name", code), name)
    found.save()
    return found


def publish_last_quarter(today: date) -> list[PublishedList]:
    """The lists of the quarter that ended last, if the record reaches back so far and they are not published yet."""
    period, day = last_quarter(today)
    if PublishedList.objects.filter(period=period, department=None).exists():
        return []
    if not Change.objects.filter(at__date__lte=day).exists():
        return []
    return publish_lists(period, day)
