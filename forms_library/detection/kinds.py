"""What is to be written in a place, by its name."""

import re

from .drafts import Draft, Shape
from .fields import FieldKind
from .labels import compact
from .vocabulary import LONG


def _pattern(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(ways), re.IGNORECASE)


ROOMY = (34.0, 120.0)  # height and width of a cell for more than one line, in points
# Order matters: the first that fits counts.
_NAMES: tuple[tuple[FieldKind, re.Pattern[str]], ...] = (
    (
        FieldKind.ID_NUMBER,
        _pattern(r"身份证(?!件)(?:明)?(?:号码?|编号|$)", r"公民身份", r"居民身份证", r"ID\s*(?:card\s*)?n(?:o|umber)"),
    ),
    (FieldKind.CREDIT_CODE, _pattern(r"统一社会信用代码", r"社会统一信用代码", r"社会信用代码", r"credit\s+code")),
    (FieldKind.POSTCODE, _pattern(r"邮政?编码?", r"邮编", r"post(?:al)?\s*code", r"\bzip\b(?!.*city)")),
    (FieldKind.EMAIL, _pattern(r"电子邮[箱件]", r"邮箱", r"e-?mail")),
    (FieldKind.PHONE, _pattern(r"电话|手机|联系方式|移动号码|传真", r"telephone|phone|mobile", r"\btel\b", r"\bfax\b")),
    (
        FieldKind.DATE,
        _pattern(
            r"(?:日期|年月日|出生年月|年月|(?:有效期|期限)至)$",
            r"(?:成立|出生|发证|签发|注册|开业|起始|终止|登记|到期)时间$",
            r"^date",
            r"\bdate\b.{0,12}$",
        ),
    ),
    (
        FieldKind.MONEY,
        _pattern(
            r"(?:金额|资金|资本|总额|税额|收入|工资|出资额|价款?|费用|余额|投资额?|造价|产值|限额|补贴|补助)(?:[（(].*[）)])?$",
            r"[（(](?:单位[:：])?[万亿千百]?元[）)]",
            r"\bamount\b",
        ),
    ),
    (
        FieldKind.NUMBER,
        _pattern(r"(?:人数|人口数|数量|份数|面积|年龄|户数|次数|台数|套数|个数|天数|重量|长度|比例)(?:[（(].*[）)])?$"),
    ),
)
# What may be written there is not of one kind: "身份证号/护照号", "金额（大写）", "起止年月".
_OTHER_NUMBERS = re.compile(r"护照(?!有效期)|通行证|军官证|大写|起止|有效证件")
_ENGLISH_BEHIND = re.compile(r"(?<=[一-鿿）)])\s*[A-Za-z][^一-鿿]*$")
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
    """``"法定代表人身份证号码"`` -> ``ID_NUMBER``; nothing for a name that says no kind.

    Of a name in two languages (``"出生日期 Date of birth"``) the Chinese is enough.
    """
    plain = compact(label)
    return _by_words(plain) or _by_words(_ENGLISH_BEHIND.sub("", plain))


def _by_words(plain: str) -> FieldKind | None:
    found = [kind for kind, pattern in _NAMES if pattern.search(plain)]
    if not found or {FieldKind.ID_NUMBER, FieldKind.CREDIT_CODE} <= set(found) or _OTHER_NUMBERS.search(plain):
        return None
    return found[0]


def _is_roomy(draft: Draft) -> bool:
    """Has the cell room for several lines? A little less is enough where the name asks for a text."""
    height, width = ROOMY
    if draft.shape is not Shape.CELL:
        return False
    enough = height * (0.85 if LONG.search(draft.label) else 1)
    return draft.rect.height > enough and draft.rect.width > width
