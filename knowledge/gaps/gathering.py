"""The list of gaps is brought up to date: every day, and when somebody asks for it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from knowledge.codes import GapState
from knowledge.models import DepartmentPage, Gap, GapSign
from knowledge.models.gaps import TITLE_LENGTH
from knowledge.search.synonyms import thesaurus

from .grouping import Found, Subject, grouped, keywords
from .signs import all_signs


@transaction.atomic
def gather(today: date | None = None) -> int:
    """Take up what is missing now; answers how many gaps are open.

    A subject that is on the list stays what it is, with whoever works on it. What has no sign any more, and nobody has
    taken up, goes by itself. Signs of a gap that was closed count for it, so that it is seen what closing it did.
    """
    found = all_signs(today or timezone.localdate())
    known = {(sign.kind, sign.text, sign.language): sign.gap for sign in GapSign.objects.select_related("gap")}
    GapSign.objects.all().update(people=0)
    departments = set(DepartmentPage.objects.values_list("pk", flat=True))
    for subject in grouped(found, thesaurus()):
        gap = next((known[_key(sign)] for sign in subject.signs if _key(sign) in known), None)
        _write(subject, gap or _new(subject, departments))
    _settle()
    return Gap.objects.filter(state=GapState.OPEN).count()


def _key(sign: Found) -> tuple[str, str, str]:
    kind, text, language = sign.key
    return kind, text[:TITLE_LENGTH], language


def _new(subject: Subject, departments: set[int]) -> Gap:
    return Gap.objects.create(
        title=subject.title[:TITLE_LENGTH],
        keywords="、".join(keywords(sign.text for sign in subject.signs))[:TITLE_LENGTH],
        department_id=subject.department if subject.department in departments else None,
    )


def _write(subject: Subject, gap: Gap) -> None:
    for sign in subject.signs:
        kind, text, language = _key(sign)
        GapSign.objects.update_or_create(
            kind=kind,
            text=text,
            language=language,
            defaults={"gap": gap, "people": sign.people, "page_id": sign.page or None},
        )


def _settle() -> None:
    """How many people each gap concerns; what concerns nobody any more goes, unless somebody has taken it up."""
    GapSign.objects.filter(people=0, gap__state=GapState.OPEN).delete()
    for gap in Gap.objects.prefetch_related("signs"):
        gap.people = sum(sign.people for sign in gap.signs.all())
        if gap.state == GapState.OPEN and not gap.people and gap.assigned_to_id is None:
            gap.delete()
        else:
            gap.save(update_fields=["people"])
