"""The work that changes of the law make: a list, and one flag with the difference and what was done about it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.auth import permission_denied
from wagtail.permissions import page_permission_policy

from guides.codes.statutes import FlagKind, FlagState
from guides.models import LegalFlag
from guides.models.legal_flags import NOTE_LENGTH
from knowledge.cleaning import day_in, kept_text, key_in
from translations.admin_page import AdminPage

from .access import flags_of, may_work
from .presentation import pieces

PAGE_SIZE = 50
SHOW = {
    "open": pgettext_lazy("flags", "Open"),
    "mine": pgettext_lazy("flags", "Mine"),
    "late": pgettext_lazy("flags", "Late"),
    "done": pgettext_lazy("flags", "Done"),
}


class FlagsView(AdminPage):
    """Base: only for those who may change a page."""

    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return super().dispatch(request, *args, **kwargs) if may_work(request.user) else permission_denied(request)


class IndexView(FlagsView):
    """``?show=mine&kind=repealed&page=2``"""

    template_name = "guides/flags/index.html"
    page_title = gettext_lazy("Changes of the law")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        show, kind = self.request.GET.get("show", "open"), self.request.GET.get("kind", "")
        found = _shown(flags_of(self.request.user), show, self.request.user)
        found = found.filter(kind=kind) if kind in FlagKind.values else found
        related = ("page", "statute", "department", "assigned_to", "done_by", "version_after")
        page = Paginator(found.select_related(*related), PAGE_SIZE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            choices=[(name, label, name == show) for name, label in SHOW.items()],
            kinds=[(code, label, code == kind) for code, label in FlagKind.choices],
            kind=kind,
            show=show,
            rows=page,
            today=timezone.localdate(),
            **kwargs,
        )


def _shown(flags: QuerySet[LegalFlag], show: str, user: Any) -> QuerySet[LegalFlag]:
    still_open = flags.filter(state=FlagState.OPEN)
    return {
        "mine": still_open.filter(assigned_to=user),
        "late": still_open.filter(due_on__lt=timezone.localdate()),
        "done": flags.filter(state=FlagState.DONE).order_by("-done_on", "-pk"),
    }.get(show, still_open)


class FlagView(FlagsView):
    """One flag. ``deed``: ``assign`` (``person``, ``due_on``), ``close`` (``note``, required), ``reopen``."""

    template_name = "guides/flags/flag.html"
    page_title = gettext_lazy("Change of the law")
    trail = [("legal_flags:index", gettext_lazy("Changes of the law"))]
    flag: LegalFlag

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = flags_of(request.user).select_related(
            "page", "statute", "version_before", "version_after", "department"
        )
        flag = found.filter(pk=kwargs["key"]).first()
        if flag is None:
            return permission_denied(request)
        self.flag = flag
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.flag.page.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        flag = self.flag
        return super().get_context_data(
            flag=flag,
            pieces=pieces(flag.before, flag.after) if flag.before or flag.after else [],
            edit_url=reverse("wagtailadmin_pages:edit", args=[flag.page_id]),
            people=self._people(),
            is_late=flag.state == FlagState.OPEN and flag.due_on < timezone.localdate(),
            note_length=NOTE_LENGTH,
            **kwargs,
        )

    def _people(self) -> list[Any]:
        """Those who may change the page."""
        found = page_permission_policy.users_with_permission_for_instance("change", self.flag.page)
        return list(found.filter(is_active=True).order_by("username"))

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        match request.POST.get("deed", ""):
            case "assign":
                self._assign(request)
            case "close":
                self._close(request)
            case "reopen":
                self.flag.state, self.flag.done_on, self.flag.done_by = FlagState.OPEN, None, None
                self.flag.save()
                messages.success(request, _("It is open again."))
        return redirect("legal_flags:flag", key)

    def _assign(self, request: HttpRequest) -> None:
        due, key = day_in(request.POST.get("due_on", "")), key_in(request.POST.get("person", "")) or 0
        if due is None:
            messages.error(request, _("That is no day. Nothing was changed."))
            return
        person = next((one for one in self._people() if one.pk == key), None)
        if key and person is None:
            messages.error(request, _("That person may not edit the page. Nothing was changed."))
            return
        self.flag.assigned_to, self.flag.due_on = person, due
        self.flag.save()
        messages.success(request, _("Kept."))

    def _close(self, request: HttpRequest) -> None:
        note = kept_text(request.POST.get("note", ""), NOTE_LENGTH).strip()
        if not note:
            messages.error(request, _("Say what you found and did. Nothing was changed."))
            return
        flag = self.flag
        flag.state, flag.note = FlagState.DONE, note
        flag.done_on, flag.done_by_id = timezone.localdate(), request.user.pk
        flag.save()
        messages.success(request, _("Done. The page was not changed by this."))
