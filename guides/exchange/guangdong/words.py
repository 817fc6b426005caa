"""What the list's words mean in our code lists, and how it says "nothing"."""

from typing import Any

from django.utils.translation import gettext as _

from guides.codes import Audience, ItemStatus, ItemType, Level
from translations.usable_text import UnfitError

NOTHING = frozenset({"", "无", "无。", "无w", "暂无", "-", "/"})

TYPES = {
    "行政许可": ItemType.LICENCE,
    "行政处罚": ItemType.PENALTY,
    "行政强制": ItemType.COERCION,
    "行政征收": ItemType.COLLECTION,
    "行政给付": ItemType.PAYMENT,
    "行政检查": ItemType.INSPECTION,
    "行政确认": ItemType.CONFIRMATION,
    "行政奖励": ItemType.REWARD,
    "行政裁决": ItemType.ADJUDICATION,
    "其他行政权力": ItemType.OTHER_POWER,
    "公共服务": ItemType.PUBLIC_SERVICE,
}

LEVELS = {
    "国家级": Level.NATION,
    "省级": Level.PROVINCE,
    "市级": Level.CITY,
    "县级": Level.COUNTY,
    "镇（乡、街道）级": Level.TOWNSHIP,
    "村（社区）级": Level.VILLAGE,
}

AUDIENCES = {
    "自然人": Audience.INDIVIDUAL,
    "企业法人": Audience.ENTERPRISE,
    "事业法人": Audience.PUBLIC_INSTITUTION,
    "社会组织法人": Audience.SOCIAL_ORGANISATION,
    "非法人企业": Audience.UNINCORPORATED,
    "行政机关": Audience.GOVERNMENT,
    "其他组织": Audience.OTHER,
}

STATES = {"1": ItemStatus.IN_USE, "2": ItemStatus.SUSPENDED, "3": ItemStatus.CANCELLED}

FLAGS = {"是": True, "支持": True, "否": False, "不支持": False}


def is_nothing(value: Any) -> bool:
    """Does the list say nothing here? ``null``, an empty text or list, or 无."""
    return value in (None, []) or (isinstance(value, str) and value.strip() in NOTHING)


def text(row: dict[str, Any], name: str) -> str:
    """A field's text without the space around it; empty where the list says nothing. Raises ``UnfitError``."""
    value = row.get(name)
    if is_nothing(value):
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnfitError(_("%(field)s: a text is expected.") % {"field": name})
    return str(value).strip()


def texts(row: dict[str, Any], name: str) -> list[str]:
    """A field's list of texts; one text counts as a list of one."""
    value = row.get(name)
    if is_nothing(value):
        return []
    if isinstance(value, str):
        return [value.strip()]
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise UnfitError(_("%(field)s: a list of texts is expected.") % {"field": name})
    return [entry.strip() for entry in value if not is_nothing(entry)]
