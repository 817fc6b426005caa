"""Which statutes of the registry others have ended."""

from datetime import date

from guides.models import Article, Statute

from .registry import all_names, meant
from .repeals import SIGN, repealed_titles

Repeals = dict[int, tuple[date, int]]  # statute -> since when, and by which


def settle_repeals() -> None:
    """Keep which statutes are repealed, as the articles of the registry say."""
    found = _repeals()
    for statute in Statute.objects.all():
        on, by = found.get(statute.pk, (None, None))
        if (statute.repealed_on, statute.repealed_by_id) != (on, by):
            Statute.objects.filter(pk=statute.pk).update(repealed_on=on, repealed_by=by)
            _end_last_version(statute, on)


def _repeals() -> Repeals:
    """A statute that was made anew after it was repealed is not repealed any more."""
    names, found = all_names(), Repeals()
    last_dates = dict(_last_versions())
    articles = Article.objects.filter(text__contains=SIGN).select_related("version").order_by("version__dated")
    for article in articles:
        version = article.version
        for title in repealed_titles([article.text]):
            candidates = list(meant(title, names))
            target = candidates[0].key if len(candidates) == 1 else None
            if target and target != version.statute_id and last_dates[target] < version.dated:
                found.setdefault(target, (version.effective_on, version.statute_id))
    return found


def _last_versions() -> list[tuple[int, date]]:
    return list(Statute.objects.values_list("pk", "versions__dated").order_by("versions__dated"))


def _end_last_version(statute: Statute, on: date | None) -> None:
    last = statute.versions.order_by("dated").last()
    if last:
        statute.versions.filter(pk=last.pk).update(ends_on=on)
