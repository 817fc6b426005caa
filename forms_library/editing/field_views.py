"""The page of the fields of a version. Every button is an edit; a script may ask for the parts that have changed."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from forms_library.field_reviews.field_set import EditError, FieldSet
from forms_library.field_reviews.reviews import unresolved
from forms_library.versions.fields import ConflictError, Hand, edit_fields, offer_online, undo, why_read_only

from .checked import InvalidEditError
from .field_forms import LABEL, WORDS, edit_of
from .field_rows import Row, refused, rows_of, sheets_of, unchanged, zone_boxes
from .field_wording import ACTION_WORDS, DONE_WORDS, KINDS, version_name
from .question_forms import QUESTION_ACTIONS
from .question_rows import joining_of, questions_of
from .views import FormTemplateView

BY_SCRIPT = "X-Fields"  # the header with which fields.js asks for the parts alone
REVISIONS = 9  # digits
PLACED = {"draw", "move"}


class FieldsView(FormTemplateView):
    """The fields beside the pages that they are on."""

    template_name = "forms_library/editing/fields.html"
    page_title = gettext_lazy("Fields to fill in")
    http_method_names = ["get", "head", "post"]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        address = reverse("forms:version", args=[self.form_page.pk, self.version.number])
        return [
            *super().get_breadcrumbs_items(),
            {"url": address, "label": version_name(self.version)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, before: FieldSet | None = None, **kwargs: Any) -> dict[str, Any]:
        """``before`` is what a script knows already: rows that are the same are not written again."""
        version = self.version
        found = version.field_set
        last = version.fields_before.first()
        return super().get_context_data(
            version=version,
            read_only=why_read_only(version, self.rights.edit),
            undoable=ACTION_WORDS.get(last.action) if last else None,
            why_not_online=version.why_not_online,
            most_label=LABEL,
            most_words=WORDS,
            kinds=KINDS,
            **(self._shown(found, before) if found else {}),
            **kwargs,
        )

    def _shown(self, found: FieldSet, before: FieldSet | None) -> dict[str, Any]:
        rows = rows_of(found)
        # A script keeps what was typed, and has the reason beside it.
        sent = self.request.POST if self._errors and not self.by_script else None
        if sent is not None:
            rows = refused(rows, sent, self._errors)
        error = " ".join(self._errors)
        questions = questions_of(found, rows, sent, error)
        suggestions = [*(row.suggestion for row in rows), *(one.suggestion for one in questions)]
        return {
            "questions": questions,
            "joining": joining_of(found, rows, sent, error),
            "drawing": sent if sent is not None and sent.get("action") == "draw" else {},
            "overlap_count": sum(1 for row in rows if row.over),
            "found": found,
            "rows": rows,
            "same": unchanged(before, rows) if before else set(),
            "sheets": sheets_of(found, rows, self.version.pages.all()),
            "zones": zone_boxes(found),
            "unresolved_count": len(unresolved(found.detection, found.reviews)),
            "suggestion_count": len([one for one in suggestions if one]),
        }

    _errors: list[str] = []

    @property
    def by_script(self) -> bool:
        return BY_SCRIPT in self.request.headers

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action = request.POST.get("action", "")
        before = self.version.field_set
        try:
            self._do(action)
        except EditError as error:
            return self._refuse(error)
        return self._done(action, before)

    def _do(self, action: str) -> None:
        sent = self.request.POST
        revision = sent.get("revision", "")
        hand = Hand(self.user, int(revision) if revision.isdecimal() and len(revision) <= REVISIONS else -1)
        if action == "undo":
            undo(self.version, hand)
        elif action == "online":
            offer_online(self.version, hand, "online" in sent)
        else:
            edit_fields(self.version, hand, action, edit_of(action, sent))

    def _refuse(self, error: EditError) -> HttpResponse:
        """The page as it is now, with what was typed and the reason. A conflict has a status of its own."""
        self._errors = [str(error.reason)]
        self.version.refresh_from_db()
        status = HTTPStatus.CONFLICT if isinstance(error, ConflictError) else HTTPStatus.BAD_REQUEST
        return self._answer(status, problem=str(error.reason), invalid=isinstance(error, InvalidEditError))

    def _done(self, action: str, before: FieldSet | None) -> HttpResponse:
        after = self.version.field_set
        touched = _touched(before, after, self.request.POST.get("field", ""))
        asked = _asked(before, after, self.request.POST.get("group", "")) if action in QUESTION_ACTIONS else ""
        done = " ".join([str(DONE_WORDS[action]), *(_warning(after, touched) if action in PLACED else ())])
        if self.by_script:
            return self._answer(HTTPStatus.OK, done=done, touched=touched, asked=asked, before=before)
        messages.success(self.request, done)
        address = reverse("forms:fields", args=[self.form_page.pk, self.version.number])
        anchor = f"#question-{asked}" if asked else f"#field-{touched}" if touched else ""
        return redirect(address + anchor)

    def _answer(self, status: int, **kwargs: Any) -> HttpResponse:
        context = self.get_context_data(**kwargs)
        if self.by_script:
            return TemplateResponse(
                self.request, "forms_library/editing/parts/fields_desk.html", context, status=status
            )
        return TemplateResponse(self.request, self.template_name, context, status=status)


def _warning(after: FieldSet | None, key: str) -> list[str]:
    """That a box which was put somewhere lies over others there."""
    row: Row | None = next((one for one in rows_of(after) if one.box.key == key), None) if after else None
    return [gettext("It lies over: %(names)s") % {"names": "、".join(row.over)}] if row and row.over else []


def _asked(before: FieldSet | None, after: FieldSet | None, key: str) -> str:
    """The id of the question to go on with: a new one, or the one that was meant."""
    if after is None or before is None:
        return ""
    old, now = ([group.id for group in found.detection.groups] for found in (before, after))
    candidates = [*(one for one in now if one not in old), *(one for one in [key] if one in now)]
    return candidates[0] if candidates else ""


def _touched(before: FieldSet | None, after: FieldSet | None, key: str) -> str:
    """The id of the field to go on with: a new one, the one that was meant, what changed, or what took its place."""
    if after is None or before is None:
        return ""
    old, new = [one.id for one in before.fields], [one.id for one in after.fields]
    changed = [one.id for one in after.fields if one not in before.fields]
    candidates = [*(one for one in new if one not in old), *(one for one in [key] if one in new), *changed]
    if candidates:
        return candidates[0]
    return new[min(old.index(key), len(new) - 1)] if key in old and new else ""
