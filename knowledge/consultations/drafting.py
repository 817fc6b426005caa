"""Words for a reply: what the hall itself would answer, and templates."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from knowledge.answers.answer import Answer
from knowledge.answers.plain import plain_answer
from knowledge.answers.replying import ask
from knowledge.models import Consultation, ReplyTemplate
from translations.reading import Reading

from .references import shown


def suggested(consultation: Consultation) -> str:
    """What the answer engine says, with its source, in the asker's language; empty where it is not certain."""
    with translation.override(consultation.language):
        _results, reply = ask(consultation.question, consultation.language)
        return "\n\n".join("\n".join(_lines(answer)) for answer in reply.answers) if reply else ""


def _lines(answer: Answer) -> Iterator[str]:
    source = answer.source
    yield from plain_answer(answer)
    yield _("Source: %(name)s, %(address)s") % {
        "name": source.name.plain,
        "address": f"{settings.BASE_URL}{source.url}",
    }


def templates_for(consultation: Consultation) -> QuerySet[ReplyTemplate]:
    """Those of its department and those of all."""
    return ReplyTemplate.objects.filter(Q(department=None) | Q(department=consultation.department))


def filled_in(template: ReplyTemplate, consultation: Consultation) -> str:
    """The template's text in the asker's language, with what is known about the question."""
    text = Reading(template, consultation.language).text.plain
    department = consultation.department
    known = {
        "{reference}": shown(consultation.code),
        "{item}": consultation.page.title if consultation.page else "",
        "{phone}": department.phone if department else "",
    }
    for place, value in known.items():
        text = text.replace(place, value)
    return str(text)
