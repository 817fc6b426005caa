"""Remembering, in the transaction that makes or changes items, what an import did to them."""

from collections.abc import Iterable

from wagtail.models import Page, Revision

from guides.models import GuidePage, ImportedItem, ImportedSource, ImportRun
from knowledge.models import User

from .hall import HallBook
from .plan import Decision


class History:
    """Collects what a batch did and writes it down; without a run only the source records."""

    def __init__(self, run: ImportRun | None, user: User | None) -> None:
        self.run = run
        self.user = user
        self._items: list[ImportedItem] = []
        self._sources: list[ImportedSource] = []

    def imported_revisions(self, codes: Iterable[str]) -> set[int]:
        """Keys of the revisions that imports made of the items with these codes."""
        made = ImportedItem.objects.filter(code__in=list(codes), revision_after__isnull=False)
        return set(made.values_list("revision_after_id", flat=True))

    def before(self, guide: GuidePage) -> ImportedItem:
        """What to return to. An item that never had a revision gets one of its present state."""
        if guide.latest_revision_id is None:
            guide.save_revision(user=self.user, changed=False, clean=False)
        drafted = guide.has_unpublished_changes
        return ImportedItem(
            run=self.run,
            page_id=guide.pk,
            code=guide.task_code,
            was_live=guide.live,
            was_public=guide.live and not drafted,
            revision_before_id=guide.latest_revision_id,
        )

    def note_changed(self, decision: Decision, item: ImportedItem, revision: Revision) -> None:
        item.revision_after = revision
        self._items.append(item)

    def note_created(self, decision: Decision, guide: GuidePage) -> None:
        self._items.append(self._made(guide, guide.task_code))
        self.note_source(decision, guide)

    def note_departments(self, hall: HallBook) -> None:
        """Departments that were made in this batch."""
        self._items += [self._made(page, page.credit_code) for page in hall.made]

    def _made(self, page: Page, code: str) -> ImportedItem:
        return ImportedItem(
            run=self.run, page_id=page.pk, code=code, created=True, revision_after_id=page.latest_revision_id
        )

    def note_source(self, decision: Decision, guide: GuidePage) -> None:
        if decision.record.source:
            profile = self.run.profile if self.run else ""
            self._sources.append(
                ImportedSource(guide=guide, profile=profile, run=self.run, data=decision.record.source)
            )

    def write(self) -> None:
        """Write down what was collected."""
        self._write_sources()
        if self.run:
            ImportedItem.objects.bulk_create(self._items)
        self.forget()

    def forget(self) -> None:
        """The batch was written, or rolled back."""
        self._items, self._sources = [], []

    def progress(self, done: int) -> None:
        """Say that the run is alive, and how far it is."""
        if self.run:
            self.run.done += done
            self.run.save(update_fields=["done", "changed_at"])

    def _write_sources(self) -> None:
        known = {
            (source.guide_id, source.profile): source
            for source in ImportedSource.objects.filter(guide__in=[source.guide_id for source in self._sources])
        }
        new = []
        for source in self._sources:
            old = known.get((source.guide_id, source.profile))
            if old is None:
                new.append(source)
            elif old.data != source.data:
                old.data, old.run = source.data, source.run
                old.save(update_fields=["data", "run"])
        ImportedSource.objects.bulk_create(new)
