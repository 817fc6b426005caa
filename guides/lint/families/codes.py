"""Is an item's code what it seems to be?

Codes are opaque strings: provinces write them in several ways, and about three in a hundred are irregular. So nothing
here refuses a code; what looks wrong is said to the editor, who knows better.
"""

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Rule, at, text
from guides.rules.codes import CATALOG, SICHUAN, DecodedCode, decode
from knowledge import credit_code


def _decoded(facts: Facts) -> DecodedCode | None:
    return decode(text(facts, "task_code"))


def _odd_catalog(facts: Facts) -> object:
    code = text(facts, "catalog_code")
    return code and not CATALOG.match(code) and {"code": code}


def _odd_form(facts: Facts) -> object:
    code = text(facts, "task_code")
    return code and not SICHUAN.match(code) and not decode(code) and {"code": code}


def _wrong_check(facts: Facts) -> object:
    parts = _decoded(facts)
    return parts and not credit_code.is_valid(parts.body) and {"code": parts.body}


def _other_catalog(facts: Facts) -> object:
    parts, given = _decoded(facts), text(facts, "catalog_code")
    return parts and given and parts.catalog != given and {"found": parts.catalog, "given": given}


def _other_prefix(facts: Facts) -> object:
    task, item = text(facts, "task_code"), text(facts, "handle_item_code")
    return task and item and not item.startswith(task[:31])


def _shared(facts: Facts) -> object:
    others = facts.get("same_code") or ()
    return others and {"item": others[0]}


RULES = (
    Rule(
        "codes.task_form",
        Level.WARN,
        _("The implementation code %(code)s is neither in the national form nor in that of Sichuan."),
        sources.CODES_39554_1,
        at("task_code", _odd_form),
    ),
    Rule(
        "codes.credit_code",
        Level.WARN,
        _("The credit code %(code)s within the implementation code has a wrong check character."),
        sources.CODES_39554_1,
        at("task_code", _wrong_check),
    ),
    Rule(
        "codes.catalog_differs",
        Level.WARN,
        _("The implementation code contains the catalogue code %(found)s, not %(given)s."),
        sources.CODES_39554_1,
        at("task_code", _other_catalog),
    ),
    Rule(
        "codes.catalog_form",
        Level.WARN,
        _("The catalogue code %(code)s does not have the twelve characters of the national form."),
        sources.CODES_39554_1,
        at("catalog_code", _odd_catalog),
    ),
    Rule(
        "codes.item_prefix",
        Level.WARN,
        _("The sub-item code does not begin with the implementation code."),
        sources.CODES_39554_1,
        at("handle_item_code", _other_prefix),
    ),
    Rule(
        "codes.shared",
        Level.WARN,
        _("“%(item)s” has the same implementation code."),
        sources.CODES_39554_1,
        at("task_code", _shared),
    ),
)
