"""What the hall holds of the items that records name, as plain data."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, prefetch_related_objects
from wagtail.models import Page

from forms_library.models import FormDocument, FormPage
from guides.models import GuidePage
from knowledge.models import District, ServicePoint, Topic

from .schema import Column, Kind, guide_columns, relations, row_columns
from .values import Known


@dataclass(frozen=True)
class StoredItem:
    """The newest state of an item: its latest draft where there is one, else what is public."""

    key: int
    code: str
    department: int  # primary key of the department's page
    values: dict[str, Any]
    rows: dict[str, list[dict[str, Any]]]
    topics: tuple[str, ...]
    live: bool = False
    public: bool = False  # is the newest state the public one?
    edited: bool = False  # does it hold unpublished work of an editor?
    locked: bool = False


@dataclass
class Keys:
    """Natural keys of what items refer to, both ways: ``{"knowledge.district": {"511800": 3}}``."""

    by_name: dict[str, dict[str, int]] = field(default_factory=dict)
    names: dict[str, dict[int, str]] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        return {model: found.keys() for model, found in self.by_name.items()}

    def name(self, column: Column, key: int | None) -> str | None:
        """The natural key of what a reference points to."""
        return self.names[column.target].get(key) if key is not None else None

    def key(self, column: Column, name: str | None) -> int | None:
        """The primary key of what a natural key names."""
        return self.by_name[column.target][name] if name is not None else None

    def add(self, model: type[Model], name: str, key: int) -> None:
        label = model._meta.label_lower
        self.by_name.setdefault(label, {})[name] = key
        self.names.setdefault(label, {})[key] = name


def load_keys() -> Keys:
    """All natural keys of the hall. Documents with the same title are told apart as ``title#12``."""
    keys = Keys(topics={topic.key: topic for topic in Topic.objects.all()})
    for model, attribute in ((District, "code"), (ServicePoint, "slug")):
        keys.by_name[model._meta.label_lower] = {}
        keys.names[model._meta.label_lower] = {}
        for key, name in model.objects.values_list("pk", attribute):
            keys.add(model, name, key)
    _add_documents(keys)
    _add_forms(keys)
    return keys


def _add_documents(keys: Keys) -> None:
    documents = list(FormDocument.objects.order_by("pk").values_list("pk", "title"))
    titles = Counter(title for _key, title in documents)
    label = FormDocument._meta.label_lower
    keys.by_name[label] = {}
    keys.names[label] = {}
    for key, title in documents:
        keys.add(FormDocument, title if titles[title] == 1 else f"{title}#{key}", key)


def _add_forms(keys: Keys) -> None:
    """Forms of the library by department and slug: ``civil-affairs/marriage-application``."""
    forms = list(FormPage.objects.order_by("path").values_list("pk", "path", "slug"))
    paths = {path[: -FormPage.steplen] for _key, path, _slug in forms}
    departments = dict(Page.objects.filter(path__in=paths).values_list("path", "slug"))
    label = FormPage._meta.label_lower
    keys.by_name[label] = {}
    keys.names[label] = {}
    for key, path, slug in forms:
        keys.add(FormPage, f"{departments[path[: -FormPage.steplen]]}/{slug}", key)


def plain_values(instance: Model, columns: dict[str, Column], keys: Keys) -> dict[str, Any]:
    """Columns of an item or row as plain values, references by their natural keys."""
    return {
        name: keys.name(column, getattr(instance, column.field.attname))
        if column.kind == Kind.REFERENCE
        else getattr(instance, name)
        for name, column in columns.items()
    }


def plain_rows(guide: GuidePage, keys: Keys) -> dict[str, list[dict[str, Any]]]:
    """All rows of an item in order."""
    return {
        relation: [plain_values(row, row_columns(relation), keys) for row in getattr(guide, relation).all()]
        for relation in relations()
    }


def newest(guide: GuidePage) -> GuidePage:
    """The latest draft of an item; the item itself when it has no unpublished changes."""
    if guide.has_unpublished_changes and guide.latest_revision_id:
        draft: GuidePage = guide.get_latest_revision_as_object()
        return draft
    return guide


def stored_items(codes: Iterable[str], keys: Keys, imported: set[int]) -> dict[str, list[StoredItem]]:
    """The items with these implementation codes. ``imported`` are keys of revisions that imports made."""
    wanted = list(codes)
    guides = list(GuidePage.objects.filter(task_code__in=wanted).select_related("latest_revision"))
    prefetch_related_objects(guides, *relations(), "topics")
    departments = _departments_of(guides)
    found: dict[str, list[StoredItem]] = {}
    for guide in guides:
        stored = _stored(guide, departments[guide.path[: -guide.steplen]], keys, imported)
        found.setdefault(guide.task_code, []).append(stored)
    return found


def _departments_of(guides: list[GuidePage]) -> dict[str, int]:
    paths = {guide.path[: -guide.steplen] for guide in guides}
    return dict(Page.objects.filter(path__in=paths).values_list("path", "pk"))


def _stored(guide: GuidePage, department: int, keys: Keys, imported: set[int]) -> StoredItem:
    state = newest(guide)
    drafted = bool(guide.has_unpublished_changes and guide.latest_revision_id)
    return StoredItem(
        key=guide.pk,
        code=guide.task_code,
        department=department,
        values=plain_values(state, guide_columns(), keys),
        rows=plain_rows(state, keys),
        topics=tuple(sorted(topic.key for topic in state.topics.all())),
        live=guide.live,
        public=guide.live and not drafted,
        edited=drafted and guide.latest_revision_id not in imported,
        locked=guide.locked,
    )
