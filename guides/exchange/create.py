"""Making many items at once.

One ``add_child``, ``save_revision`` and ``publish`` an item cost 0.1 seconds, most of it in questions whose answers are
known here. This writes the same rows, a batch at a time: page, item, rows, topics, revision, log entries, and tells
everybody who listens to ``page_published``. Receivers of ``post_save`` hear of the items with ``raw=True``, and of the
rows nothing: Wagtail's own, which keep the search and reference indexes, are replaced by ``indexes.py``.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import F, Max
from django.utils import timezone, translation
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Revision
from wagtail.signals import page_published

from guides.models import GuidePage
from knowledge.models import User
from translations.languages import default_language

from .hall import HallBook
from .indexes import index_pages
from .plan import NAME, Decision
from .schema import SLUG, guide_columns, relations, row_columns
from .stored import Keys
from .write import set_columns

Made = list[tuple[Decision, GuidePage]]


def create_items(decisions: Sequence[Decision], hall: HallBook, user: User | None, publish: bool) -> Made:
    """Make the items, in a transaction of the caller's. Every decision names its department."""
    made: Made = []
    ordered = sorted(decisions, key=lambda decision: decision.department or 0)
    for department, group in groupby(ordered, key=lambda decision: decision.department):
        parent = Page.objects.select_for_update().get(pk=department)
        made += _below(parent, list(group), hall, user)
    guides = [guide for _decision, guide in made]
    with translation.override(default_language()):  # bare columns are read in the language of record
        _insert(guides)
    _record(guides, user, publish)
    index_pages(guides)
    _announce(guides, user, publish)
    return made


def _below(parent: Page, decisions: list[Decision], hall: HallBook, user: User | None) -> Made:
    last = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).aggregate(last=Max("path"))["last"]
    step = Page.numconv_obj().str2int(last[-Page.steplen :]) if last else 0
    made: Made = []
    for number, decision in enumerate(decisions, start=step + 1):
        guide = _built(decision, hall, parent)
        guide.path = parent.path + Page.numconv_obj().int2str(number).rjust(Page.steplen, Page.alphabet[0])
        guide.depth = parent.depth + 1
        guide.owner = user
        guide.set_url_path(parent)
        made.append((decision, guide))
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(decisions))
    return made


def _built(decision: Decision, hall: HallBook, parent: Page) -> GuidePage:
    """The item in memory, with its rows and topics."""
    record = decision.record
    guide = GuidePage(live=False, locale=Locale.get_default())
    set_columns(guide, guide_columns(), record.values, hall.keys)
    guide.slug = hall.take_slug(record.values.get(SLUG, ""), record.values[NAME], parent.pk)
    guide.sync_title()
    guide.draft_title = guide.title
    guide.wagtail_admin_comments = []
    for relation in relations():  # also those without rows: what is set is not looked up in the database
        setattr(guide, relation, _rows(relation, record.rows.get(relation, ()), hall.keys))
    guide.topics = [hall.keys.topics[topic] for topic in record.topics or ()]
    return guide


def _rows(relation: str, given: Sequence[dict[str, Any]], keys: Keys) -> list[Any]:
    rows = []
    for number, values in enumerate(given):
        row = relations()[relation](sort_order=number)
        set_columns(row, row_columns(relation), values, keys)
        rows.append(row)
    return rows


def _insert(guides: list[GuidePage]) -> None:
    pages = Page.objects.bulk_create([_page_part(guide) for guide in guides])
    for guide, page in zip(guides, pages, strict=True):
        guide.pk = guide.id = guide.page_ptr_id = page.pk
        guide.save_base(raw=True, force_insert=True)  # the item's own table: its page is there already
    for relation, model in relations().items():
        rows = [(guide, row) for guide in guides for row in getattr(guide, relation).all()]
        for guide, row in rows:
            row.page_id = guide.pk
        model._default_manager.bulk_create([row for _guide, row in rows])
    _insert_topics(guides)


def _page_part(guide: GuidePage) -> Page:
    return Page(**{field.attname: getattr(guide, field.attname) for field in Page._meta.concrete_fields})


def _insert_topics(guides: Iterable[GuidePage]) -> None:
    through: Any = GuidePage.topics.through
    through.objects.bulk_create(
        through(guidepage_id=guide.pk, topic_id=topic.pk) for guide in guides for topic in guide.topics.all()
    )


def _record(guides: list[GuidePage], user: User | None, publish: bool) -> None:
    """Their first revisions, and with ``publish`` their first appearance in public."""
    now = timezone.now()
    revisions = Revision.objects.bulk_create([_revision(guide, user, now) for guide in guides])
    for guide, revision in zip(guides, revisions, strict=True):
        guide.latest_revision = revision
        guide.latest_revision_created_at = now
        guide.has_unpublished_changes = not publish
        if publish:
            guide.live = True
            guide.live_revision = revision
            guide.first_published_at = guide.last_published_at = now
    Page.objects.bulk_update([_page_part(guide) for guide in guides], _PUBLISHING_FIELDS)


_PUBLISHING_FIELDS = [
    "latest_revision",
    "latest_revision_created_at",
    "has_unpublished_changes",
    "live",
    "live_revision",
    "first_published_at",
    "last_published_at",
]


def _revision(guide: GuidePage, user: User | None, now: datetime) -> Revision:
    return Revision(
        content_object=guide,
        base_content_type=guide.get_base_content_type(),
        user=user,
        created_at=now,
        content=guide.serializable_data(),
        object_str=str(guide),
    )


def _announce(guides: Iterable[GuidePage], user: User | None, publish: bool) -> None:
    for guide in guides:
        revision = guide.latest_revision
        log(instance=guide, action="wagtail.create", user=user, content_changed=True)
        if publish:
            page_published.send(sender=GuidePage, instance=guide, revision=revision)
            log(instance=guide, action="wagtail.publish", user=user, revision=revision, content_changed=True)
