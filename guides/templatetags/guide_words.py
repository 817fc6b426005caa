"""Words and links for what a reading of an item holds."""

from datetime import date

from django import template
from django.utils import timezone

from guides import reading_rows, wording
from guides.rules import addresses
from translations.local_text import as_written
from translations.reading import Reading
from translations.wording import long_date

register = template.Library()

register.filter("telephone", addresses.telephone_address)
register.filter("web_address", addresses.web_address)
register.filter("long_date", long_date)
register.filter("as_written", as_written)
register.filter("download", reading_rows.download)


@register.filter
def how_many(material: Reading) -> list[str]:
    """Originals and copies of a material, in words."""
    return wording.how_many(material.originals, material.copies)


@register.filter
def days_of_procedure(procedure: Reading) -> str:
    """How long a special procedure takes, in words."""
    return wording.time_limit(procedure.days, procedure.unit)


@register.filter
def card_facts(guide: Reading) -> list[str]:
    """What a card says below the name: how long, how many visits, how far online."""
    facts = [
        wording.time_limit(guide.promised_days, guide.promised_unit),
        wording.visits(guide.visits),
        wording.online_depth_short(guide.online_depth),
    ]
    return [fact for fact in facts if fact]


@register.simple_tag
def today() -> date:
    """The day in the hall's time zone."""
    return timezone.localdate()
