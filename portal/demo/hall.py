"""Building the demonstration hall in an empty database."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from guides.exchange.apply import apply_records
from guides.models import GuidePage
from knowledge.codelists import ensure_topics
from knowledge.models import DepartmentIndexPage, DepartmentPage, District, ServicePoint, User
from knowledge.review.preparing import prepare_staff
from portal.models import FrequentGuide, HallSettings, HomePage
from translations.glossary.terms import ensure_terms

from . import answers, changes, consultations, files, history, investors, statutes
from .accounts import ACCOUNTS, make_accounts


class IncompleteDemonstrationError(Exception):
    """An item of the demonstration could not be loaded; the message names it."""


def is_empty() -> bool:
    """Has nobody made a home page yet?"""
    return not HomePage.objects.exists()


def has_demo_accounts() -> bool:
    """Are the demonstration's public passwords in use here?"""
    return User.objects.filter(username__in=[account.username for account in ACCOUNTS]).exists()


@transaction.atomic
def build(progress: Callable[[int], object] | None = None) -> int:
    """Make the whole hall; returns the number of items.

    Raises ``IncompleteDemonstrationError`` when an item is refused: the demonstration must be whole.
    """
    _make_places()
    ensure_topics()
    ensure_terms()
    statutes.register()
    home = _make_home()
    _make_departments(home)
    report = apply_records(files.guide_records(), publish=True, progress=progress)
    if report.refused:
        raise IncompleteDemonstrationError("; ".join(map(str, report.refused)))
    investors.publish(home)
    answers.publish_all()
    changes.publish_all()
    history.publish_all()
    _choose_frequent(home)
    prepare_staff()
    make_accounts(home)
    consultations.receive_all()
    return GuidePage.objects.live().count()


def _make_places() -> None:
    for data in files.read("districts.yaml"):
        parent = data.pop("parent", None)
        values = files.columns_of(District, data)
        values["parent"] = District.objects.get(code=parent) if parent else None
        District.objects.update_or_create(code=values.pop("code"), defaults=values)
    for data in files.read("service_points.yaml"):
        values = files.columns_of(ServicePoint, data)
        values["district"] = District.objects.get(code=values["district"])
        ServicePoint.objects.update_or_create(slug=values.pop("slug"), defaults=values)


def _publish(parent: Page, page: Any) -> Any:
    page.live = False
    page.translation_reviewed_en = True
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _make_home() -> HomePage:
    texts = files.read("hall.yaml")
    Page.objects.filter(depth=2).delete()  # the welcome page of a new Wagtail site
    root = Page.objects.get(depth=1)
    home: HomePage = _publish(root, HomePage(slug="home", **files.columns_of(HomePage, texts["home"])))
    site = {"hostname": "localhost", "site_name": home.name_zh_hans, "root_page": home}
    Site.objects.update_or_create(is_default_site=True, defaults=site)
    HallSettings.objects.update_or_create(
        pk=HallSettings.load().pk, defaults={**files.columns_of(HallSettings, texts["settings"]), "demonstration": True}
    )
    return home


def _make_departments(home: HomePage) -> None:
    texts = files.read("hall.yaml")["departments"]
    index = _publish(home, DepartmentIndexPage(slug="departments", **files.columns_of(DepartmentIndexPage, texts)))
    districts = {district.code: district for district in District.objects.all()}
    for data in files.departments():
        values = files.columns_of(DepartmentPage, data)
        values["district"] = districts[values["district"]]
        _publish(index, DepartmentPage(**values))


def _choose_frequent(home: HomePage) -> None:
    guides = {guide.slug: guide for guide in GuidePage.objects.all()}
    slugs = files.read("hall.yaml")["frequent"]
    home.frequent_guides = [FrequentGuide(guide=guides[slug], sort_order=n) for n, slug in enumerate(slugs)]
    home.save_revision().publish()
