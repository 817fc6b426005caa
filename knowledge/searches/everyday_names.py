"""Giving an item an everyday name, the way an editor would in the item's own form."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from knowledge.models.owned import with_departments
from knowledge.search import registry
from knowledge.search.characters import query_key
from knowledge.search.documents import PageIndex
from knowledge.search.finding import find_some
from knowledge.search.found import Found
from translations.languages import column
from translations.local_text import LocalText
from translations.reading import Reading

MOST = 20  # items that are proposed
REACH = 500  # hits among which those are looked for that an editor may change


class Outcome(Enum):
    """What became of a new everyday name."""

    SUBMITTED = "submitted"  # for review: nobody publishes what they wrote
    DRAFT_WITH_OTHERS = "draft with others"  # somebody's unfinished work must not be submitted by the way
    DRAFT_TO_PUBLISH = "draft to publish"  # by somebody else, where there is no workflow
    THERE_ALREADY = "there already"
    LOCKED = "locked"


@dataclass(frozen=True)
class Proposal:
    """An item that may be meant."""

    page: Any
    name: str
    above: LocalText | None

    def __str__(self) -> str:
        return f"{self.name} · {self.above.plain}" if self.above else self.name


def kinds() -> dict[type[Page], PageIndex]:
    """The kinds of pages on which editors write everyday names."""
    return {index.get_model(): index for index in registry.kinds() if index.everyday_field}


def editable(user: Any) -> QuerySet[Page]:
    """The pages that this person may give an everyday name."""
    pages: Any = page_permission_policy.instances_user_has_permission_for(user, "change")
    return pages.type(*kinds())


def proposals(words: str, language: str, user: Any) -> list[Proposal]:
    """The items that have at least some of these words and that this person may change, the likeliest first."""
    models = kinds()
    hits = [hit for hit in find_some(Found(words).plan)[:REACH] if hit.model in models]
    may = set(editable(user).filter(pk__in=[int(hit.pk) for hit in hits]).values_list("pk", flat=True))
    keys = [int(hit.pk) for hit in hits if int(hit.pk) in may][:MOST]
    found = {one.page.pk: one for model, index in models.items() for one in _read(model, index, keys, language)}
    return [found[key] for key in keys if key in found]


def _read(model: type[Page], index: PageIndex, keys: list[int], language: str) -> Iterable[Proposal]:
    for page in with_departments(index.for_readers(model.objects.filter(pk__in=keys))):
        reading = Reading(page, language)
        yield Proposal(page, reading.name.plain, index.above(reading))


def with_name(names: str | None, words: str) -> str | None:
    """The everyday names, one a line, with one more; ``None`` where it is among them."""
    lines = [line.strip() for line in (names or "").splitlines() if line.strip()]
    if query_key(words) in map(query_key, lines):
        return None
    return "\n".join([*lines, words])


@transaction.atomic
def add_name(key: int, words: str, language: str, user: Any) -> Outcome:
    """Add an everyday name to the latest state of a page, and submit it where nothing else waits to be published.

    The page was public and its other texts stay as they are, so that no completeness is asked for. Raises
    ``PermissionDenied`` for a page that is not this person's to change.
    """
    page = Page.objects.select_for_update().get(pk=key).specific
    rights = page.permissions_for_user(user)
    if not rights.can_edit() or type(page) not in kinds():
        raise PermissionDenied
    if rights.page_locked():
        return Outcome.LOCKED
    with_others = page.has_unpublished_changes or not page.live
    draft = page.get_latest_revision_as_object()
    field = column(kinds()[type(page)].everyday_field, language)
    names = with_name(getattr(draft, field), words)
    if names is None:
        return Outcome.THERE_ALREADY
    setattr(draft, field, names)
    # What an editor left unfinished in a draft may stay unfinished.
    draft.save_revision(user=user, log_action=True, clean=False)
    if with_others:
        return Outcome.DRAFT_WITH_OTHERS
    if not rights.can_submit_for_moderation():
        return Outcome.DRAFT_TO_PUBLISH
    draft.get_workflow().start(draft, user)
    return Outcome.SUBMITTED
