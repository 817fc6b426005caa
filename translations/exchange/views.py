"""Sending texts out for translation, and taking them back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from translations.admin_page import AdminPage
from translations.file_formats import attachment
from translations.freshness.states import State
from translations.models import TranslatedPage, TranslatedText
from translations.tables import TextTooLongError
from translations.usable_text import FileError

from .forms import FORMATS, ChoiceForm, UploadForm
from .segments import segments_of
from .taking import Report, take

MOST_PAGES = 300  # of one file
MOST_LISTED = 500


def pages_to_send(user: Any, language: str, state: State | None, page: int | None) -> list[TranslatedPage]:
    """Pages that somebody may edit: one of them, or, up to ``MOST_PAGES``, those with published texts in this state."""
    editable = PagePermissionPolicy().instances_user_has_any_permission_for(user, {"change"})
    if page is not None:
        chosen = editable.filter(pk=page)
    else:
        texts = TranslatedText.objects.filter(language=language).in_state(state or State.OUTDATED)
        chosen = editable.filter(pk__in=texts.values("page"))
    found = Page.objects.filter(pk__in=chosen).order_by("path")[:MOST_PAGES].specific()
    return [one for one in found if isinstance(one, TranslatedPage)]


class ExportView(View):
    """A file for a translator."""

    def get(self, request: HttpRequest) -> HttpResponse:
        form = ChoiceForm(request.GET)
        if not form.is_valid():
            messages.error(request, _("Choose a format and a language."))
            return redirect("translations:import")
        choice = form.cleaned_data
        found = pages_to_send(request.user, choice["language"], choice["state"], choice["page"])
        if not found:
            messages.warning(request, _("There is nothing to send: no page that you may edit has such texts."))
            return redirect("translations:import")
        try:
            return self._file(found, choice["file"], choice["language"], only_open=choice["page"] is None)
        except TextTooLongError as error:
            messages.error(request, _("%(reason)s Choose XLIFF: it holds texts of any length.") % {"reason": error})
            return redirect("translations:import")

    def _file(self, found: list[TranslatedPage], kind: str, language: str, only_open: bool) -> HttpResponse:
        segments = (segment for page in found for segment in segments_of(page, language, only_open))
        content = FORMATS[kind].write(segments, language)
        return attachment(content, f"{language}-{timezone.localdate():%Y-%m-%d}", FORMATS[kind])


class ImportView(AdminPage):
    """Both ways on one page: choose what to send, and give back what was translated; then what became of it."""

    template_name = "translations/exchange/page.html"
    page_title = gettext_lazy("Translate elsewhere")
    header_icon = "download"
    trail = [("translations:to_do", gettext_lazy("Translations"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{"choice": ChoiceForm(), "upload": UploadForm(), "most": MOST_PAGES, **kwargs}
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(upload=form))
        try:
            segments = form.segments()
        except FileError as error:
            form.add_error("file", str(error))
            return self.render_to_response(self.get_context_data(upload=form))
        report = take(segments, request.user, form.cleaned_data["language"])
        self._say(report)
        context = {"report": report, "skipped": report.skipped[:MOST_LISTED], "doubtful": report.doubtful[:MOST_LISTED]}
        return self.render_to_response(self.get_context_data(**context))

    def _say(self, report: Report) -> None:
        said = ngettext("%(count)d translation was taken.", "%(count)d translations were taken.", report.taken)
        messages.success(self.request, said % {"count": report.taken})
