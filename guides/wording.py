"""Numbers and days in words, in the active language. Pure functions: no database, no request."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.codes import LimitUnit, OnlineDepth


def time_limit(days: int | None, unit: str = LimitUnit.WORKING_DAY) -> str:
    """``7`` -> ``"7 working days"`` (``"7个工作日"``); 0 -> ``"on the spot"`` (``"当场办结"``); ``None`` -> ``""``."""
    if days is None:
        return ""
    if days == 0:
        return _("On the spot")
    if unit == LimitUnit.CALENDAR_DAY:
        return ngettext("%(days)d calendar day", "%(days)d calendar days", days) % {"days": days}
    return ngettext("%(days)d working day", "%(days)d working days", days) % {"days": days}


def visits(number: int | None) -> str:
    """How often the applicant must come: ``"No visit needed"``, ``"1 visit"``; ``""`` where nothing is said."""
    if number is None:
        return ""
    if number == 0:
        return _("No visit needed")
    return ngettext("%(number)d visit", "%(number)d visits", number) % {"number": number}


def online_depth_short(depth: str | None) -> str:
    """For a card: only what helps to decide."""
    words = {OnlineDepth.WHOLLY_ONLINE: _("Wholly online"), OnlineDepth.FILING: _("Apply online")}
    return words.get(OnlineDepth(depth), "") if depth in OnlineDepth.values else ""


def how_many(originals: int | None, copies: int | None) -> list[str]:
    """``(1, 2)`` -> ``["1 original", "2 copies"]``; zero and nothing are left out."""
    words = []
    if originals:
        words.append(ngettext("%(number)d original", "%(number)d originals", originals) % {"number": originals})
    if copies:
        words.append(ngettext("%(number)d copy", "%(number)d copies", copies) % {"number": copies})
    return words


def online_depth(depth: str | None) -> str:
    """What the level of C12 means for the applicant."""
    words = {
        OnlineDepth.NONE: _("Not online, only in person"),
        OnlineDepth.INFORMATION: _("Information only"),
        OnlineDepth.FORMS: _("Forms can be downloaded"),
        OnlineDepth.FILING: _("Apply online, then come once at most"),
        OnlineDepth.WHOLLY_ONLINE: _("Everything can be done online"),
    }
    return words[OnlineDepth(depth)] if depth in OnlineDepth.values else ""


def appointments_a_day(number: int | None) -> str:
    """``"40 appointments a day"``; ``""`` where their number is not limited."""
    if not number:
        return ""
    return ngettext("%(number)d appointment a day", "%(number)d appointments a day", number) % {"number": number}


def more_places(number: int) -> str:
    """``"and 3 more places"``."""
    return ngettext("and %(number)d more place", "and %(number)d more places", number) % {"number": number}


def by_post(materials: bool, result: bool) -> str:
    """What may travel by post: materials in, result out, both, or nothing (``""``)."""
    if materials and result:
        return _("You can post the materials and have the result sent to you.")
    if materials:
        return _("You can post the materials.")
    return _("The result can be sent to you.") if result else ""
