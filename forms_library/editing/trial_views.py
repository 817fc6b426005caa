"""The page that shows a trial: what it looks like filled in, and which fields need work."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from forms_library.detection.fields import Field, PageInfo
from forms_library.filling.fonts import FontError
from forms_library.pictures.pages import in_address
from forms_library.safety.messages import MESSAGES
from forms_library.safety.reasons import Refused
from forms_library.versions.trials import Outcome, trial_of

from .field_rows import Box
from .field_wording import FAULT_WORDS, version_name
from .views import FormTemplateView

NO_ROOM = _("A usual value has no room there.")
NO_FONT = _("The hall has no font to fill forms in with. Tell whoever runs it (FORM_FONT).")


@dataclass(frozen=True)
class Fallen:
    """A field that did not come out right, and why."""

    box: Box
    reason: Promise


@dataclass(frozen=True)
class TriedPage:
    """A page as a picture, in the address itself, with the boxes of what went wrong."""

    number: int
    source: str
    size: PageInfo
    boxes: list[Box]


class TrialView(FormTemplateView):
    """Fills every field in and reads it back. Nothing is kept, so there is nothing to come back to."""

    template_name = "forms_library/editing/trial.html"
    page_title = _("Trial fill")
    http_method_names = ["post"]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        pair = [self.form_page.pk, self.version.number]
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("forms:version", args=pair), "label": version_name(self.version)},
            {"url": reverse("forms:fields", args=pair), "label": _("Fields to fill in")},
            {"url": "", "label": self.page_title},
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            outcome = trial_of(self.version)
        except FontError:
            return self._failed(NO_FONT)
        except Refused as refused:
            return self._failed(MESSAGES[refused.reason])
        return self.render_to_response(self.get_context_data(**self._shown(outcome)))

    def _failed(self, problem: Promise) -> HttpResponse:
        return self.render_to_response(
            self.get_context_data(version=self.version, problem=problem), status=HTTPStatus.UNPROCESSABLE_ENTITY
        )

    def _shown(self, outcome: Outcome) -> dict[str, Any]:
        found = self.version.detection
        fields, sizes = (found.fields, found.pages) if found else ((), ())
        fallen = list(_fallen(fields, outcome))
        pages = [
            TriedPage(number, in_address(png), sizes[number - 1], [f.box for f in fallen if f.box.page == number])
            for number, png in enumerate(outcome.pictures, start=1)
            if number <= len(sizes)
        ]
        return {"version": self.version, "field_count": len(fields), "fallen": fallen, "pages": pages}


def _fallen(fields: tuple[Field, ...], outcome: Outcome) -> list[Fallen]:
    reasons: dict[str, Promise] = {key: FAULT_WORDS[fault] for key, fault in outcome.faults.items()}
    reasons |= dict.fromkeys(outcome.overflowing, NO_ROOM)
    return [
        Fallen(Box(one.page + 1, one.rect, "doubtful", one.label, number, one.id), reasons[one.id])
        for number, one in enumerate(fields, start=1)
        if one.id in reasons
    ]
