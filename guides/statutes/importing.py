"""Taking the texts of statutes over into the registry: file by file, each in a transaction of its own."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from guides.models import Article, Statute, StatuteVersion
from translations.shared_lists.recording import record_entry

from .changes import compared
from .files import Found, text_of
from .parsing import ParsedStatute, UnreadableError, parse
from .registry import free_slug, usual_abbreviations
from .repealing import settle_repeals
from .watch import flag_correction, flag_new_version, flag_repealed
from .words import words_of

READER = "1"  # raise it when the parser reads the same files differently: they are then taken over anew


class Outcome(TextChoices):
    """What a file was to the registry."""

    NEW_STATUTE = "new_statute", gettext_lazy("New statutes")
    NEW_VERSION = "new_version", gettext_lazy("New versions")
    CORRECTED = "corrected", gettext_lazy("Corrected versions")
    UNCHANGED = "unchanged", gettext_lazy("Known already")


@dataclass(frozen=True)
class Problem:
    """A file that could not be read, and why."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


@dataclass
class ImportReport:
    """How many files came to what."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    articles: int = 0
    flags: int = 0
    problems: list[Problem] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)  # versions of which a file has spoken


def import_files(found: Iterable[Found], progress: Callable[[int], object] | None = None) -> ImportReport:
    """Read these files into the registry; one that cannot be read does not stop the others."""
    report, run_at = ImportReport(), timezone.now()
    for one in found:
        try:
            _take(one, run_at, report)
        except UnreadableError as error:
            report.problems.append(Problem(one.name, str(error)))
        except UnicodeDecodeError as error:
            reason = _("The file is not written in UTF-8 (byte %(place)d).") % {"place": error.start}
            report.problems.append(Problem(one.name, reason))
        except DatabaseError as error:
            report.problems.append(Problem(one.name, str(error)))
        if progress:
            progress(1)
    with transaction.atomic():
        settle_repeals()
        report.flags += flag_repealed()
    return report


def _take(one: Found, run_at: datetime, report: ImportReport) -> None:
    if one.problem:
        raise UnreadableError(one.problem)
    digest = _digest(one)
    known = StatuteVersion.objects.filter(digest=digest).values_list("pk", flat=True).first()
    if known:
        report.counts[Outcome.UNCHANGED] += 1
        report.seen.add(known)
        return
    parsed = parse(text_of(one), one.name, one.shelf)
    with transaction.atomic():
        outcome, flags = _Writer(parsed, one, digest, run_at, report.seen).write()
    report.counts[outcome] += 1
    report.articles += 0 if outcome == Outcome.UNCHANGED else len(parsed.articles)
    report.flags += flags


def _digest(one: Found) -> str:
    """Of all that a version follows from: its name says the date."""
    name = PurePosixPath(one.name).name
    return hashlib.sha256(b"\0".join([READER.encode(), name.encode(), one.content])).hexdigest()


@dataclass
class _Writer:
    """One version on its way into the registry."""

    parsed: ParsedStatute
    found: Found
    digest: str
    run_at: datetime
    seen: set[int]

    def write(self) -> tuple[Outcome, int]:
        """What it was, and how many flags it raised."""
        statute = Statute.objects.filter(title_zh_hans=self.parsed.title).first()
        if statute is None:
            self._version(self._statute())
            return Outcome.NEW_STATUTE, 0
        same = statute.versions.filter(dated=self.parsed.dated).first()
        if same:
            return self._second(same) if same.pk in self.seen else self._correct(statute, same)
        before = statute.versions.order_by("dated").last()
        version = self._version(statute)
        if before is None or before.dated > version.dated:
            return Outcome.NEW_VERSION, 0
        self._describe(statute)
        was_known = before.arrived_at < self.run_at  # a first import of several versions is no news
        return Outcome.NEW_VERSION, flag_new_version(statute, before, version) if was_known else 0

    def _second(self, version: StatuteVersion) -> tuple[Outcome, int]:
        """Another file of the same version: the first one counts."""
        words = {article.number: article.text for article in self.parsed.articles}
        if any(not one.is_same for one in compared(words_of(version), words)):
            reason = _("It says something else than %(file)s, which is the same version.") % {"file": version.source}
            raise UnreadableError(reason)
        return Outcome.UNCHANGED, 0

    def _correct(self, statute: Statute, version: StatuteVersion) -> tuple[Outcome, int]:
        """The same version with other words."""
        before = words_of(version)
        version.articles.all().delete()
        self._fill(version)
        settle_versions(statute)
        if version == statute.versions.order_by("dated").last():
            self._describe(statute)
            return Outcome.CORRECTED, flag_correction(statute, version, before, self.digest)
        return Outcome.CORRECTED, 0

    def _statute(self) -> Statute:
        statute = Statute(registered_at=self.run_at, slug=free_slug(self.parsed.title), **self._description())
        statute.abbreviations = usual_abbreviations(self.parsed.title)
        statute.save()
        return statute

    def _describe(self, statute: Statute) -> None:
        Statute.objects.filter(pk=statute.pk).update(**self._description())
        record_entry(Statute.objects.get(pk=statute.pk))

    def _description(self) -> dict[str, Any]:
        parsed = self.parsed
        return {"title_zh_hans": parsed.title, "kind": parsed.kind, "issuing_body_zh_hans": parsed.issuing_body}

    def _version(self, statute: Statute) -> StatuteVersion:
        version = StatuteVersion(statute=statute, dated=self.parsed.dated, arrived_at=self.run_at)
        self._fill(version)
        settle_versions(statute)
        return version

    def _fill(self, version: StatuteVersion) -> None:
        parsed = self.parsed
        version.effective_on, version.document_number = parsed.effective_on, parsed.head.document_number[:100]
        version.head, version.preamble, version.appendix = (
            "\n".join(parsed.head.lines),
            parsed.preamble,
            parsed.appendix,
        )
        version.source, version.digest = self.found.name, self.digest
        version.save()
        self.seen.add(version.pk)
        Article.objects.bulk_create(
            Article(
                version=version,
                number=article.number.number,
                insertion=article.number.insertion,
                written=article.written,
                path="\n".join(article.path),
                text=article.text,
            )
            for article in parsed.articles
        )


def settle_versions(statute: Statute) -> None:
    """A version ends when the next one takes effect, the last one when the statute is repealed.

    A version that takes effect after a later one never was in force.
    """
    repealed_on = Statute.objects.values_list("repealed_on", flat=True).get(pk=statute.pk)
    versions = list(statute.versions.order_by("-dated"))
    next_start = repealed_on
    for later, version in pairwise([None, *versions]):
        if later:
            next_start = min(later.effective_on, next_start) if next_start else later.effective_on
        if version and version.ends_on != next_start:
            StatuteVersion.objects.filter(pk=version.pk).update(ends_on=next_start)
