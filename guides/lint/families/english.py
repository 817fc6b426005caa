"""English, for items that foreigners need: investors, and those who come with them."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from guides.codes import Audience
from guides.lint import sources
from guides.lint.levels import Level
from guides.lint.rule import Check, Facts, Hit, Rule, at, rows, short, text
from guides.lint.texts import ENGLISH, HAN, texts

TOPIC = "organisation/070"  # 涉外服务
FOR_COMPANIES = frozenset({Audience.ENTERPRISE, Audience.UNINCORPORATED})
FOREIGN = re.compile(r"外商|外资|外国(?!图书|文学|语)|外籍|中外合资|中外合作经营|来华|[A-Z]\d?字签证|涉外")
CHINESE_SHARE = 0.3  # more Chinese characters than this in an English text are no names or terms
MAIN_TEXT = {"conditions": "text", "materials": "name", "steps": "name", "results": "name", "fee_items": "name"}


def needs_english(facts: Facts, is_chosen: bool = False) -> bool:
    """Chosen for the guide for investors; of companies, in the topic of foreign affairs; or foreign by its name."""
    companies = bool(FOR_COMPANIES & set(facts.get("audiences") or ()))
    of_topic = companies and TOPIC in {str(topic) for topic in facts.get("topics") or ()}
    return is_chosen or of_topic or bool(FOREIGN.search(text(facts, "name_zh_hans")))


def _missing(column: str) -> Check:
    return at(f"{column}{ENGLISH}", lambda f: f.get("for_investors") and not text(f, f"{column}{ENGLISH}"))


def _missing_rows(relation: str) -> Check:
    def when(facts: Facts) -> object:
        column = MAIN_TEXT[relation]
        found = rows(facts, relation)
        without = [row for row in found if text(row, f"{column}_zh_hans") and not text(row, f"{column}{ENGLISH}")]
        return facts.get("for_investors") and without and {"count": len(without), "all": len(found)}

    return at(relation, when)


def _chinese(facts: Facts) -> Iterator[Hit]:
    for place, value in texts(facts, ENGLISH):
        signs = len(re.sub(r"[\W\d_]", "", value))
        if signs and len(HAN.findall(value)) / signs > CHINESE_SHARE:
            yield Hit(place, {"text": short(value)})


def _unreviewed(facts: Facts) -> bool:
    has = bool(text(facts, f"name{ENGLISH}") and text(facts, f"summary{ENGLISH}"))
    return bool(facts.get("for_investors")) and has and not facts.get("translation_reviewed_en")


RULES = (
    Rule(
        "english.name",
        Level.WARN,
        _("Foreigners need this item: it has no English name."),
        sources.FORMS_30240,
        _missing("name"),
    ),
    Rule(
        "english.summary",
        Level.WARN,
        _("Foreigners need this item: it has no English summary."),
        sources.FORMS_30240,
        _missing("summary"),
    ),
    *(
        Rule(
            f"english.{relation}",
            Level.ADVISE,
            _("Foreigners need this item: %(count)s of %(all)s rows have no English."),
            sources.FORMS_30240,
            _missing_rows(relation),
        )
        for relation in MAIN_TEXT
    ),
    Rule(
        "english.unreviewed",
        Level.ADVISE,
        _("Foreigners need this item: its English is written, but not reviewed, so readers do not see it."),
        sources.PRACTICE,
        at("translation_reviewed_en", _unreviewed),
    ),
    Rule(
        "english.chinese",
        Level.WARN,
        _("“%(text)s” stands in the English, but is Chinese."),
        sources.FORMS_30240,
        _chinese,
    ),
)
