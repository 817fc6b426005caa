"""The glossary as a file, out and back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.auth import permission_denied

from translations.admin_page import AdminPage
from translations.file_formats import FileForm, attachment
from translations.models import GlossaryTerm
from translations.tables import TextTooLongError
from translations.usable_text import FileError

from . import sheet, tbx
from .entries import Outcome, entry_of, take

PERMISSIONS = ("translations.add_glossaryterm", "translations.change_glossaryterm")
FORMATS = {"tbx": tbx, "xlsx": sheet}
MOST_LISTED = 500


class GlossaryExportView(View):
    """``?file=tbx`` or ``xlsx``: all terms."""

    def get(self, request: HttpRequest) -> HttpResponse:
        kind = request.GET.get("file", "")
        kind = kind if kind in FORMATS else "tbx"
        try:
            content = FORMATS[kind].write(entry_of(term) for term in GlossaryTerm.objects.all())
        except TextTooLongError as error:
            messages.error(request, _("%(reason)s Choose TBX: it holds texts of any length.") % {"reason": error})
            return redirect("translations:glossary")
        return attachment(content, "glossary", FORMATS[kind])


class GlossaryFilesView(AdminPage):
    """The files to download, the form for one that comes back, and what became of it."""

    template_name = "translations/glossary_files.html"
    page_title = gettext_lazy("Glossary as a file")
    header_icon = "download"
    trail = [("wagtailsnippets_translations_glossaryterm:list", gettext_lazy("Glossary"))]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        may = request.user.has_perms(PERMISSIONS)
        return super().dispatch(request, *args, **kwargs) if may else permission_denied(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"upload": FileForm(), "count": GlossaryTerm.objects.count(), **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(upload=form))
        try:
            outcome = self._taken(form)
        except FileError as error:
            form.add_error("file", str(error))
            return self.render_to_response(self.get_context_data(upload=form))
        context = self.get_context_data(outcome=outcome, refused=outcome.refused[:MOST_LISTED])
        return self.render_to_response(context)

    def _taken(self, form: FileForm) -> Outcome:
        found = form.format_among(FORMATS)
        if found is None:
            raise FileError(_("The name of such a file ends in .tbx or .xlsx."))
        return take(list(found.read(form.cleaned_data["file"].read())))
