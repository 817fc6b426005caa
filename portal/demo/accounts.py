"""The demonstration's members of staff. Their password is public: they exist only where the demonstration is loaded."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from knowledge import staff
from knowledge.models import DepartmentPage, User

PASSWORD = "ya-an-demo"  # noqa: S105 -- printed at every start


@dataclass(frozen=True)
class Account:
    """One login and what it is for."""

    username: str
    role: object
    department: str = ""


ACCOUNTS = (
    Account("chief", _("Administrator")),
    Account("editor-police", _("Editor, Public Security Bureau"), "public-security"),
    Account("editor-social", _("Editor, Human Resources and Social Security Bureau"), "human-resources"),
    Account("reviewer", _("Reviewer")),
    Account("legal", _("Legal reviewer")),
    Account("translator", _("Translator")),
    Account("clerk", _("Window clerk")),
)


def _groups(account: Account, home: Page) -> list[Group]:
    if account.department:
        return [staff.editors_of(DepartmentPage.objects.get(slug=account.department))]
    makers = {
        "reviewer": lambda: [staff.reviewers(home)],
        "legal": lambda: [staff.legal_reviewers()],
        "translator": lambda: [staff.translators(home)],
        "clerk": lambda: [staff.window_clerks()],
    }
    return makers.get(account.username, list)()


def make_accounts(home: Page) -> None:
    """Every account of the demonstration, with its groups."""
    for account in ACCOUNTS:
        is_chief = account.username == "chief"
        user, created = User.objects.get_or_create(
            username=account.username,
            defaults={
                "is_staff": is_chief,
                "is_superuser": is_chief,
                "email": f"{account.username}@hall.example",
                "first_name": str(account.role),
            },
        )
        if created:
            user.set_password(PASSWORD)
            user.save()
        user.groups.set(_groups(account, home))
