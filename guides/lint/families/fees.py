"""What it costs, on what basis, and by which standard."""

import re

from django.utils.translation import gettext_lazy as _

from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Row, Rule, at, each, text

from .completeness import is_licence

FREE = re.compile(r"^(?:不收费|免费|不收取(?:任何)?费用|无|零收费)。?$")
# An amount, that there is none, or where the rate stands.
AMOUNT = re.compile(
    r"[\d０-９〇一二三四五六七八九十百千万]\s*(?:元|%|％|‰|角|分)|免|不收|零|税率|费率|幅度|按(?:照)?.{0,20}(?:执行|计算|核定)"
)
BY_LAW = re.compile(r"法|条例|国务院|国发|国办发|行政法规")


def _unlawful(row: Row) -> bool:
    basis = text(row, "basis_zh_hans")
    return bool(basis) and not BY_LAW.search(basis)


RULES = (
    Rule(
        "fees.no_standard",
        Level.WARN,
        _("The fee “%(name)s” has no standard: how much is it?"),
        sources.DISCLOSURE_20_8,
        each("fee_items", "standard_zh_hans", lambda row, f: not text(row, "standard_zh_hans")),
    ),
    Rule(
        "fees.no_basis",
        Level.WARN,
        _("The fee “%(name)s” has no basis."),
        sources.DISCLOSURE_20_8,
        each("fee_items", "basis_zh_hans", lambda row, f: not text(row, "basis_zh_hans")),
    ),
    Rule(
        "fees.no_amount",
        Level.ADVISE,
        _("The standard of the fee “%(name)s” names no amount."),
        sources.LICENSING_59,
        each(
            "fee_items",
            "standard_zh_hans",
            lambda row, f: text(row, "standard_zh_hans") and not AMOUNT.search(text(row, "standard_zh_hans")),
        ),
    ),
    Rule(
        "fees.licence_without_law",
        Level.ADVISE,
        _("A licence is free unless a law or regulation of the State Council sets a fee; the basis names none."),
        sources.LICENSING_58,
        each("fee_items", "basis_zh_hans", lambda row, f: is_licence(f) and _unlawful(row)),
    ),
    Rule(
        "fees.rows_but_free",
        Level.WARN,
        _("Fees are listed, but the item is said to charge none."),
        sources.PRACTICE,
        at("charges_fee", lambda f: f.get("fee_items") and not f.get("charges_fee")),
    ),
    Rule(
        "fees.note_denies",
        Level.WARN,
        _("The note says that it is free, but the item is said to charge a fee."),
        sources.PRACTICE,
        at("fee_note_zh_hans", lambda f: f.get("charges_fee") and FREE.match(text(f, "fee_note_zh_hans"))),
    ),
)
