"""The list of what is missing, and one gap with what can be done about it."""

from typing import Any

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_denied

from knowledge.cleaning import day_in, kept_text, key_in
from knowledge.codes import GapState, Remedy, Sign
from knowledge.consultations.access import departments_of
from knowledge.models import Gap, GapSign, User
from knowledge.searches.actions import Action, actions
from translations.admin_page import AdminPage

from .effect import OF_SEARCHES, effect
from .gathering import gather

PERMISSION = "knowledge.work_on_gaps"
MOST_LISTED = 200
NOTE_LENGTH = 500
SHOW = {
    "open": gettext_lazy("Open"),
    "mine": gettext_lazy("Mine"),
    "late": gettext_lazy("Late"),
    "closed": gettext_lazy("Closed"),
}


def gaps_of(user: Any) -> QuerySet[Gap]:
    """What somebody may work on: their departments', and what belongs to none."""
    if not user.has_perm(PERMISSION):
        return Gap.objects.none()
    mine = departments_of(user)
    return Gap.objects.filter(Q(department=None) | Q(department__in=mine))


class GapsView(AdminPage):
    """Base: only for those who work on what is missing."""

    header_icon = "help"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (
            super().dispatch(request, *args, **kwargs)
            if request.user.has_perm(PERMISSION)
            else permission_denied(request)
        )


class IndexView(GapsView):
    """``?show=mine``: by how many people it concerns. A request that is sent gathers anew."""

    template_name = "knowledge/gaps/index.html"
    page_title = gettext_lazy("What is missing")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        show = self.request.GET.get("show", "open")
        found = _shown(gaps_of(self.request.user), show, self.request.user)
        rows = found.select_related("department", "assigned_to").prefetch_related("signs")[:MOST_LISTED]
        choices = [(name, label, name == show) for name, label in SHOW.items()]
        return super().get_context_data(choices=choices, rows=rows, today=timezone.localdate(), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        count = gather()
        messages.success(request, _("Brought up to date: %(count)d gaps are open.") % {"count": count})
        return redirect("gaps:index")


def _shown(gaps: QuerySet[Gap], show: str, user: Any) -> QuerySet[Gap]:
    still_open = gaps.filter(state=GapState.OPEN)
    return {
        "mine": still_open.filter(assigned_to=user),
        "late": still_open.filter(due_on__lt=timezone.localdate()),
        "closed": gaps.filter(state=GapState.CLOSED).order_by("-closed_on"),
    }.get(show, still_open)


class GapView(GapsView):
    """One gap. ``deed``: ``assign`` (``person``, ``due_on``), ``close`` (``remedy``, ``note``), ``reopen``."""

    template_name = "knowledge/gaps/gap.html"
    page_title = gettext_lazy("Gap")
    trail = [("gaps:index", gettext_lazy("What is missing"))]
    gap: Gap

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = gaps_of(request.user).filter(pk=kwargs["key"]).first()
        if found is None:
            return permission_denied(request)
        self.gap = found
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.gap.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        signs = [(sign, self._ways(sign)) for sign in self.gap.signs.select_related("page")]
        return super().get_context_data(
            gap=self.gap,
            signs=signs,
            people=[user for user in User.objects.filter(is_active=True) if user.has_perm(PERMISSION)],
            remedies=Remedy.choices,
            effect=effect(self.gap, timezone.localdate()),
            write_answer=self._write_answer(),
            **kwargs,
        )

    def _ways(self, sign: GapSign) -> list[Action]:
        """What can be done about a sign: of a search, as in the report of searches; of a page, to edit it."""
        if sign.kind in OF_SEARCHES or sign.kind == Sign.AT_THE_DESK:
            return actions(self.request.user, sign.text, sign.language)
        return (
            [Action(gettext_lazy("Edit the page"), reverse("wagtailadmin_pages:edit", args=[sign.page_id]))]
            if sign.page_id
            else []
        )

    def _write_answer(self) -> str:
        department = self.gap.department or departments_of(self.request.user).first()
        return reverse("wagtailadmin_pages:add", args=["knowledge", "answerpage", department.pk]) if department else ""

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        match request.POST.get("deed", ""):
            case "assign":
                self._assign(request)
            case "close":
                self._close(request)
            case "reopen":
                self.gap.state, self.gap.closed_on, self.gap.remedy = GapState.OPEN, None, ""
                self.gap.save()
                messages.success(request, _("It is open again."))
        return redirect("gaps:gap", key)

    def _assign(self, request: HttpRequest) -> None:
        person, day = request.POST.get("person", ""), request.POST.get("due_on", "")
        due = day_in(day)
        if day and due is None:
            messages.error(request, _("That is no day. Nothing was changed."))
            return
        self.gap.assigned_to = User.objects.filter(pk=key_in(person) or 0).first()
        self.gap.due_on = due
        self.gap.save()
        messages.success(request, _("Kept."))

    def _close(self, request: HttpRequest) -> None:
        remedy = request.POST.get("remedy", "")
        if remedy not in Remedy.values:
            messages.error(request, _("Say what was done. Nothing was changed."))
            return
        self.gap.state, self.gap.remedy = GapState.CLOSED, remedy
        self.gap.note = kept_text(request.POST.get("note", ""), NOTE_LENGTH)
        self.gap.closed_on, self.gap.people_before = timezone.localdate(), self.gap.people
        self.gap.save()
        messages.success(request, _("Closed. Come back in some weeks to see what it did."))
