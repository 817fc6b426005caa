"""What is to be written in a place, by its name."""

import re

from .drafts import Draft, Shape
from .fields import FieldKind
from .labels import compact
from .vocabulary import LONG

ROOMY = (34.0, 120.0)  # height and width of a cell for more than one line, in points
# Order matters: the first that fits counts.
_NAMES: tuple[tuple[FieldKind, re.Pattern[str]], ...] = (
    (FieldKind.ID_NUMBER, re.compile(r"身份证(?!件)(?:明)?(?:号码?|编号|$)|公民身份|居民身份|身份证件?号码|ID\s*(?:card\s*)?n(?:o|umber)", re.IGNORECASE)),
    (FieldKind.CREDIT_CODE, re.compile(r"统一社会信用代码|社会统一信用代码|社会信用代码|credit\s+code", re.IGNORECASE)),
    (FieldKind.POSTCODE, re.compile(r"邮政?编码?|邮编|post(?:al)?\s*code|\bzip\b(?!.*city)", re.IGNORECASE)),
    (FieldKind.EMAIL, re.compile(r"电子邮[箱件]|邮箱|e-?mail", re.IGNORECASE)),
    (FieldKind.PHONE, re.compile(r"电话|手机|联系方式|移动号码|传真|telephone|phone|mobile|\btel\b|\bfax\b", re.IGNORECASE)),
    (FieldKind.DATE, re.compile(r"(?:日期|年月日|出生年月|年月)$|(?:成立|出生|发证|签发|注册|开业|起始|终止|登记|到期)时间$|^date|\bdate\b.{0,12}$", re.IGNORECASE)),
    (FieldKind.MONEY, re.compile(r"(?:金额|资金|资本|总额|税额|收入|工资|出资额|价款?|费用|余额|投资额?|造价|产值|限额|补贴|补助)(?:[（(].*[）)])?$|[（(](?:单位[:：])?[万亿千百]?元[）)]|\bamount\b", re.IGNORECASE)),
    (FieldKind.NUMBER, re.compile(r"(?:人数|数量|份数|面积|年龄|户数|次数|台数|套数|个数|天数|重量|长度|比例)(?:[（(].*[）)])?$")),
)  # fmt: skip
_MONEY_UNIT = re.compile(r"^[（(]?[万亿千百]?元|人民币|美元")


def kind_of(draft: Draft) -> FieldKind:
    """The kind of a place that an applicant fills in."""
    if draft.shape is Shape.BOX:
        return FieldKind.OPTION
    if draft.shape is Shape.DATE:
        return FieldKind.DATE
    named = by_name(draft.label)
    if named is None and draft.unit:
        named = FieldKind.MONEY if _MONEY_UNIT.match(draft.unit) else FieldKind.NUMBER
    if named is not None:
        return named
    if draft.shape is Shape.COMB:
        return FieldKind.DIGITS
    return FieldKind.LONG_TEXT if _is_roomy(draft) else FieldKind.TEXT


def by_name(label: str) -> FieldKind | None:
    """``"法定代表人身份证号码"`` -> ``ID_NUMBER``; nothing for a name that says no kind."""
    plain = compact(label)
    return next((kind for kind, pattern in _NAMES if pattern.search(plain)), None)


def _is_roomy(draft: Draft) -> bool:
    """Has the cell room for several lines? A little less is enough where the name asks for a text."""
    height, width = ROOMY
    if draft.shape is not Shape.CELL:
        return False
    enough = height * (0.85 if LONG.search(draft.label) else 1)
    return draft.rect.height > enough and draft.rect.width > width
