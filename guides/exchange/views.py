"""The admin's pages for import and export. Each view fetches, calls, shows."""

import tempfile
from typing import IO, Any, cast

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from guides.codes import ImportState
from guides.models import GuidePage, ImportRun
from knowledge.models import User
from translations.usable_text import UnfitError

from . import runs, uploads
from .forms import UploadForm
from .hall import rights_of
from .lock import mark_interrupted
from .presentation import shown_run
from .workbook_write import write_items, write_template

PERMISSION = "guides.import_guides"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REFRESH_SECONDS = "2"
SHOWN_RUNS = 50


def visible_runs(user: Any) -> QuerySet[ImportRun]:
    """Everybody sees their own imports; administrators see all."""
    all_runs = ImportRun.objects.select_related("user")
    return all_runs if user.is_superuser else all_runs.filter(user=user)


class ExchangeView(View):
    """Base of all views: only for those who may import."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


class ExchangePage(WagtailAdminTemplateMixin, ExchangeView, TemplateView):
    """Base of the views with a page."""

    page_title = gettext_lazy("Import and export")
    header_icon = "download"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": reverse("exchange:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, own]


class IndexView(ExchangePage):
    """The upload form, the downloads, and what was imported before."""

    template_name = "guides/exchange/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        runs_shown = visible_runs(self.request.user)[:SHOWN_RUNS]
        return super().get_context_data(**{"form": UploadForm(), "runs": runs_shown, **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        """Keep the file and check it; nothing is changed yet."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        run = form.new_run(request.user, uploads.keep(form.cleaned_data["file"]))
        runs.check.enqueue(run.pk, get_language())
        return redirect("exchange:run", run.pk)


class RunView(ExchangePage):
    """One import: its progress, the preview with its question, or the result."""

    template_name = "guides/exchange/run.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = cast("TemplateResponse", super().get(request, *args, **kwargs))
        if response.context_data and response.context_data["run"].is_busy:
            response["Refresh"] = REFRESH_SECONDS  # a browser without scripts follows it, too
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = get_object_or_404(visible_runs(self.request.user), pk=self.kwargs["pk"])
        if run.state in (ImportState.APPLYING, ImportState.UNDOING):
            mark_interrupted()
            run.refresh_from_db()
        return super().get_context_data(run=run, shown=shown_run(run), States=ImportState, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(get_object_or_404(visible_runs(self.request.user), pk=self.kwargs["pk"]).file_name)


class StepView(ExchangeView):
    """A button of the page of a run. Pressing it twice does nothing the second time."""

    http_method_names = ["post"]
    states: tuple[ImportState, ...]
    next_state: ImportState

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = get_object_or_404(visible_runs(request.user), pk=pk)
        moved = ImportRun.objects.filter(pk=pk, state__in=self.states).update(state=self.next_state)
        if moved:
            self.begin(run, request)
        else:
            messages.warning(request, _("The import is not in a state for that any more."))
        return redirect("exchange:run", pk)

    def begin(self, run: ImportRun, request: HttpRequest) -> None:
        """Start what the new state waits for."""
        raise NotImplementedError


class ConfirmView(StepView):
    """Yes, take it over."""

    states = (ImportState.CHECKED,)
    next_state = ImportState.QUEUED

    def begin(self, run: ImportRun, request: HttpRequest) -> None:
        runs.apply.enqueue(run.pk, get_language())


class CancelView(StepView):
    """No, do not."""

    states = (ImportState.CHECKED, ImportState.CHECKING)
    next_state = ImportState.CANCELLED

    def begin(self, run: ImportRun, request: HttpRequest) -> None:
        uploads.discard(run.upload)
        ImportRun.objects.filter(pk=run.pk).update(upload="")


class UndoView(StepView):
    """Take it back."""

    states = (ImportState.APPLIED, ImportState.INTERRUPTED)
    next_state = ImportState.UNDO_QUEUED

    def begin(self, run: ImportRun, request: HttpRequest) -> None:
        runs.undo_import.enqueue(run.pk, cast("User", request.user).pk, get_language())


class DownloadView(ExchangeView):
    """Base of the views that give a workbook."""

    file_name: str

    def get(self, request: HttpRequest) -> HttpResponseBase:
        file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 -- the response closes it
        try:
            self.write(file, request)
        except UnfitError as error:
            file.close()
            messages.error(request, str(error))
            return redirect("exchange:index")
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=self.file_name, content_type=XLSX)

    def write(self, file: IO[bytes], request: HttpRequest) -> None:
        raise NotImplementedError


class TemplateDownloadView(DownloadView):
    """The empty table."""

    file_name = "items-template.xlsx"

    def write(self, file: IO[bytes], request: HttpRequest) -> None:
        write_template(file)


class ExportView(DownloadView):
    """All items of the departments whose items this person may change."""

    file_name = "items.xlsx"

    def write(self, file: IO[bytes], request: HttpRequest) -> None:
        write_items(exportable(request.user), file)  # type: ignore[arg-type]


def exportable(user: User) -> QuerySet[GuidePage]:
    """The items that a person may see in their newest, unpublished state."""
    departments = rights_of(user).change
    guides: Any = GuidePage.objects.all()
    if departments is None:
        return guides
    below: QuerySet[GuidePage] = GuidePage.objects.none()
    for page in Page.objects.filter(pk__in=departments):
        below = below | guides.descendant_of(page)
    return below
