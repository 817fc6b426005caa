"""One object of the list to one record."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from guides.codes import Channel, LimitUnit, OnlineDepth
from guides.exchange.records import DepartmentRef, DistrictRef, GuideRecord
from guides.rules.codes import decode
from knowledge import credit_code
from translations.usable_text import UnfitError

from .limits import limit
from .phones import contacts
from .themes import topics
from .words import AUDIENCES, FLAGS, LEVELS, STATES, TYPES, is_nothing, text, texts

PLACE_PREFIX = "办理地点："
NO_COUNTER = "无线下办理窗口"
NO_CONDITION = frozenset({"无条件受理", "无受理条件", "无条件办理", "无条件", "直接申请", "按需申请", "无申请条件"})
NO_CONDITION_TEXT = "无受理条件，按需申请"
NO_STATUTORY_LIMIT = "无法定办结时限"
NO_PROMISED_LIMIT = "无承诺办结时限"
URL_LENGTH = 1000

# Everything that a mapping below reads. A field that is not here goes into the source record as it is.
MAPPED = {
    "TASK_CODE", "TASK_NAME", "TASK_TYPE", "TASK_TYPE_TEXT", "TASK_STATE", "ORGCODE", "DEPT_NAME", "AREACODE",
    "AREA_CODE_TEXT", "CATAID", "URL", "LIMIT_SCENE_NUM", "ONLINECHECK", "matter_code", "matter_level",
    "matter_type", "district", "visit_number", "co_department", "handle_location", "handle_time",
    "handle_time_limit", "accept_standard", "consult_phone", "complain_phone", "courier_service",
    "online_book", "online_book_addr", "theme_category", "service_object_name", "material_intro",
}  # fmt: skip
# Names of the item and of its place in the catalogue that repeat the item's own name.
REPEATED = ("matter_name", "subCatalogName", "CATANAME", "parentCatalogName")

Row = dict[str, Any]
Columns = dict[str, Any]


def record_of(row: Row, place: str) -> GuideRecord:
    """The record of one line. Raises ``UnfitError`` when a field is not of the kind the list has."""
    left: dict[str, Any] = {}
    code = text(row, "TASK_CODE")
    audiences = _coded_list(row, "service_object_name", AUDIENCES, left)
    keys, left_themes = topics(texts(row, "theme_category"), audiences)
    if left_themes:
        left["theme_category"] = left_themes
    values = {
        "name_zh_hans": text(row, "TASK_NAME"),
        "audiences": audiences,
        **codes(row, left),
        **kind(row, left),
        **time_limits(row, left),
        **access(row, left),
    }
    return GuideRecord(
        code=code,
        department=department(row),
        values=values,
        rows=rows(row, left),
        topics=keys,
        source={**kept(row), **left},
        place=place,
    )


def codes(row: Row, left: Row) -> Columns:
    """Catalogue code, sub-item code (its 33 characters are the item's code as well), the code of the older list."""
    code = text(row, "TASK_CODE")
    parts = decode(code)
    catalog = text(row, "CATAID") or (parts.catalog if parts else "")
    older = text(row, "matter_code")
    if (organisation := text(row, "ORGCODE")) and organisation != code[8:17]:
        left["ORGCODE"] = organisation
    return {
        "catalog_code": catalog,
        "handle_item_code": code if parts and parts.item else "",
        "local_task_code": older if older != code else "",
        "district": text(row, "AREACODE") or None,
    }


def kind(row: Row, left: Row) -> Columns:
    """Type, level and state."""
    for name in ("TASK_TYPE_TEXT", "matter_type"):
        if not is_nothing(row.get(name)) and text(row, name) not in TYPES:
            left[name] = row[name]
    level = text(row, "matter_level") or text(row, "district")
    columns: Columns = {
        "item_type": TYPES.get(text(row, "TASK_TYPE_TEXT")) or TYPES.get(text(row, "matter_type"), ""),
        "levels": [LEVELS[level]] if level in LEVELS else [],
    }
    if level and level not in LEVELS:
        left["matter_level"] = level
    state = text(row, "TASK_STATE")
    if state in STATES:
        columns["status"] = STATES[state]
    elif state:
        left["TASK_STATE"] = state
    if bodies := text(row, "co_department"):
        columns["joint_bodies_zh_hans"] = bodies
    return columns


def time_limits(row: Row, left: Row) -> Columns:
    """Statutory and promised limit; where the list says 无, a note says so."""
    columns: Columns = {}
    for name, prefix, nothing in (
        ("handle_time", "statutory", NO_STATUTORY_LIMIT),
        ("handle_time_limit", "promised", NO_PROMISED_LIMIT),
    ):
        found = limit(text(row, name))
        columns[f"{prefix}_days"] = found.days if found else None
        columns[f"{prefix}_unit"] = found.unit if found else LimitUnit.WORKING_DAY
        columns[f"{prefix}_note_zh_hans"] = "" if found else text(row, name) or nothing
    return columns


def access(row: Row, left: Row) -> Columns:
    """Visits, channels, online depth and addresses."""
    visits = _visits(row, left)
    online = text(row, "ONLINECHECK") == "1"
    columns: Columns = {
        "visits": visits,
        "channels": [*([Channel.COUNTER] if _address(row) else []), *([Channel.ONLINE] if online else [])],
        "online_depth": online_depth(online, visits),
        "online_url": _url(row, "URL", left),
        "appointment_url": _url(row, "online_book_addr", left),
    }
    for name, column in (("online_book", "takes_appointments"), ("courier_service", "courier_delivery")):
        answer = text(row, name)
        if answer in FLAGS:
            columns[column] = FLAGS[answer]
        elif answer:
            left[name] = answer
    return columns


def online_depth(online: bool, visits: int | None) -> str:
    """Online without any visit is level IV, with one visit level III; of more the list says too little."""
    if not online:
        return OnlineDepth.NONE
    return {0: OnlineDepth.WHOLLY_ONLINE.value, 1: OnlineDepth.FILING.value}.get(-1 if visits is None else visits, "")


def _visits(row: Row, left: Row) -> int | None:
    number = text(row, "visit_number") or text(row, "LIMIT_SCENE_NUM")
    if number.isdecimal():
        return int(number)
    if number:
        left["visit_number"] = number
    return None


def _url(row: Row, name: str, left: Row) -> str:
    address = text(row, name)
    if not address:
        return ""
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError:
        left[name] = address
        return ""
    if len(address) > URL_LENGTH:
        left[name] = address
        return ""
    return address


def _coded_list(row: Row, name: str, words: Mapping[str, str], left: Row) -> list[str]:
    given = texts(row, name)
    if unknown := [word for word in given if word not in words]:
        left[name] = unknown
    return [words[word] for word in given if word in words]


def department(row: Row) -> DepartmentRef:
    """The department by name and credit code, in the district of its area code."""
    parts = decode(text(row, "TASK_CODE"))
    level = LEVELS.get(text(row, "matter_level") or text(row, "district"), "")
    area = text(row, "AREACODE")
    name = text(row, "DEPT_NAME")
    if not name:
        raise UnfitError(_("%(field)s: the name of the department is missing.") % {"field": "DEPT_NAME"})
    district = DistrictRef(area, district_name(text(row, "AREA_CODE_TEXT")), level) if area else None
    body = parts.body if parts and credit_code.has_form(parts.body) else ""  # a few bodies have a provisional code
    return DepartmentRef(name=name, credit_code=body, level=level, district=district)


def district_name(text_of_area: str) -> str:
    """``"广东省广州市"`` -> ``"广州市"``: the list writes the whole way down."""
    _province, mark, below = text_of_area.partition("省")
    return below if mark and below else text_of_area


def rows(row: Row, left: Row) -> dict[str, list[Columns]]:
    """Rows of the kinds about which the list says something."""
    found: dict[str, list[Columns]] = {}
    if names := texts(row, "material_intro"):
        found["materials"] = [{"name_zh_hans": name} for name in names]
    if standard := text(row, "accept_standard"):
        found["conditions"] = [{"text_zh_hans": NO_CONDITION_TEXT if standard in NO_CONDITION else standard}]
    if text(row, "handle_location"):
        address = _address(row)
        found["windows"] = [{"address_zh_hans": address}] if address else []
    for name, relation in (("consult_phone", "enquiries"), ("complain_phone", "complaints")):
        ways = contacts(text(row, name))
        if ways.rows:
            found[relation] = [{"kind": way.kind, "value": way.value, "note_zh_hans": way.note} for way in ways.rows]
        if not ways.whole:
            left[name] = text(row, name)
    return found


def _address(row: Row) -> str:
    place = text(row, "handle_location")
    return "" if place == NO_COUNTER else place.removeprefix(PLACE_PREFIX).strip()


def kept(row: Row) -> dict[str, Any]:
    """Fields without a column, as the list has them; names that only repeat the item's are not kept."""
    name = row.get("TASK_NAME")
    return {
        field: value
        for field, value in row.items()
        if field not in MAPPED and not is_nothing(value) and not (field in REPEATED and value == name)
    }
