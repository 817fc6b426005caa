"""What the applicant receives, against its kind, its sample and its delivery."""

import re

from django.utils.translation import gettext_lazy as _

from guides.codes import OnlineDepth, ResultKind
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Row, Rule, each, text

from .completeness import is_licence

CERTIFICATE = re.compile(r"(?:证|证书|执照|许可证|证明书|登记证明)[》”]?(?:[（(][^（）()]*[)）])?$")
APPROVAL = re.compile(r"(?:批复|批文|批准书|决定书|意见书|核准书|批准文件)[》”]?(?:[（(][^（）()]*[)）])?$")
NOTHING = re.compile(r"^(?:无|没有|无结果|不产生结果)。?$")
BY_POST = re.compile(r"邮寄|快递|邮政|寄送|寄递")


def _is_something(row: Row) -> bool:
    return row.get("kind") != ResultKind.NONE and not NOTHING.match(text(row, "name_zh_hans"))


def _no_delivery(row: Row, facts: Facts) -> bool:
    said = text(row, "delivery_zh_hans") or row.get("electronic") or facts.get("courier_delivery")
    return _is_something(row) and not said and facts.get("online_depth") != OnlineDepth.WHOLLY_ONLINE


RULES = (
    Rule(
        "results.is_certificate",
        Level.WARN,
        _("“%(name)s” is a certificate by its name, but has another kind."),
        sources.PRACTICE,
        each(
            "results",
            "kind",
            lambda row, f: (
                CERTIFICATE.search(text(row, "name_zh_hans"))
                and row.get("kind") in (ResultKind.APPROVAL, ResultKind.OTHER, ResultKind.NONE)
            ),
        ),
    ),
    Rule(
        "results.is_approval",
        Level.WARN,
        _("“%(name)s” is a written approval by its name, but has another kind."),
        sources.PRACTICE,
        each(
            "results",
            "kind",
            lambda row, f: (
                APPROVAL.search(text(row, "name_zh_hans"))
                and row.get("kind") in (ResultKind.CERTIFICATE, ResultKind.NONE)
            ),
        ),
    ),
    Rule(
        "results.named_but_none",
        Level.WARN,
        _("“%(name)s” is named as a result, but its kind is “none”."),
        sources.PRACTICE,
        each(
            "results",
            "kind",
            lambda row, f: (
                row.get("kind") == ResultKind.NONE
                and not NOTHING.match(name := text(row, "name_zh_hans"))
                and not CERTIFICATE.search(name)
                and not APPROVAL.search(name)
            ),
        ),
    ),
    Rule(
        "results.no_kind",
        Level.ADVISE,
        _("The kind of the result “%(name)s” is not given."),
        sources.ELEMENTS_39554_2,
        each("results", "kind", lambda row, f: not row.get("kind") and _is_something(row)),
    ),
    Rule(
        "results.no_sample",
        Level.ADVISE,
        _("No sample of the result “%(name)s”."),
        sources.PRACTICE,
        each(
            "results",
            "sample",
            lambda row, f: row.get("kind") in (ResultKind.CERTIFICATE, ResultKind.APPROVAL) and not row.get("sample"),
        ),
    ),
    Rule(
        "results.no_delivery",
        Level.ADVISE,
        _("It is not said how the result “%(name)s” reaches the applicant."),
        sources.LICENSING_44,
        each("results", "delivery_zh_hans", _no_delivery),
    ),
    Rule(
        "results.no_validity",
        Level.ADVISE,
        _("It is not said how long the licence “%(name)s” is valid."),
        sources.LICENSING_50,
        each(
            "results",
            "validity_zh_hans",
            lambda row, f: (
                is_licence(f) and row.get("kind") == ResultKind.CERTIFICATE and not text(row, "validity_zh_hans")
            ),
        ),
    ),
    Rule(
        "results.post_not_offered",
        Level.WARN,
        _("The result “%(name)s” is sent by post, but the item says that nothing is sent by courier."),
        sources.PRACTICE,
        each(
            "results",
            "delivery_zh_hans",
            lambda row, f: BY_POST.search(text(row, "delivery_zh_hans")) and not f.get("courier_delivery"),
        ),
    ),
)
