"""Taking records over into the hall: in small transactions, so that whatever ends it leaves whole items or none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import islice

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from guides.models import GuidePage, ImportRun
from knowledge.codelists import ensure_topics
from knowledge.models import User
from knowledge.search.indexing import bulk_changes
from translations.usable_text import UnfitError

from .create import create_items
from .hall import HallBook
from .history import History
from .plan import Decision, Outcome, Reason, RefusedError, decide
from .records import GuideRecord
from .report import Refusal, Report
from .stored import StoredItem, stored_items
from .write import change_item, publish_item

BATCH = 50  # items a transaction
UNWRITABLE = (DatabaseError, ValidationError)  # what writing may still object to after everything was checked
Progress = Callable[[int], object]


def apply_records(
    records: Iterable[GuideRecord | Refusal],
    *,
    publish: bool,
    user: User | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    run: ImportRun | None = None,
) -> Report:
    """Create and change items as the records say; a record that is refused does not stop the others.

    Refusals among the records (a line that could not be read) go into the report. ``user`` limits the import to what
    this person may do, and to drafts, which somebody else publishes (docs/decisions/0026); ``None`` may do everything.
    ``progress`` hears how many records were done. With ``run`` the import can be undone. Imports do not demand
    completeness (docs/decisions/0002): the report counts what is missing.
    """
    if not dry_run:
        ensure_topics()
    publish = publish and user is None
    importer = _Importer(HallBook(user, pretend=dry_run), user, publish, dry_run, History(run, user))
    around: AbstractContextManager[object] = nullcontext() if dry_run else bulk_changes()
    with around:
        for batch in _batched(records, BATCH):
            importer.take(batch)
            importer.history.progress(len(batch))
            if progress:
                progress(len(batch))
    importer.report.departments = importer.hall.made_names
    return importer.report


def _batched(records: Iterable[GuideRecord | Refusal], size: int) -> Iterator[list[GuideRecord | Refusal]]:
    remaining = iter(records)
    while batch := list(islice(remaining, size)):
        yield batch


@dataclass
class _Importer:
    hall: HallBook
    user: User | None
    publish: bool
    dry_run: bool
    history: History
    report: Report = field(default_factory=Report)
    places: dict[str, str] = field(default_factory=dict)  # code -> where it stood first

    def take(self, batch: Sequence[GuideRecord | Refusal]) -> None:
        """One batch: decided and written together; if the database objects, item by item."""
        self.report.refuse(one for one in batch if isinstance(one, Refusal))
        records = [one for one in batch if isinstance(one, GuideRecord) and self._is_first(one)]
        if self.dry_run:
            self._note(*self._decide(records))
            return
        try:
            self._take_together(records)
        except UNWRITABLE:
            self._forget()
            for record in records:
                self._take_alone(record)

    def _take_together(self, records: Sequence[GuideRecord]) -> None:
        self._note(*self._write(records))
        self.hall.commit()

    def _forget(self) -> None:
        """What was remembered of a batch that was rolled back."""
        self.hall.load()
        self.history.forget()

    def _take_alone(self, record: GuideRecord) -> None:
        try:
            self._take_together([record])
        except UNWRITABLE as error:
            self._forget()
            reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
            self.report.refuse([Refusal(record.place, record.code, reason)])

    def _is_first(self, record: GuideRecord) -> bool:
        first = self.places.setdefault(record.code, record.place)
        if record.code and first != record.place:
            reason = _("The same code stands already in %(place)s.") % {"place": first}
            self.report.refuse([Refusal(record.place, record.code, reason)])
            return False
        return True

    def _note(self, decisions: list[Decision], refusals: list[Refusal]) -> None:
        self.report.refuse(refusals)
        for decision in decisions:
            self.report.add(decision)

    def _decide(self, records: Sequence[GuideRecord]) -> tuple[list[Decision], list[Refusal]]:
        codes = [record.code for record in records]
        stored = stored_items(codes, self.hall.keys, self.history.imported_revisions(codes))
        decisions: list[Decision] = []
        refusals: list[Refusal] = []
        for record in records:
            try:
                decisions.append(self._decision(record, stored.get(record.code, [])))
            except RefusedError as refused:
                refusals += _refusals(record, refused)
        return decisions, refusals

    def _decision(self, record: GuideRecord, stored: Sequence[StoredItem]) -> Decision:
        decision = decide(record, stored, self.hall, self.publish)
        if decision.department is None and record.department:
            try:
                made = self.hall.make_department(record.department)
            except UnfitError as error:
                raise RefusedError((Reason("department", str(error)),)) from error
            decision = replace(decision, department=made)
        return decision

    @transaction.atomic
    def _write(self, records: Sequence[GuideRecord]) -> tuple[list[Decision], list[Refusal]]:
        decisions, refusals = self._decide(records)
        self.history.note_departments(self.hall)
        new = [decision for decision in decisions if decision.outcome == Outcome.CREATE]
        for decision, guide in create_items(new, self.hall, self.user, self.publish):
            self.history.note_created(decision, guide)
        changed = [decision for decision in decisions if decision.stored]
        guides = GuidePage.objects.in_bulk([d.stored.key for d in changed if d.stored])
        for decision in changed:
            if decision.stored:
                self._change(decision, guides[decision.stored.key])
        self.history.write()
        return decisions, refusals

    def _change(self, decision: Decision, guide: GuidePage) -> None:
        self.history.note_source(decision, guide)
        if decision.outcome == Outcome.UNCHANGED:
            return
        before = self.history.before(guide)
        if decision.outcome == Outcome.PUBLISH:
            revision = publish_item(guide, self.user)
        else:
            revision = change_item(decision, guide, self.hall.keys, self.user, self.publish)
            self.hall.forget_slugs(decision.department or 0)
        self.history.note_changed(decision, before, revision)


def _refusals(record: GuideRecord, refused: RefusedError) -> Iterator[Refusal]:
    for reason in refused.reasons:
        place = record.cells.get(reason.path, record.place)
        text = f"{reason.path}: {reason.text}" if reason.path else reason.text
        yield Refusal(place, record.code, text)
