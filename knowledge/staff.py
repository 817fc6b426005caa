"""Who may do what: the groups of the hall and their permissions.

Department editors write below their own department's page and nowhere else: page permissions are the only ones that
Wagtail limits to a subtree. Reviewers publish anywhere what others wrote, legal reviewers look at what departments with
a legal check submit, translators edit anywhere but do not publish (docs/decisions/0026).
"""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from translations.languages import default_language

GROUP_NAME_LENGTH = 150  # auth.Group.name


def editors_of(department: Page) -> Group:
    """The group of a department's editors, made when it is missing: they add and edit below it, submit for review."""
    with translation.override(default_language()):
        name = _("Editors: %(department)s") % {"department": department.title}
    group = _group(name[:GROUP_NAME_LENGTH])
    _allow_pages(group, department, ("add_page", "change_page", "lock_page"))
    _forbid_pages(group, department, ("publish_page",))  # which editors had before there were reviews
    _allow_documents(group, "add_document", "choose_document")
    _forbid_documents(group, "change_document")  # which lets them change those of other departments
    _allow_thesaurus(group)
    _allow(group, "knowledge", "see_searches", "use_desk", "answer_consultations", "work_on_gaps", "certify_pages")
    return group


def reviewers(root: Page) -> Group:
    """They edit, publish what others wrote, and unlock below ``root``; they say what stands first in the search."""
    group = reviewers_group()
    _allow_pages(group, root, ("change_page", "publish_page", "lock_page", "unlock_page"))
    _allow_documents(group, "add_document", "change_document", "choose_document")
    _allow_thesaurus(group)
    _allow(group, "knowledge", "see_searches", "use_desk", "answer_consultations", "work_on_gaps", "certify_pages")
    _allow_shared_translations(group)
    _allow(group, "wagtailsearchpromotions", "add_searchpromotion", "change_searchpromotion", "delete_searchpromotion")
    return group


def reviewers_group() -> Group:
    """The group alone, for a task: where they may do what is said by ``reviewers``."""
    with translation.override(default_language()):
        return _group(_("Reviewers"))


def legal_reviewers() -> Group:
    """They see and approve what waits for a legal check (法制审核), and nothing else."""
    with translation.override(default_language()):
        return _group(_("Legal reviewers"))


def translators(root: Page) -> Group:
    """They edit everywhere below ``root`` and leave publishing to others."""
    with translation.override(default_language()):
        group = _group(_("Translators"))
    _allow_pages(group, root, ("change_page",))
    _allow_shared_translations(group)
    return group


def window_clerks() -> Group:
    """They log in and look things up."""
    with translation.override(default_language()):
        group = _group(_("Window clerks"))
    _allow(group, "knowledge", "use_desk")
    return group


def _group(name: str) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    return group


def _allow(group: Group, app: str, *codenames: str) -> None:
    group.permissions.add(*Permission.objects.filter(content_type__app_label=app, codename__in=codenames))


def _allow_pages(group: Group, page: Page, codenames: Iterable[str]) -> None:
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _forbid_pages(group: Group, page: Page, codenames: Iterable[str]) -> None:
    GroupPagePermission.objects.filter(group=group, page=page, permission__codename__in=codenames).delete()


def _allow_thesaurus(group: Group) -> None:
    """Everyday words belong to nobody: whoever hears them at a counter may add them."""
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="knowledge", content_type__model="thesaurusentry")
    )


def _allow_shared_translations(group: Group) -> None:
    """Terms and shared lists are the work of those who translate and of those who look translations over."""
    _allow(group, "translations", "add_glossaryterm", "change_glossaryterm", "delete_glossaryterm", "translate_lists")


def _allow_documents(group: Group, *codenames: str) -> None:
    """Other files in the root collection. Who may add may also change what they added themselves."""
    for permission in Permission.objects.filter(content_type__app_label="wagtaildocs", codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=Collection.get_first_root_node(), permission=permission
        )


def _forbid_documents(group: Group, *codenames: str) -> None:
    GroupCollectionPermission.objects.filter(
        group=group, collection=Collection.get_first_root_node(), permission__codename__in=codenames
    ).delete()
