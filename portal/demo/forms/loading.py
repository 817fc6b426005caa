"""The demonstration's forms go the way of every form: uploaded, confirmed by one, published by another."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import PageLogEntry, Revision

from forms_library.field_reviews.reviews import reviews_as_plain
from forms_library.filling.fonts import FontError
from forms_library.models import FormPage, FormVersion
from forms_library.storage import all_or_nothing
from forms_library.versions.changes import take_step
from forms_library.versions.rules import Step
from forms_library.versions.samples import add_sample
from forms_library.versions.uploading import Upload, add_version, storable
from guides.exchange.indexes import index_references
from guides.models import GuidePage
from knowledge.models import DepartmentPage, User
from knowledge.search.indexing import bulk_changes
from portal.demo.accounts import ACCOUNTS

if TYPE_CHECKING:
    from .preparing import Prepared

CHIEF, PUBLISHER = "chief", "reviewer"
EDITORS = {account.department: account.username for account in ACCOUNTS if account.department}


def store(prepared: Iterable["Prepared"]) -> int:
    """Put the forms into the hall, all or none; returns how many. Departments that are gone have no forms."""
    people = {user.username: user for user in User.objects.filter(username__in=[one.username for one in ACCOUNTS])}
    departments = {department.slug: department for department in DepartmentPage.objects.all()}
    wanted = [one for one in prepared if one.form.department in departments]
    with all_or_nothing() as saved, bulk_changes(), transaction.atomic():
        pages = {}
        for one in wanted:
            pages[one.form.slug] = page = _page(one, departments[one.form.department])
            version = _version(one, page, people)
            saved.files += version.stored_files()
        _attach(wanted, pages)
    return len(wanted)


def _page(one: "Prepared", department: DepartmentPage) -> FormPage:
    page = FormPage(slug=one.form.page_slug, live=False, translation_reviewed_en=True, **one.form.facts)
    department.add_child(instance=page)
    guides = GuidePage.objects.filter(slug__in=one.form.materials).prefetch_related("topics")
    page.topics = list({topic for guide in guides for topic in guide.topics.all()})
    page.save_revision().publish()
    return page


def _version(one: "Prepared", page: FormPage, people: dict[str, User]) -> FormVersion:
    """Uploaded and confirmed by the department's own editor where there is one, published by the reviewer."""
    editor = people[EDITORS.get(one.form.department, CHIEF)]
    upload = Upload(one.form.file_name, one.drawn.data, one.examined, one.form.dated)
    version, _lost = add_version(page, upload, editor, one.pictures)
    if one.form.fillable:
        version.fields = storable(one.found.as_plain())
        version.reviews = reviews_as_plain(one.reviews)
        version.fillable = True
        version.save(update_fields=["fields", "reviews", "fillable"])
    if one.sample:
        add_sample(version, one.sample, editor)
    take_step(version, Step.CONFIRM, editor)
    take_step(version, Step.PUBLISH, people[PUBLISHER])
    return version


# --- items --------------------------------------------------------------------------------------------------------


def _attach(prepared: Iterable["Prepared"], pages: dict[str, FormPage]) -> None:
    """Each item's materials lead to their forms. An item that somebody is working on is left alone."""
    wanted: dict[str, dict[str, FormPage]] = {}
    for one in prepared:
        for slug, material in one.form.materials.items():
            wanted.setdefault(slug, {})[material] = pages[one.form.slug]
    guides = list(GuidePage.objects.filter(slug__in=wanted, has_unpublished_changes=False))
    for guide in guides:
        _give_forms(guide, wanted[guide.slug])
    index_references(guides)


def _give_forms(guide: GuidePage, forms: dict[str, FormPage]) -> None:
    """In the rows, and in the revision that editors go on from. To publish the items anew would take twice as long."""
    for name, form in forms.items():
        guide.materials.filter(name_zh_hans=name).update(form_page=form)
    revision = guide.latest_revision
    if revision:
        for row in revision.content["materials"]:
            if form_of_row := forms.get(row["name_zh_hans"]):
                row["form_page"] = form_of_row.pk
        Revision.objects.filter(pk=revision.pk).update(content=revision.content)


# --- commands -----------------------------------------------------------------------------------------------------


def is_wanted() -> bool:
    """Is this the demonstration, with its accounts, in which there has never been a form?"""
    complete = User.objects.filter(username__in=[one.username for one in ACCOUNTS]).count() == len(ACCOUNTS)
    forms = ContentType.objects.get_for_model(FormPage)
    return complete and not PageLogEntry.objects.filter(content_type=forms).exists()


def load_if_wanted(say: Callable[[str], object]) -> None:
    """For commands: says what is done, and why forms are left out where the hall has no font to draw them with."""
    if not is_wanted():
        return
    from .preparing import prepare_all  # noqa: PLC0415 -- drawing takes long to import, and every start comes by here

    say("Loading the forms of the demonstration …")
    try:
        say(f"{store(prepare_all())} forms published.")
    except FontError as error:
        say(f"The forms are left out: FORM_FONT cannot be used ({error}). Set it to a font and start again.")
