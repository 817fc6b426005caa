"""What the library of forms counts."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from knowledge.overview.registry import Figure, leads_to, register_figures
from knowledge.overview.scope import by_department

from .codes import VersionState
from .models import FormPage, FormVersion

FORMS, LIST = _("Forms"), leads_to("forms:index", "")


def _published() -> QuerySet[FormPage]:
    return FormPage.objects.live().filter(versions__state=VersionState.PUBLISHED)


def _unfinished() -> Any:
    """Forms whose newest version is neither published nor withdrawn."""
    newest = FormVersion.objects.filter(page=OuterRef("pk")).order_by("-number").values("state")[:1]
    forms = FormPage.objects.annotate(newest=Subquery(newest))
    return forms.filter(newest__in=[VersionState.DRAFT, VersionState.CONFIRMED])


register_figures(
    Figure("forms_published", _("Published forms"), lambda: by_department(_published()), LIST, FORMS, is_debt=False),
    Figure(
        "forms_fillable",
        _("Forms that can be filled in online"),
        lambda: by_department(_published().filter(versions__fillable=True, versions__state=VersionState.PUBLISHED)),
        LIST,
        FORMS,
        out_of="forms_published",
        is_debt=False,
    ),
    Figure("forms_waiting", _("Forms with a version in work"), lambda: by_department(_unfinished()), LIST, FORMS),
)
