"""How to hand in, and what makes it easier; what a service does not offer is not mentioned."""

from django.utils.translation import gettext as _

from guides import wording
from guides.codes import CrossRegionScope
from guides.glance import Fact, fact
from guides.reading_rows import download
from guides.rules.addresses import web_address
from knowledge.answers.answer import Link
from translations.reading import Reading
from translations.wording import enumeration, long_date


def ways_in(item: Reading) -> list[Fact]:
    """Channels, appointments, post, kiosks, where in the country, and help by an agent."""
    facts = [
        fact(_("Ways to apply"), [enumeration(item.channels_labels)]),
        _appointments(item),
        fact(_("Anywhere in"), [_scope(item)], [item.cross_region_note]),
        fact(_("By post or courier"), [wording.by_post(item.mail_in, item.courier_delivery)]),
        fact(_("Self-service"), [_("Can be done at a self-service terminal.")] if item.self_service_terminal else []),
        fact(_("Offered online"), [enumeration(item.online_functions_labels)]),
        fact(_("One login"), [_("One login serves for all services of the province.")] if item.single_sign_on else []),
        _agents(item),
        fact(_("Older people"), [_("Adapted to the needs of older people.")] if item.elder_friendly else []),
    ]
    return [one for one in facts if one]


def _scope(item: Reading) -> str:
    scope = item.cross_region_scope
    return str(CrossRegionScope(scope).label) if scope in CrossRegionScope.values else ""


def _appointments(item: Reading) -> Fact:
    if not item.takes_appointments:
        return fact(_("Appointments"), [])
    links = [Link(web_address(item.appointment_url), _("Make an appointment"))]
    quota = wording.appointments_a_day(item.appointment_quota)
    return fact(_("Appointments"), [_("You can make an appointment.")], [quota, item.appointment_rule], links)


def _agents(item: Reading) -> Fact:
    if not item.agent_assistance:
        return fact(_("Help by an agent"), [])
    return fact(_("Help by an agent"), [_("Staff can do the paperwork for you, free of charge.")], [item.agent_note])


def eased_terms(item: Reading) -> list[Fact]:
    """Tolerant acceptance (容缺受理) and notice-and-commitment (告知承诺)."""
    facts = []
    if item.tolerant_acceptance:
        words = _("The case is accepted although a material marked “may be handed in later” is still missing.")
        facts.append(fact(_("Tolerant acceptance"), [words], [item.tolerant_note]))
    if item.notice_commitment:
        words = _("Your written commitment can take the place of a proof.")
        letter = download(item.commitment_document)
        links = [Link(letter.url, _("Letter of commitment (%(kind)s)") % {"kind": letter.kind})] if letter else []
        facts.append(fact(_("Notice and commitment"), [words], [item.commitment_note], links))
    return facts


def record(item: Reading) -> list[Fact]:
    """The entry in the official list: codes, powers, bodies, versions."""
    facts = [
        fact(_("Item type"), [item.get_item_type_display()]),
        fact(_("Handling type"), [item.get_handling_type_display()]),
        fact(_("Review"), [item.get_review_type_display()]),
        fact(_("Source of power"), [item.get_power_source_display()]),
        fact(_("Level of exercise"), [enumeration(item.levels_labels)]),
        fact(_("District"), [item.district.name] if item.district else []),
        fact(_("Delegating body"), [item.delegating_body]),
        fact(_("Bodies that take part"), [item.joint_bodies]),
        fact(_("Responsible post"), [item.responsible_post]),
        fact(_("In force from"), [long_date(item.effective_date)]),
        fact(_("In force until"), [long_date(item.end_date)]),
        fact(_("Version"), [str(item.version)] if item.version else []),
    ]
    return [one for one in facts if one]


def codes(item: Reading) -> list[tuple[str, str]]:
    """The item's codes with their names."""
    found = [
        (_("Implementation code"), item.task_code),
        (_("Catalogue code"), item.catalog_code),
        (_("Sub-item code"), item.handle_item_code),
        (_("Local catalogue code"), item.local_catalog_code),
        (_("Local implementation code"), item.local_task_code),
    ]
    return [(label, code) for label, code in found if code]
