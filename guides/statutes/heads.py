"""What the head of a statute says: when it was made and by whom, what changed it, since when it is in force. Pure.

The lines below a title are those of the National Database of Laws: a date and an act each, such as
``2021年1月22日 第十三届全国人民代表大会常务委员会第二十五次会议修订``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from guides.codes.statutes import StatuteKind

from .titles import STATE

_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_IN_FORCE = re.compile(
    r"自\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*起?\s*(?:正式)?(?:施行|实施|生效|执行|试行)"
)
_STARTS = re.compile(r"^\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:起)?(?:施行|实施|生效)")
_DOCUMENT_NUMBER = re.compile(r"(?:令|公告)\s*(?:第\s*[0-9０-９零〇一二三四五六七八九十百]+\s*号|〔\d{4}〕\s*\d+\s*号)")
_CHANGED = re.compile(r"修正|修订|修改")
_CONGRESS = re.compile(r"全国人民代表大会(?:常务委员会)?")
_MAKER = re.compile(
    r"^(?:经|由)?(?P<body>[^\s\d，。《》]{0,50}?(?:院|部|委|会|局|署|行|厅|政府|会议))(?:令|第[\d一二三四五六七八九十]+次|批准|发布|公布|通过|颁布|制定)"
)
_PLACE = re.compile(r"^(?!中华人民共和国|国务院)[一-鿿]{2,8}?(?:省|(?<!城)市(?!场)|县|自治区|自治州)")


def dates(text: str) -> list[date]:
    """Every date of the calendar that stands in a text; 1999年2月30日 is none."""
    found = []
    for year, month, day in _DATE.findall(text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


@dataclass(frozen=True)
class Head:
    """``lines`` as they were written; ``amendments`` are those that changed an earlier text."""

    lines: tuple[str, ...]

    @property
    def made(self) -> date | None:
        """The day of the first act."""
        return min((day for line in self.lines for day in dates(line)[:1]), default=None)

    @property
    def last_change(self) -> date | None:
        """The day of the last act that is not the beginning of its force."""
        acts = [day for line in self.lines if not _STARTS.match(line) for day in dates(line)[:1]]
        return max(acts, default=None)

    @property
    def amendments(self) -> tuple[str, ...]:
        return tuple(line for line in self.lines if _CHANGED.search(line))

    @property
    def document_number(self) -> str:
        """令第529号, of the last act that has one."""
        found = [match[0] for line in self.lines if (match := _DOCUMENT_NUMBER.search(line))]
        return found[-1] if found else ""


def effective_on(head: Head, articles: Sequence[str], dated: date) -> date:
    """Since when this version is in force: what its head or its last articles say, but no day before it was made.

    An amended text keeps the old day in its last article; the amendment is in force from its own date unless its head
    says otherwise.
    """
    said = [day for line in head.lines if (match := _STARTS.match(line)) for day in dates(match["day"])]
    for text in reversed(articles[-5:]):
        if match := _IN_FORCE.search(text):
            said += dates(match["day"])[:1]
            break
    return max([dated, *said])


def issuing_body(head: Head, kind: StatuteKind) -> str:
    """Who made it: the first line of the head that names somebody, or else whom the rank means."""
    for line in head.lines:
        if congress := _CONGRESS.search(line):
            return congress[0]
        if maker := _MAKER.match(_DATE.sub("", line).strip()):
            return maker["body"].replace(STATE, "")
    return "国务院" if kind == StatuteKind.ADMINISTRATIVE_REGULATION else ""


def kind_of(title: str, head: Head, shelf: str = "") -> StatuteKind:
    """Its rank (立法法 10, 72, 80, 91, 93, 119). ``shelf`` is the folder it was kept in, which knows best."""
    if shelf in SHELVES:
        return SHELVES[shelf]
    lines = "\n".join(head.lines)
    if "最高人民法院" in title + lines or "最高人民检察院" in title + lines:
        return StatuteKind.JUDICIAL_INTERPRETATION
    if _CONGRESS.search(lines) or (title.endswith(("法", "法典")) and not title.endswith("办法")):
        return StatuteKind.LAW
    if _PLACE.match(title) and "国务院" not in lines:
        return StatuteKind.LOCAL_RULE if "政府令" in lines else StatuteKind.LOCAL_REGULATION
    if "国务院" in lines or title.removeprefix("国务院").startswith("关于") or title.endswith("条例"):
        return StatuteKind.ADMINISTRATIVE_REGULATION
    return StatuteKind.DEPARTMENT_RULE if re.search(r"[部委局署]令第", lines) else StatuteKind.OTHER


LAWS = ("法律", "宪法相关法", "民法商法", "行政法", "经济法", "社会法", "刑法", "诉讼与非诉讼程序法")
SHELVES = {
    **dict.fromkeys(LAWS, StatuteKind.LAW),
    "行政法规": StatuteKind.ADMINISTRATIVE_REGULATION,
    "地方性法规": StatuteKind.LOCAL_REGULATION,
    "部门规章": StatuteKind.DEPARTMENT_RULE,
    "地方政府规章": StatuteKind.LOCAL_RULE,
    "司法解释": StatuteKind.JUDICIAL_INTERPRETATION,
}
