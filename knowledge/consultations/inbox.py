"""The inbox of those who answer: what is due first, and one question with everything that can be done about it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_denied

from knowledge.charts import Bar, bars
from knowledge.cleaning import kept_text, key_in
from knowledge.codes import ConsultationState
from knowledge.figures import as_csv
from knowledge.models import Consultation, DepartmentPage, User
from knowledge.models.consultations import OPEN, REPLY_LENGTH
from knowledge.search.views import readable
from translations.admin_page import AdminPage
from translations.languages import default_language

from . import deeds, drafting, figures
from .access import PERMISSION, consultations_of
from .contacts import revealed
from .references import read, shown

MOST_LISTED = 200
REASON_LENGTH = 500
SHOW = {
    "open": gettext_lazy("Waiting for a reply"),
    "overdue": gettext_lazy("Overdue"),
    "checking": gettext_lazy("Waiting for a second look"),
    "answered": gettext_lazy("Answered"),
    "all": gettext_lazy("All of them"),
}


class InboxView(AdminPage):
    """Base of both pages: only for those who may answer."""

    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            return permission_denied(request)
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response


class IndexView(InboxView):
    """``?show=overdue&q=…``: the questions that somebody may answer, what is due first at the top."""

    template_name = "knowledge/consultations/index.html"
    page_title = gettext_lazy("Questions of readers")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown_now = self.request.GET.get("show", "open")
        words = readable(self.request.GET.get("q", ""))
        mine = consultations_of(self.request.user)
        found = _looked_for(_shown(mine, shown_now), words).select_related("department", "page")
        order = ("due_on", "pk") if shown_now in ("open", "overdue", "checking") else ("-asked_at",)
        return super().get_context_data(
            choices=[(name, label, name == shown_now) for name, label in SHOW.items()],
            words=words,
            show=shown_now,
            rows=[(one, shown(one.code), _days_late(one)) for one in found.order_by(*order)[:MOST_LISTED]],
            count=found.count(),
            most=MOST_LISTED,
            default_language=default_language(),
            **kwargs,
        )


class FiguresView(InboxView):
    """The questions that somebody may answer, in figures."""

    template_name = "knowledge/consultations/figures.html"
    page_title = gettext_lazy("In figures")
    trail = [("consultations:index", gettext_lazy("Questions of readers"))]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("format") == "csv":
            return as_csv("questions", self._charts())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        charts = [(title, bars(title, rows)) for title, rows in self._charts()]
        return super().get_context_data(charts=charts, **kwargs)

    def _charts(self) -> list[tuple[str, list[Bar]]]:
        today = timezone.localdate()
        since = today - figures.PERIOD
        asked = figures.asked_since(consultations_of(self.request.user), since)
        return [
            (_("About what"), figures.by_topic(asked)),
            (_("Answered before it was sent"), figures.deflected(asked, since)),
            (_("Time to the reply"), figures.time_to_reply(asked)),
            (_("Most read answers of the last 30 days"), figures.hot(today)),
        ]


def _shown(mine: Any, show: str) -> Any:
    return {
        "open": mine.open(),
        "overdue": mine.overdue(),
        "checking": mine.filter(state=ConsultationState.CHECKING),
        "answered": mine.filter(state=ConsultationState.ANSWERED),
    }.get(show, mine)


def _looked_for(found: Any, words: str) -> Any:
    if not words:
        return found
    return found.filter(Q(code=read(words)) if read(words) else Q(question__icontains=words))


def _days_late(consultation: Consultation) -> int:
    """Days after the day on which it was due; 0 for one that is not late."""
    return max(0, (timezone.localdate() - consultation.due_on).days) if consultation.is_open else 0


class ConsultationView(InboxView):
    """One question. ``deed`` of a request says what to do; what was written is shown again where it cannot be done."""

    template_name = "knowledge/consultations/consultation.html"
    page_title = gettext_lazy("Question of a reader")
    trail = [("consultations:index", gettext_lazy("Questions of readers"))]
    consultation: Consultation

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = consultations_of(request.user).filter(pk=kwargs["key"]).first()
        if found is None:
            return permission_denied(request)
        self.consultation = found
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return shown(self.consultation.code)

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        written = kept_text(request.POST.get("reply", ""), REPLY_LENGTH)
        deed = request.POST.get("deed", "")
        if deed.startswith("insert"):
            return self._again(_with(written, self._insertion(deed)))
        try:
            said = self._do(deed, written)
        except deeds.NotNowError as error:
            messages.error(request, str(error))
            return self._again(written)
        messages.success(request, said)
        if deed == "publish" and self.consultation.answer_id:
            return redirect("wagtailadmin_pages:edit", self.consultation.answer_id)
        mine = consultations_of(request.user).filter(pk=key).exists()
        return redirect("consultations:consultation", key) if mine else redirect("consultations:index")

    def _again(self, written: str) -> HttpResponse:
        version = self.request.POST.get("version", "")
        return self.render_to_response(self.get_context_data(written=written, version=version))

    def _do(self, deed: str, written: str) -> str:
        """Do it, and answer what to say about it. Raises ``NotNowError``."""
        one, user, version = self.consultation, self._user(), self._version()
        reason = kept_text(self.request.POST.get("reason", ""), REASON_LENGTH)
        ways: dict[str, tuple[Callable[[], object], Any]] = {
            "keep": (lambda: deeds.keep_draft(one, user, version, written), _("The draft is kept.")),
            "check": (lambda: deeds.send_for_check(one, user, version, written), _("Somebody else looks at it now.")),
            "return": (lambda: deeds.return_draft(one, user, version, reason), _("It went back to the editor.")),
            "answer": (lambda: deeds.answer(one, user, version, written), _("The reply is out.")),
            "mark": (lambda: deeds.mark(one, user, version, True), _("A second person looks at the reply.")),
            "unmark": (lambda: deeds.mark(one, user, version, False), _("One person may answer it.")),
            "transfer": (
                lambda: deeds.transfer(one, user, version, self._department(), reason),
                _("It was given to the other department."),
            ),
            "publish": (self._publish, _("A draft was written. Look it over, and publish it.")),
        }
        if deed not in ways:
            raise deeds.NotNowError(_("Choose what to do."))
        act, said = ways[deed]
        act()
        return str(said)

    def _publish(self) -> None:
        self.consultation.answer = deeds.publish(self.consultation, self._user())

    def _user(self) -> User:
        user: User = self.request.user  # type: ignore[assignment]
        return user

    def _version(self) -> int:
        version = key_in(self.request.POST.get("version", ""))
        return -1 if version is None else version  # which no question has

    def _department(self) -> DepartmentPage:
        found = DepartmentPage.objects.filter(pk=key_in(self.request.POST.get("department", "")) or 0).first()
        if found is None:
            raise deeds.NotNowError(_("Choose the department."))
        return found

    @cached_property
    def suggested(self) -> str:
        """What the hall would answer, while somebody waits: a whole search, made once for a page."""
        return drafting.suggested(self.consultation) if self.consultation.is_open else ""

    def _insertion(self, deed: str) -> str:
        """``insert`` is what the hall would answer, ``insert:5`` a template."""
        _word, _colon, key = deed.partition(":")
        if not key:
            return self.suggested
        template = drafting.templates_for(self.consultation).filter(pk=key_in(key) or 0).first()
        return drafting.filled_in(template, self.consultation) if template else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        one = self.consultation
        may_see_contact = one.state in OPEN
        context = {
            "consultation": one,
            "reference": shown(one.code),
            "days_late": _days_late(one),
            "language_name": dict(settings.LANGUAGES).get(one.language, one.language),
            "contact": revealed(one.contact) if may_see_contact else "",
            "written": one.reply,
            "version": one.version,
            "suggested": self.suggested,
            "templates": drafting.templates_for(one),
            "departments": DepartmentPage.objects.live().exclude(pk=one.department_id).order_by("path"),
            "events": one.events.select_related("user"),
            "is_own_draft": one.drafted_by_id == self._user().pk,
        }
        return super().get_context_data(**{**context, **kwargs})


def _with(written: str, insertion: str) -> str:
    return "\n\n".join(part for part in (written.rstrip(), insertion) if part)[:REPLY_LENGTH]
