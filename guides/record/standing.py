"""An item as it stood: the page of a snapshot, in memory, whatever has become of the page and of its model since."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model
from django.utils import timezone
from modelcluster.models import get_all_child_relations, model_from_serializable_data

from guides.exchange.schema import Column, Kind, guide_columns, relations, row_columns
from guides.models import Change, GuidePage
from knowledge.models import DepartmentPage
from translations.languages import column, content_languages
from translations.reading import REVIEW_MARK
from translations.revisions import without_bare_keys

from .packing import Content, References, unpack

FORM_PAGE = "form_page"


def end_of(day: date) -> datetime:
    """The first moment after a day, in the hall's time zone."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def page_of(change: Change) -> GuidePage:
    """The item as this publication left it, with rows, topics and department; nothing of it is stored."""
    content, references = unpack(change.snapshot.content)
    page: Any = GuidePage.from_serializable_data(_usable(content), check_fks=False)
    for relation in get_all_child_relations(GuidePage):
        if relation.get_accessor_name() not in content:
            setattr(page, relation.get_accessor_name(), [])  # a kind of rows that came later: not those of today
    _refer([page], guide_columns(), references)
    for name in relations():
        _refer(getattr(page, name).all(), row_columns(name), references)
    page.url_path = change.address
    page.department = department_of(change)
    return page


def department_of(change: Change) -> DepartmentPage:
    """The department under its name of then; it may have been deleted since."""
    found = DepartmentPage.objects.filter(pk=change.department_id).first()
    department = found or DepartmentPage(url_path=change.address.rstrip("/").rpartition("/")[0] + "/")
    for code in content_languages():
        setattr(department, column("name", code), getattr(change, column("department_name", code)))
        setattr(department, column(REVIEW_MARK, code), True)
    return department


def _usable(content: Content) -> Content:
    """Without values that the columns of today cannot take."""
    fit = _fitting(GuidePage, content)
    for relation in get_all_child_relations(GuidePage):
        name = relation.get_accessor_name()
        if name in content:
            fit[name] = [_fitting(relation.related_model, row) for row in content[name]]
    return fit


def _fitting(model: type[Model], data: Mapping[str, Any]) -> Content:
    return {name: value for name, value in data.items() if _takes(model, name, value)}


def _takes(model: type[Model], name: str, value: Any) -> bool:
    try:
        field: Any = model._meta.get_field(name)
        if not field.is_relation:
            field.to_python(value)
    except FieldDoesNotExist:
        return name == "pk"
    except (TypeError, ValueError, ValidationError):
        return False
    return True


def _refer(holders: Iterable[Any], columns: Mapping[str, Column], references: References) -> None:
    """Give objects what they referred to: as it was then, where that was kept, else as it is now, if it still is."""
    for one in (one for one in columns.values() if one.kind == Kind.REFERENCE):
        holding = [holder for holder in holders if getattr(holder, one.field.attname)]
        find = _finder(one, {getattr(holder, one.field.attname) for holder in holding}, references)
        for holder in holding:
            _put(holder, one, find(getattr(holder, one.field.attname)), references)


def _finder(one: Column, keys: set[int], references: References) -> Callable[[int], Model | None]:
    model = apps.get_model(one.target)
    kept = references.get(one.target, {})
    then = {key: kept[str(key)]["data"] for key in keys if "data" in kept.get(str(key), {})}
    now = model._default_manager.in_bulk(keys - then.keys()) if keys - then.keys() else {}

    def find(key: int) -> Model | None:
        if key in then:
            data = _fitting(model, without_bare_keys(model, then[key]))
            found: Model = model_from_serializable_data(model, data, check_fks=False)
            return found
        return now.get(key)

    return find


def _put(holder: Any, one: Column, found: Model | None, references: References) -> None:
    if one.name == FORM_PAGE:  # today's form may be another one: it is named, not offered
        holder.form_then = references.get(one.target, {}).get(str(holder.form_page_id), {}).get("names", {})
        found = None
    setattr(holder, one.name, found)
