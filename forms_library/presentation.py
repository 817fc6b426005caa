"""What the page of a form is given."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from forms_library.models import FormPage, FormVersion
from translations.reading import Reading

FOLLOWED = "version"  # in addresses: the old version that somebody had an address of


def form_context(page: FormPage, request: HttpRequest) -> dict[str, Any]:
    """Everything that ``forms_library/form_page.html`` shows, in the reader's language."""
    form = Reading(page)
    public = [version for version in page.versions.all() if version.was_public]
    current = page.current
    return {
        "department": form.department,
        "version": current,
        "pages": [part for part in current.pages.all() if part.small] if current else [],
        "page_count": current.pages.count() if current else 0,
        "earlier": [version for version in public if not current or version.pk != current.pk],
        "followed": _followed(request, public, current),
        "departments_url": form.department.url.rstrip("/").rpartition("/")[0] + "/",
        "trail": [(_("Forms"), reverse("forms_library:forms")), (form.name, "")],
    }


def _followed(request: HttpRequest, public: list[FormVersion], current: FormVersion | None) -> FormVersion | None:
    """The old version whose address led here."""
    asked = request.GET.get(FOLLOWED, "")
    return next((version for version in public if version != current and str(version.number) == asked), None)
