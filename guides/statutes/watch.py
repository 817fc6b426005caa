"""What the law changes is brought to those whose pages rest on it. Nothing but the flag is made: people decide."""

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from wagtail.models import Page

from guides.codes.statutes import FlagKind
from guides.models import LegalFlag, Statute, StatuteVersion
from knowledge.models import DepartmentPage
from knowledge.models.owned import STEP

from .changes import Change, Words, change_for, corrected, due
from .citing import Cites, citing
from .numbering import ArticleNumber
from .registry import all_names
from .words import words_of


def flag_new_version(statute: Statute, before: StatuteVersion, after: StatuteVersion) -> int:
    """Flag every published page that cites the statute; answers how many flags are new."""
    was, now = words_of(before), words_of(after)
    changes = [(one, change_for(one.article, was, now)) for one in citing(statute, all_names())]
    return _open(statute, changes, f"version {after.dated}", after.effective_on, (before, after))


def flag_correction(statute: Statute, version: StatuteVersion, before: Words, digest: str) -> int:
    """Flag the pages that cite an article of which the same version now says something else."""
    now, touched = words_of(version), corrected(before, words_of(version))
    cited = [one for one in citing(statute, all_names()) if one.article in touched]
    changes = [(one, change_for(one.article, before, now)) for one in cited]
    return _open(statute, changes, f"corrected {digest[:16]}", version.effective_on, (version, version))


def flag_repealed() -> int:
    """Flag the published pages that cite statutes which are repealed, or will be."""
    count = 0
    repealed = list(Statute.objects.exclude(repealed_on=None))
    names = all_names() if repealed else {}
    for statute in repealed:
        last = statute.versions.order_by("dated").last()
        was = words_of(last) if last else {}
        changes = [(one, _repeal(one.article, was)) for one in citing(statute, names)]
        count += _open(statute, changes, f"repealed {statute.repealed_on}", statute.repealed_on, (last, None))
    return count


def _repeal(article: ArticleNumber | None, was: Words) -> Change:
    return Change(FlagKind.REPEALED, article, was.get(article, "") if article else "")


def _open(
    statute: Statute,
    changes: Iterable[tuple[Cites, Change]],
    event: str,
    takes_effect: date | None,
    versions: tuple[StatuteVersion | None, StatuteVersion | None],
) -> int:
    changes = sorted(changes, key=lambda pair: (pair[0].page, pair[0].article or ()))
    departments = _departments({one.page for one, _change in changes})
    today = timezone.localdate()
    before = LegalFlag.objects.filter(statute=statute).count()
    LegalFlag.objects.bulk_create(
        (
            LegalFlag(
                page_id=one.page,
                department_id=departments.get(one.page),
                statute=statute,
                number=one.article.number if one.article else 0,
                insertion=one.article.insertion if one.article else 0,
                kind=change.kind,
                event=event,
                before=change.before,
                after=change.after,
                version_before=versions[0],
                version_after=versions[1],
                opened_on=today,
                due_on=due(today, takes_effect or today),
            )
            for one, change in changes
        ),
        ignore_conflicts=True,
    )
    return int(LegalFlag.objects.filter(statute=statute).count() - before)


def _departments(pages: Iterable[int]) -> dict[int, int]:
    """The department below which each page lies."""
    paths = dict(Page.objects.filter(pk__in=pages).values_list("pk", "path"))
    above = {path[:-STEP] for path in paths.values()}
    departments = dict(DepartmentPage.objects.filter(path__in=above).values_list("path", "pk"))
    return {page: departments[path[:-STEP]] for page, path in paths.items() if path[:-STEP] in departments}
