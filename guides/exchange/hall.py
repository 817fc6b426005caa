"""What deciding needs to know of the hall, read once and kept in step while items are made."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from knowledge.codelists import official_keys
from knowledge.codes import Level
from knowledge.models import DepartmentIndexPage, DepartmentPage, District, User
from translations.models import SLUG_LENGTH, latin_slug
from translations.usable_text import UnfitError

from .plan import Rights
from .records import DepartmentRef, DistrictRef
from .stored import Keys, load_keys
from .values import Known


@dataclass(frozen=True)
class Entry:
    """A department as lists may name it. ``key`` is negative for one that a dry run only pretends to make."""

    key: int
    slug: str
    credit_code: str
    name: str


def rights_of(user: User | None) -> Rights:
    """What this person may do to items; a command without a person may do everything."""
    if user is None or user.is_superuser:
        return Rights()
    policy = PagePermissionPolicy()

    def departments(action: str) -> frozenset[int]:
        pages: QuerySet[Page] = policy.instances_user_has_permission_for(user, action)
        return frozenset(DepartmentPage.objects.filter(pk__in=pages.values("pk")).values_list("pk", flat=True))

    index = DepartmentIndexPage.objects.first()
    makes = index is not None and all(
        policy.user_has_permission_for_instance(user, action, index) for action in ("add", "publish")
    )
    return Rights(departments("add"), departments("change"), make_departments=makes)


class HallBook:
    """Departments, addresses, natural keys and rights; implements ``plan.Hall``."""

    def __init__(self, user: User | None = None, pretend: bool = False) -> None:
        self.user = user
        self.pretend = pretend
        self.made: list[DepartmentPage] = []  # in the current batch
        self.made_names: list[str] = []  # in all batches
        self.rights = rights_of(user)
        self.load()

    def commit(self) -> None:
        """The batch is in the database."""
        self.made_names += [page.name_zh_hans or "" for page in self.made]
        self.made = []

    def load(self) -> None:
        """Read everything from the database; again after a batch was rolled back."""
        self.made = []
        self.keys: Keys = load_keys()
        self.topics = frozenset(self.keys.topics) | (official_keys() if self.pretend else frozenset())
        self.entries = [
            Entry(page.pk, page.slug, page.credit_code, page.name_zh_hans or "")
            for page in DepartmentPage.objects.only("pk", "slug", "credit_code", "name_zh_hans")
        ]
        self._slugs: dict[int, dict[str, int]] = {}

    @property
    def known(self) -> Known:
        return self.keys.known

    def department(self, ref: DepartmentRef) -> int | None:
        """By slug, else by credit code, else by name; of several with one credit code the one with the name."""
        for attribute in ("slug", "credit_code", "name"):
            wanted = getattr(ref, attribute)
            found = [entry for entry in self.entries if wanted and getattr(entry, attribute) == wanted]
            if len(found) > 1:
                found = [entry for entry in found if entry.name == ref.name] or found
            if len(found) > 1:
                raise UnfitError(_("Several departments are called “%(name)s”.") % {"name": wanted})
            if found:
                return found[0].key
        return None

    def slug_is_taken(self, slug: str, department: int, item: int | None) -> bool:
        owner = self._slugs_below(department).get(slug)
        return owner is not None and owner != item

    def take_slug(self, wanted: str, name: str, department: int) -> str:
        """A free address below the department, in Latin letters, now taken."""
        taken = self._slugs_below(department)
        stem = wanted or latin_slug(name) or "item"
        slug, number = stem, 1
        while slug in taken:
            number += 1
            slug = f"{stem[: SLUG_LENGTH - 5]}-{number}"
        taken[slug] = 0
        return slug

    def _slugs_below(self, department: int) -> dict[str, int]:
        if department not in self._slugs:
            page = Page.objects.filter(pk=department).first()
            children = page.get_children().values_list("slug", "pk") if page else []
            self._slugs[department] = dict(children)
        return self._slugs[department]

    def forget_slugs(self, department: int) -> None:
        """Addresses below it changed."""
        self._slugs.pop(department, None)

    def make_department(self, ref: DepartmentRef) -> int:
        """Make it, public at once, and the district it lies in. Raises ``UnfitError``."""
        index = self._index
        if self.pretend:
            self.made_names.append(ref.name)
            return self._enter(-len(self.made_names), ref)
        with transaction.atomic():  # the department is made whole or not at all
            return self._make_department(index, ref)

    def _make_department(self, index: DepartmentIndexPage, ref: DepartmentRef) -> int:
        district = self.make_district(ref.district) if ref.district else None
        page = DepartmentPage(
            name_zh_hans=ref.name,
            credit_code=ref.credit_code,
            level=ref.level or Level.CITY,
            district_id=district,
            slug=self.take_slug(ref.slug, ref.name, index.pk),
            owner=self.user,
            live=False,
        )
        try:
            index.add_child(instance=page)
            page.save_revision(user=self.user).publish(user=self.user)
        except ValidationError as error:
            raise UnfitError(" ".join(error.messages)) from error
        self.made.append(page)
        return self._enter(page.pk, ref)

    def make_district(self, ref: DistrictRef) -> int:
        """The primary key of the district, made when it is missing."""
        district, created = District.objects.get_or_create(
            code=ref.code, defaults={"name_zh_hans": ref.name or ref.code, "level": ref.level or Level.CITY}
        )
        if created:
            self.keys.add(District, district.code, district.pk)
        return int(district.pk)

    @cached_property
    def _index(self) -> DepartmentIndexPage:
        index = DepartmentIndexPage.objects.first()
        if index is None:
            raise UnfitError(_("This hall has no list of departments yet. Make one below the home page first."))
        return index

    def _enter(self, key: int, ref: DepartmentRef) -> int:
        self.entries.append(Entry(key, ref.slug, ref.credit_code, ref.name))
        return key
