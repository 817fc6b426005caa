"""What has to be handed in: named clearly, once, with its basis, and nothing that the government has itself."""

import re
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from guides.codes import MaterialKind, Necessity, SourceChannel
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Facts, Hit, Row, Rule, at, each, rows, short, text

LONG_NAME = 80  # characters
FORM = re.compile(r"(?:申请表|申请书|登记表|申报表|审批表|备案表|申报书)[》”]?(?:[（(][^（）()]*[)）])?$")
CERTIFICATE = re.compile(
    r"(?:身份证|户口簿|营业执照|许可证|资格证书?|结婚证|离婚证|不动产权证书?)[》”]?(?:复印件|原件)?$"
)

# Certificates that government bodies issue and keep in shared data (国办发〔2022〕3号); not those of other countries.
OURS = re.compile(
    r"居民身份证|身份证(?!明|件|号)|户口[簿本]|营业执照|结婚证(?!明)|离婚证(?!明)|出生医学证明|不动产权证|房屋所有权证|房产证|土地使用证"
    r"|法人登记证|法人证书|组织机构代码证|税务登记证|残疾人?证(?!明)|居住证(?!明)|机动车?驾驶证|行驶证|道路运输证|食品经营许可证"
    r"|医师资格证|医师执业证|护士执业证|教师资格证|律师执业证"
)
NOT_OURS = re.compile(
    r"^[《“]?原|旧|交回|缴回|收回|遗失|外国|国外|境外|港澳|台湾|军[人官队]|武装|委托|拟|样本|样稿|申请[表书]|声明|无.{0,6}证|注销|照片|半身|电子回执"
)

# 民发〔2020〕20号: what committees of residents and villagers do not have to attest
COMMITTEE = re.compile(r"[村居]委会|[村居]民委员会|社区(?:居委会|出具|开具|证明)|村[（(]居[）)]委")
NOT_THEIRS = re.compile(
    r"亲属关系|居民身份信息|户口登记项目|养犬|无犯罪|社区戒毒|失踪|婚姻|未婚|单身|出生证明|健在|死亡|疾病|残疾|婚育|生育|就业状况|失业|个人档案|财产"
    r"|遗产继承|住所证明|经营场所证明|遗失证明"
)
NUMBERED = re.compile(r"(?:^|[\s；;。])(?:[1-9][.、．)）](?!\d)|[①-⑨]|[（(][一二三四1-4][)）])")


def key(name: str) -> str:
    """Names that mean the same thing: without brackets, spaces and full stops."""
    return re.sub(r"[\s《》“”\"。；;，,、]", "", name)


def is_ours(name: str) -> bool:
    return bool(OURS.search(name)) and not NOT_OURS.search(name)


def _twice(facts: Facts) -> Iterator[Hit]:
    """Of the same name, unless what is said of when it is needed differs."""
    seen: dict[str, list[Row]] = defaultdict(list)
    for number, row in enumerate(rows(facts, "materials")):
        name = key(text(row, "name_zh_hans"))
        alike = [one for one in seen[name] if _when(one) == _when(row)]
        if name and alike:
            yield Hit(f"materials.{number}.name_zh_hans", {"name": short(text(row, "name_zh_hans"))})
        seen[name].append(row)


def _when(row: Row) -> tuple[str, ...]:
    return tuple(
        text(row, name) for name in ("necessity", "remark_zh_hans", "fill_notes_zh_hans", "source_note_zh_hans")
    )


def _uncounted(row: Row, facts: Facts) -> bool:
    return row.get("originals") is None and row.get("copies") is None and not row.get("no_submission")


def _none_of_it(row: Row, facts: Facts) -> bool:
    return row.get("originals") == 0 and row.get("copies") == 0 and not row.get("no_submission")


def _form_without_file(row: Row, facts: Facts) -> bool:
    is_form = row.get("kind") == MaterialKind.FORM or (
        not row.get("kind") and FORM.search(text(row, "name_zh_hans")) is not None
    )
    by_applicant = row.get("source") in (SourceChannel.APPLICANT, "", None)
    return is_form and by_applicant and not row.get("form_page") and not row.get("blank_form")


def _from_committee(row: Row, facts: Facts) -> bool:
    told = " ".join(text(row, name) for name in ("name_zh_hans", "source_note_zh_hans"))
    return "证明" in told and bool(COMMITTEE.search(told)) and bool(NOT_THEIRS.search(text(row, "name_zh_hans")))


def _several(row: Row, facts: Facts) -> bool:
    return len(NUMBERED.findall(text(row, "name_zh_hans"))) > 1


def _conditional_unexplained(row: Row, facts: Facts) -> bool:
    told = ("remark_zh_hans", "acceptance_standard_zh_hans", "fill_notes_zh_hans")
    said = any(text(row, name) for name in told) or re.search(r"[（(]|的$|需", text(row, "name_zh_hans"))
    return row.get("necessity") == Necessity.CONDITIONAL and not said


RULES = (
    Rule(
        "materials.no_basis",
        Level.ADVISE,
        _("“%(name)s”: no provision is named that asks for it."),
        sources.BUSINESS_35,
        each("materials", "required_by_zh_hans", lambda row, f: not text(row, "required_by_zh_hans")),
    ),
    Rule(
        "materials.shared_data",
        Level.ADVISE,
        _("“%(name)s” is issued by the government itself: can it be looked up instead of being handed in?"),
        sources.ONLINE_7,
        each(
            "materials",
            "no_submission",
            lambda row, f: not row.get("no_submission") and is_ours(text(row, "name_zh_hans")),
        ),
    ),
    Rule(
        "materials.from_committee",
        Level.WARN,
        _("“%(name)s” is not for committees of residents or villagers to attest."),
        sources.PROOFS_2020_20,
        each("materials", "name_zh_hans", _from_committee),
    ),
    Rule("materials.twice", Level.WARN, _("“%(name)s” stands here twice."), sources.PRACTICE, _twice),
    Rule(
        "materials.uncounted",
        Level.ADVISE,
        _("“%(name)s”: neither the originals nor the copies are counted."),
        sources.STEPS_2015_86,
        each("materials", "originals", _uncounted),
    ),
    Rule(
        "materials.none_of_it",
        Level.WARN,
        _("“%(name)s”: no original and no copy is asked for. Is it needed?"),
        sources.STEPS_2015_86,
        each("materials", "originals", _none_of_it),
    ),
    Rule(
        "materials.form_without_file",
        Level.ADVISE,
        _("“%(name)s” is a form, but there is no blank one to take: forms are supplied free."),
        sources.LICENSING_29,
        each("materials", "form_page", _form_without_file),
    ),
    Rule(
        "materials.form_by_name",
        Level.WARN,
        _("“%(name)s” is a form by its name, but its kind is “certificate”."),
        sources.PRACTICE,
        each(
            "materials",
            "kind",
            lambda row, f: row.get("kind") == MaterialKind.CERTIFICATE and FORM.search(text(row, "name_zh_hans")),
        ),
    ),
    Rule(
        "materials.certificate_by_name",
        Level.WARN,
        _("“%(name)s” is a certificate by its name, but its kind is “form”."),
        sources.PRACTICE,
        each(
            "materials",
            "kind",
            lambda row, f: row.get("kind") == MaterialKind.FORM and CERTIFICATE.search(text(row, "name_zh_hans")),
        ),
    ),
    Rule(
        "materials.several_in_one",
        Level.WARN,
        _("“%(name)s” are several materials. Give each a row of its own."),
        sources.STEPS_2015_86,
        each("materials", "name_zh_hans", _several),
    ),
    Rule(
        "materials.long_name",
        Level.ADVISE,
        _("“%(name)s” is long for a name (%(length)s characters). Notes on it have fields of their own."),
        sources.PRACTICE,
        each(
            "materials",
            "name_zh_hans",
            lambda row, f: (
                len(text(row, "name_zh_hans")) > LONG_NAME
                and not _several(row, f)
                and {"length": len(text(row, "name_zh_hans"))}
            ),
        ),
    ),
    Rule(
        "materials.when",
        Level.ADVISE,
        _("“%(name)s” is only needed in certain cases; it is not said in which."),
        sources.STEPS_2015_86,
        each("materials", "remark_zh_hans", _conditional_unexplained),
    ),
    Rule(
        "materials.no_source",
        Level.ADVISE,
        _("It is not said who issues “%(name)s”."),
        sources.ELEMENTS_39554_2,
        each(
            "materials",
            "source_note_zh_hans",
            lambda row, f: (
                row.get("source") in (SourceChannel.GOVERNMENT, SourceChannel.INTERMEDIARY, SourceChannel.OTHER)
                and not text(row, "source_note_zh_hans")
                and not row.get("no_submission")
            ),
        ),
    ),
    Rule(
        "materials.service_asks",
        Level.ADVISE,
        _("A public service that asks for %(count)s materials: is each of them needed?"),
        sources.STEPS_2015_86,
        at(
            "materials",
            lambda f: (
                f.get("item_type") == "public_service"
                and len(rows(f, "materials")) > 15
                and {"count": len(rows(f, "materials"))}
            ),
        ),
    ),
)
