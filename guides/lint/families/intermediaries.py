"""Services that applicants must buy first (中介服务)."""

import re

from django.utils.translation import gettext_lazy as _

from guides.codes import SourceChannel
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Row, Rule, at, each, rows, text

ONE_BODY = re.compile(r"^[^、，,；;或和及等\n]{2,40}(?:公司|事务所|中心|研究院|设计院|检测站|协会)$")
ANY_BODY = re.compile(r"具[有备]|资质|资格|任[一何]|符合|自行|自主|依法|各")


def _names_one(row: Row) -> bool:
    providers = text(row, "providers_zh_hans").rstrip("。")
    return bool(ONE_BODY.match(providers)) and not ANY_BODY.search(providers)


def _unlisted(facts: Facts) -> bool:
    issued = [row for row in rows(facts, "materials") if row.get("source") == SourceChannel.INTERMEDIARY]
    return bool(issued) and not facts.get("intermediary_services")


RULES = (
    Rule(
        "intermediaries.no_basis",
        Level.WARN,
        _("The intermediary service “%(name)s” needs a basis: a law, regulation or decision of the State Council."),
        sources.BUSINESS_43,
        each("intermediary_services", "basis_zh_hans", lambda row, f: not text(row, "basis_zh_hans")),
    ),
    Rule(
        "intermediaries.no_providers",
        Level.WARN,
        _("It is not said who offers the intermediary service “%(name)s”."),
        sources.BUSINESS_43,
        each("intermediary_services", "providers_zh_hans", lambda row, f: not text(row, "providers_zh_hans")),
    ),
    Rule(
        "intermediaries.no_fee",
        Level.WARN,
        _("It is not said what the intermediary service “%(name)s” costs, or who pays."),
        sources.BUSINESS_43,
        each("intermediary_services", "fee_zh_hans", lambda row, f: not text(row, "fee_zh_hans")),
    ),
    Rule(
        "intermediaries.one_provider",
        Level.WARN,
        _("Only one body is named for “%(name)s”: nobody may be made to choose a particular one."),
        sources.BUSINESS_43,
        each("intermediary_services", "providers_zh_hans", lambda row, f: _names_one(row)),
    ),
    Rule(
        "intermediaries.unlisted",
        Level.WARN,
        _("A material is issued by an intermediary, but no intermediary service is listed."),
        sources.BUSINESS_43,
        at("intermediary_services", _unlisted),
    ),
)
