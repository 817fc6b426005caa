"""Changing and publishing one item, as an editor would."""

from typing import Any

from django.db.models import Model
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail.signal_handlers import disable_reference_index_auto_update

from guides.models import GuidePage
from guides.models.responsibility import CERTIFICATION
from guides.responsibility.certifying import may_certify, set_certification
from knowledge.models import User
from translations.languages import default_language

from .indexes import index_references
from .plan import TOPICS, Decision, Outcome
from .schema import Column, Kind, guide_columns, relations, row_columns
from .stored import Keys, newest


def set_columns(instance: Model, columns: dict[str, Column], values: dict[str, Any], keys: Keys) -> None:
    """Put plain values into an item or row."""
    for name, value in values.items():
        column = columns[name]
        if column.kind == Kind.REFERENCE:
            setattr(instance, column.field.attname, keys.key(column, value))
        else:
            setattr(instance, name, None if value == "" and column.field.null else value)


def change_item(decision: Decision, guide: GuidePage, keys: Keys, user: User | None, publish: bool) -> Revision:
    """Save the change as a revision and publish it, unless an editor's unpublished work is in it.

    ``guide`` is the item as the database has it.
    """
    draft = newest(guide)
    if not guide.has_unpublished_changes:
        draft.change_weight = draft.change_reason = ""  # they spoke of the change that was published
    draft.change_reason = draft.change_reason or _reason()
    for change in decision.changes:
        _apply_change(draft, change.column, change.new, keys)
    draft.sync_title()
    with disable_reference_index_auto_update():
        # What is in the list was checked; what an editor left unfinished in a draft may stay unfinished.
        revision = draft.save_revision(user=user, log_action=True, clean=False)
        if publish and decision.outcome == Outcome.UPDATE:
            revision.publish(user=user)
    _certify(decision, guide, revision, user)
    index_references([GuidePage.objects.get(pk=guide.pk)])
    return revision


def _certify(decision: Decision, guide: GuidePage, revision: Revision, user: User | None) -> None:
    """What an official list says of the certification holds at once: it belongs to the item and to no version of it.

    What a person brings certifies only what readers have: no item whose text changes with it and waits for a review.
    """
    new = {change.column: change.new for change in decision.changes if change.column in CERTIFICATION}
    certifies_all = user is None or (may_certify(user, guide) and len(new) == len(decision.changes))
    if new and certifies_all:
        guide.latest_revision = revision
        set_certification(guide, new, user)


def _reason() -> str:
    with translation.override(default_language()):
        return _("Brought into line with an official list")


def publish_item(guide: GuidePage, user: User | None) -> Revision:
    """Publish the latest revision of an item."""
    revision: Revision = guide.latest_revision or guide.save_revision(user=user, clean=False)
    with disable_reference_index_auto_update():
        revision.publish(user=user)
    index_references([GuidePage.objects.get(pk=guide.pk)])
    return revision


def _apply_change(guide: GuidePage, column: str, new: Any, keys: Keys) -> None:
    if column == TOPICS:
        guide.topics = [keys.topics[topic] for topic in new]
    elif column in relations():
        _replace_rows(guide, column, new, keys)
    else:
        set_columns(guide, guide_columns(), {column: new}, keys)


def _replace_rows(guide: GuidePage, relation: str, new: list[dict[str, Any]], keys: Keys) -> None:
    """Rows keep their keys by position, so that Wagtail can compare them with what they were."""
    old = [row.pk for row in getattr(guide, relation).all()]
    rows = []
    for number, values in enumerate(new):
        row = relations()[relation](pk=old[number] if number < len(old) else None, sort_order=number)
        set_columns(row, row_columns(relation), values, keys)
        rows.append(row)
    setattr(guide, relation, rows)
