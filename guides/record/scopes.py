"""Whose record is meant: the hall's, a department's, an item's, by the address of its page, of today or of then."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from guides.models import Change, GuidePage
from knowledge.models import DepartmentPage
from knowledge.public import public
from translations.languages import reading_language
from translations.local_text import LocalText
from translations.reading import Reading

from .listing import public_changes


@dataclass(frozen=True)
class Scope:
    """``address`` has no slash at either end; it is empty for the hall. ``page`` is a page that anybody may read."""

    address: str
    name: Any
    changes: QuerySet[Change]
    page: Any = None
    department: int | None = None
    is_item: bool = False

    def url(self, name: str, *args: Any) -> str:
        """The address of a page of this record: ``record``, ``record_atom``, ``as_of`` …"""
        if self.address:
            return reverse(f"guides:{name}_of", args=[self.address, *args])
        return reverse(f"guides:{name}", args=args)

    @property
    def page_url(self) -> str:
        """Of the page whose record it is."""
        return (self.page.url or "") if self.page else ""


def hall() -> Scope:
    return Scope("", _("the whole hall"), public_changes())


def url_path(request: HttpRequest, address: str) -> str:
    """``"departments/tax"`` -> ``"/home/departments/tax/"``; empty where there is no site."""
    site = Site.find_for_request(request)
    return f"{site.root_page.url_path}{address}/" if site else ""


def address_of(request: HttpRequest, path: str) -> str:
    """The other way round."""
    site = Site.find_for_request(request)
    return path.removeprefix(site.root_page.url_path).strip("/") if site else path.strip("/")


def find(request: HttpRequest, address: str) -> Scope | None:
    """The department or item with this address: the one of today first, then the last one that had it."""
    if "\0" in address:  # no text of a database
        return None
    path = url_path(request, address)
    department = public(DepartmentPage).filter(url_path=path).first()
    if department:
        changes = public_changes().filter(department_id=department.pk)
        return Scope(address, Reading(department).name, changes, department, department=department.pk)
    return find_item(request, path, address)


def find_item(request: HttpRequest, path: str, address: str) -> Scope | None:
    """The item at a ``url_path``, with the address that it has now."""
    page = public(GuidePage).filter(url_path=path).first()
    if page:
        return Scope(address, Reading(page).name, public_changes().filter(page_id=page.pk), page, is_item=True)
    known = public_changes().filter(address=path).first()
    if known is None or Page.objects.filter(url_path=path).exclude(pk=known.page_id).exists():
        return None
    return item_of(request, known)


def item_of(request: HttpRequest, known: Change) -> Scope:
    """The item of a change, under the address where it is now, or was last."""
    page = public(GuidePage).filter(pk=known.page_id).first()
    changes = public_changes().filter(page_id=known.page_id)
    last = changes.first() or known
    address = address_of(request, page.url_path if page else last.address)
    name = Reading(page).name if page else name_of(last)
    return Scope(address, name, changes, page, is_item=True)


def name_of(change: Change) -> LocalText:
    """What the item was called."""
    name: LocalText = Reading(change, reading_language()).name
    return name
