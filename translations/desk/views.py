"""The translator's desk: one page, its Chinese on the left, its translation on the right."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.auth import permission_denied

from translations.admin_page import AdminPage
from translations.languages import language_name, other_languages
from translations.models import TranslatedPage

from . import machine, memory
from .boxes import written
from .reviewing import publish, review, withdraw
from .rows import Row, media_of, rows_of
from .saving import Edit, NotSavedError, page_with, refusal, save
from .spots import find

PARTIAL = "X-Requested-With"  # what the page's own script sends: it puts the answer into the row


class OnePage(View):
    """Base: a page that somebody may edit, and a language that it is translated into."""

    page: TranslatedPage
    language: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        page = page_with(kwargs["key"])
        if page is None or kwargs["language"] not in other_languages():
            raise Http404
        if not page.permissions_for_user(request.user).can_edit():
            return permission_denied(request)
        self.page, self.language = page, kwargs["language"]
        return super().dispatch(request, *args, **kwargs)

    def row(self, address: str) -> Row:
        """The text at an address. Raises ``Http404``."""
        for row in rows_of(self.page, self.language, address) if address else ():
            return row
        raise Http404

    def back(self) -> HttpResponse:
        return redirect("translations:desk", self.page.pk, self.language)


class DeskView(OnePage, AdminPage):
    """``?show=open``: only what is missing or outdated."""

    template_name = "translations/desk/page.html"
    header_icon = "globe"
    page_title = gettext_lazy("Translate")
    trail = [("translations:to_do", gettext_lazy("Translations"))]

    def get_page_subtitle(self) -> str:
        return f"{self.page.title} · {language_name(self.language)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = rows_of(self.page, self.language)
        open_rows = [row for row in rows if row.is_open]
        only_open = self.request.GET.get("show") == "open"
        permissions = self.page.permissions_for_user(self.request.user)
        return super().get_context_data(
            object=self.page,
            language_name=language_name(self.language),
            rows=open_rows if only_open else [row for row in rows if row.unit.source or row.unit.target],
            only_open=only_open,
            open_count=len(open_rows),
            waiting_count=sum(row.waits for row in rows),
            boxes=media_of(rows),
            refusal=refusal(self.page, self.request.user),
            may_publish=permissions.can_publish(),
            **kwargs,
        )


class SaveView(OnePage):
    """``address``, ``seen``, ``text``: one translation. The page's script gets the state of its row, or an error."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        sent = request.POST
        address = sent.get("address", "")
        spot = find(self.page.get_latest_revision_as_object(), address)
        if spot is None:
            raise Http404
        try:
            text = written(type(spot.owner), spot.field, self.language, sent)
            edit = Edit(address, sent.get("seen", ""), text, "by_machine" in sent)
            save(self.page.pk, request.user, self.language, edit)
        except ValidationError as error:
            return self._answer(address, " ".join(error.messages), HTTPStatus.UNPROCESSABLE_ENTITY)
        except NotSavedError as error:
            return self._answer(address, str(error), HTTPStatus.CONFLICT)
        self.page.refresh_from_db()
        return self._answer(address)

    def _answer(self, address: str, error: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
        if self.request.headers.get(PARTIAL):
            context = {"row": self.row(address), "error": error, "saved": not error}
            context |= {"object": self.page, "language": self.language}
            return render(self.request, "translations/desk/state.html", context, status=status)
        if error:
            messages.error(self.request, error)
        else:
            messages.success(self.request, _("Saved."))
        return self.back()


class SuggestionsView(OnePage):
    """``?address=``: what was translated before from texts like this one, and a machine's draft; a part of a page."""

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        row = self.row(request.GET.get("address", ""))
        matches = memory.similar(row.unit.source, self.language) if row.unit.source else []
        draft = "" if row.is_formatted else machine.drafted(row.unit.source, self.language)
        context = {"row": row, "matches": matches, "draft": draft, "language": self.language}
        return render(request, "translations/desk/suggestions.html", context)


class ReviewView(OnePage):
    """``deed``: ``review`` what waits (one text with ``address``), or ``withdraw`` it for one."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        address = request.POST.get("address", "")
        try:
            if request.POST.get("deed") == "withdraw":
                withdraw(self.page, self.language, request.user, address)
            else:
                self._say(*review(self.page, self.language, request.user, address))
        except NotSavedError as error:
            messages.error(request, str(error))
        return self.back()

    def _say(self, done: int, own: int) -> None:
        if done:
            said = ngettext("%(count)d translation is looked over.", "%(count)d translations are looked over.", done)
            messages.success(self.request, said % {"count": done})
        if own:
            said = ngettext(
                "%(count)d is your own: somebody else has to look it over.",
                "%(count)d are your own: somebody else has to look them over.",
                own,
            )
            messages.warning(self.request, said % {"count": own})


class PublishView(OnePage):
    """The newest version with its translations, for readers."""

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        try:
            publish(self.page.pk, self.language, request.user)
        except NotSavedError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Published."))
        return self.back()
