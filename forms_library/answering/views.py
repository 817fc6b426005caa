"""The page on which an applicant fills in a form.

What is written stands in the body of a request and of its answer, and nowhere else: not in an address, a session, a
file, a task, the log, or the message of an error.
"""

import logging
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.generic import View

from forms_library import serving
from forms_library.body_size import is_larger, too_large
from forms_library.detection.fields import Detection
from forms_library.filling.checks import problems_of_questions
from forms_library.listing import readable_forms
from forms_library.models import FormPage, FormVersion
from forms_library.office.shown import Block
from forms_library.safety.kinds import Kind
from forms_library.validation.values import Problem
from knowledge.throttle import MINUTE, is_too_often
from translations.languages import reading_language
from translations.reading import Reading

from . import answers, making
from .questions import Asking

MOST_BYTES = 1_000_000  # of a request: a thousand long answers, or a file of them
CHECK, DOWNLOAD, KEEP, LOAD = "check", "download", "keep", "load"  # what a button does
logger = logging.getLogger(__name__)


@dataclass
class State:
    """What the page shows: answers so far, what is wrong with them, what is to be said, and the result to look at."""

    answers: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)
    notices: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    checked: bool = False


@method_decorator([csrf_exempt, sensitive_post_parameters()], name="dispatch")  # the token is checked after the length
class FillView(View):
    """``check`` shows the document, ``download`` sends it, ``keep`` sends a file of the answers, ``load`` reads one."""

    http_method_names = ["get", "head", "post"]
    form: FormPage
    version: FormVersion
    detection: Detection

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_larger(request, MOST_BYTES):
            return too_large(
                _(
                    "That is more than a form has room for. Go back: your answers are still there. Choose another file,"
                    " or none."
                )
            )
        # Django would put a large upload into a file.
        request.upload_handlers = [MemoryFileUploadHandler(request)]
        answer: HttpResponseBase = csrf_protect(self._answer)(request, *args, **kwargs)
        answer["Cache-Control"] = "no-store"
        answer["X-Robots-Tag"] = "noindex"
        return answer

    def _answer(self, request: HttpRequest, key: int) -> HttpResponseBase:
        self.form = get_object_or_404(readable_forms(), pk=key)
        version = self.form.current
        detection = version.detection if version and version.fillable else None
        if version is None or detection is None:
            return redirect(self.form.url or "/")
        self.version, self.detection = version, detection
        return super().dispatch(request, key=key)

    def get(self, request: HttpRequest, key: int) -> HttpResponse:
        return self._page(State())

    @method_decorator(sensitive_variables())
    def post(self, request: HttpRequest, key: int) -> HttpResponseBase:
        action = request.POST.get("action", CHECK)
        if action == LOAD:
            return self._page(self._loaded(request))
        state = self._given(request)
        if action == KEEP:
            return self._kept(state)
        if is_too_often(request, "form-made", settings.FORM_DOCUMENTS_A_MINUTE):
            state.errors.append(
                ngettext(
                    "Too many documents were made from here. Your answers are still below: try again in a minute.",
                    "Too many documents were made from here. Your answers are still below: try again in %(n)d seconds.",
                    MINUTE,
                )
                % {"n": MINUTE}
            )
            return self._page(state, HTTPStatus.TOO_MANY_REQUESTS)
        return self._made(state, action)

    @sensitive_variables()
    def _given(self, request: HttpRequest) -> State:
        """The answers in the request, also to an edition that was replaced while somebody wrote."""
        asked = self._asked(request.POST.get("version", ""))
        if asked is None or asked.number == self.version.number or asked.detection is None:
            return State(answers.given(request.POST, self.detection))
        before = answers.listed(asked.detection, answers.given(request.POST, asked.detection))
        return self._fitted(before)

    def _asked(self, number: str) -> FormVersion | None:
        if not (number.isascii() and number.isdecimal() and len(number) < 9):
            return None
        return next((one for one in self.form.versions.filter(number=int(number)) if one.was_public), None)

    @sensitive_variables()
    def _fitted(self, before: list[answers.Answer]) -> State:
        found = answers.fitted(before, self.detection)
        state = State(found.answers)
        state.notices.append(_("The form has been replaced by a newer edition. Look at every answer again."))
        if found.lost:
            names = "、".join(found.lost)
            state.notices.append(_("The newer edition does not ask for: %(names)s") % {"names": names})
        return state

    @sensitive_variables()
    def _loaded(self, request: HttpRequest) -> State:
        """The answers of a file that the applicant kept; those of the page stay where there is none to read."""
        file = request.FILES.get("file")
        if file is None:
            return self._refused(request, _("Choose the file in which you kept your answers."))
        try:
            before = answers.from_file(file.read(), self.form.pk)
        except answers.FileError:
            return self._refused(request, _("This file holds no answers to this form."))
        found = answers.fitted(before, self.detection)
        notices = [_("Your answers were read from the file.")]
        if found.lost:
            notices.append(_("The form does not ask for: %(names)s") % {"names": "、".join(found.lost)})
        two = problems_of_questions(self.detection.groups, found.answers)  # a browser would choose one of them
        return State(found.answers, two, notices)

    def _refused(self, request: HttpRequest, error: str) -> State:
        state = self._given(request)
        state.errors.append(error)
        return state

    @sensitive_variables()
    def _made(self, state: State, action: str) -> HttpResponseBase:
        try:
            state.problems = making.problems_of(self.version, self.detection, state.answers)
            if not state.answers:
                state.errors.append(_("Nothing is filled in yet."))
            if state.problems or state.errors or state.notices:
                return self._page(state)
            data = making.document(self.version, self.detection, state.answers)
            if action == DOWNLOAD:
                return self._attachment(data)
            state.checked = True
            kind = Kind(self.version.file_kind)
            if kind is Kind.PDF:
                state.pictures = making.pictures(data)
            else:
                state.blocks = making.blocks(data, kind)
        except making.MakingError as error:
            logger.error("Version %s of a form cannot be filled in: %s", self.version, error)  # noqa: TRY400 -- no trace
            state.errors.append(
                _("The document could not be made. Your answers are still below: keep them in a file, and tell us.")
            )
            return self._page(state, HTTPStatus.INTERNAL_SERVER_ERROR)
        return self._page(state)

    def _attachment(self, data: bytes) -> HttpResponseBase:
        kind = Kind(self.version.file_kind)
        name = serving.download_name(self.version, kind.value, _("filled in"))
        return serving.made(data, name, serving.CONTENT_TYPES[kind])

    @sensitive_variables()
    def _kept(self, state: State) -> HttpResponseBase:
        rows = answers.listed(self.detection, state.answers)
        data = answers.as_file(self.form.pk, self.version.number, rows)
        name = serving.download_name(self.version, "json", _("answers"))
        return serving.made(data, name, "application/json")

    @sensitive_variables()
    def _page(self, state: State, status: HTTPStatus = HTTPStatus.OK) -> HttpResponse:
        asking = Asking(self.detection, self.version.reviewed, reading_language(), state.answers, state.problems)
        reading = Reading(self.form)
        context = {
            "reading": reading,
            "version": self.version,
            "state": state,
            "asking": asking,
            "sections": asking.sections(),
            "pages": [part for part in self.version.pages.all() if part.small],
            "trail": [(reading.name, self.form.url), (_("Fill in online"), "")],
        }
        return render(self.request, "forms_library/fill.html", context, status=status)
