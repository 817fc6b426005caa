"""Words and links for what a reading of an item holds."""

from django import template

from guides import wording
from guides.rules import addresses
from translations.reading import Reading

register = template.Library()


@register.filter
def telephone(number: str | None) -> str:
    """``tel:`` address of a number, if it is one."""
    return addresses.telephone_address(number)


@register.filter
def card_facts(guide: Reading) -> list[str]:
    """What a card says below the name: how long, how many visits, how far online."""
    facts = [
        wording.time_limit(guide.promised_days, guide.promised_unit),
        wording.visits(guide.visits),
        wording.online_depth_short(guide.online_depth),
    ]
    return [fact for fact in facts if fact]
