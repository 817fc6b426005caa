"""The admin's pages about the versions of a form. Each view fetches, calls, shows."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.generic import TemplateView, View
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from forms_library.body_size import is_larger, too_large
from forms_library.codes import VersionState
from forms_library.field_reviews.reviews import unresolved
from forms_library.filling.fonts import FontError
from forms_library.models import FormPage, FormVersion
from forms_library.safety.examine import Refusal
from forms_library.safety.kinds import MOST_BYTES
from forms_library.safety.messages import MESSAGES
from forms_library.safety.reasons import Reason
from forms_library.versions.changes import StepError, facts_of, rights_over, take_step
from forms_library.versions.rules import Rights, Step, possible, refusal
from forms_library.versions.samples import add_sample, marked_sample
from forms_library.versions.uploading import Upload, add_version
from knowledge.models import User

from .forms import ExaminedForm, SampleForm, UploadForm, refusal_text
from .wording import step_done, step_label

AROUND = 100_000  # bytes of an upload that are not the file
FOLLOWED_BY_A_SCRIPT = "X-Upload"  # the header with which upload.js asks for an address instead of a redirect


class FormView(View):
    """Base of all views: about one form, for those who may edit it."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.form_page.permissions_for_user(request.user).can_edit():
            refused: HttpResponse = permission_denied(request)
            return refused
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def form_page(self) -> FormPage:
        """The newest state of the form."""
        page: FormPage = get_object_or_404(FormPage, pk=self.kwargs["pk"])
        return page

    @cached_property
    def version(self) -> FormVersion:
        people = ("uploaded_by", "confirmed_by", "published_by", "withdrawn_by")
        versions = FormVersion.objects.select_related("page", *people)
        return get_object_or_404(versions, page=self.form_page, number=self.kwargs["number"])

    @property
    def user(self) -> User:
        return cast("User", self.request.user)

    @cached_property
    def rights(self) -> Rights:
        return rights_over(self.form_page, self.user)


class FormTemplateView(WagtailAdminTemplateMixin, FormView, TemplateView):
    """Base of the views with a page."""

    page_title = gettext_lazy("Files and versions")
    header_icon = "doc-full"

    def get_page_subtitle(self) -> str:
        return str(self.form_page.get_admin_display_title())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("forms:index"), "label": FormPage._meta.verbose_name_plural},
            {"url": reverse("forms:versions", args=[self.form_page.pk]), "label": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(form_page=self.form_page, rights=self.rights, **kwargs)


class VersionsView(FormTemplateView):
    """All versions of a form, the newest first."""

    template_name = "forms_library/editing/versions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(versions=self.form_page.versions.select_related("uploaded_by"), **kwargs)


class VersionView(FormTemplateView):
    """One version: its pages, what was found in it, and what can be done next."""

    template_name = "forms_library/editing/version.html"
    page_title = gettext_lazy("Version")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.version
        detection = found.detection
        facts = facts_of(found, self.rights)
        return super().get_context_data(
            version=found,
            pages=found.pages.all(),
            field_count=len(detection.fields) if detection else 0,
            unresolved_count=len(unresolved(detection, found.reviewed)) if detection else 0,
            steps=[(step.value, step_label(step)) for step in possible(*facts)],
            why_not=_why_not(found, self.rights),
            sample_form=kwargs.pop("sample_form", SampleForm()),
            **kwargs,
        )


def _why_not(found: FormVersion, rights: Rights) -> Promise | None:
    """What an editor has to know who looks in vain for the button of the next step."""
    if found.state == VersionState.CONFIRMED and found.confirmed_by_id == rights.user:
        return refusal(Step.PUBLISH, *facts_of(found, rights))
    return refusal(Step.CONFIRM, *facts_of(found, rights)) if found.state == VersionState.DRAFT else None


@method_decorator(csrf_exempt, name="dispatch")  # the token is checked when it is clear that the body may be read
class ReceivingView(FormTemplateView):
    """Base of the views that take a file."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_larger(request, MOST_BYTES + AROUND):
            return too_large(str(MESSAGES[Reason.TOO_LARGE]))
        answer: HttpResponseBase = csrf_protect(super().dispatch)(request, *args, **kwargs)
        return answer

    def done(self, address: str) -> HttpResponse:
        """To the next page: by itself, or told to the script that sent the file."""
        if FOLLOWED_BY_A_SCRIPT in self.request.headers:
            return JsonResponse({"url": address})
        return redirect(address)


class UploadView(ReceivingView):
    """A new version of a form."""

    template_name = "forms_library/editing/upload.html"
    page_title = gettext_lazy("Upload a version")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": UploadForm(), **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.rights.edit:
            messages.error(request, _("Somebody else has locked this form."))
            return self.done(reverse("forms:versions", args=[self.form_page.pk]))
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        return self._keep(form)

    def _keep(self, form: UploadForm) -> HttpResponse:
        given = form.cleaned_data
        upload = Upload(given["file"].name, form.data_of_file, form.examined, given["dated"], given["comment"])
        version, lost = add_version(self.form_page, upload, self.user)
        messages.success(self.request, _("Version %(number)d was uploaded as a draft.") % {"number": version.number})
        if lost:
            messages.warning(
                self.request,
                _("Confirmed before, and not found in the new file: %(names)s") % {"names": "、".join(lost)},
            )
        return self.done(reverse("forms:version", args=[self.form_page.pk, version.number]))


class SampleView(ReceivingView):
    """The filled sample of a version."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        address = reverse("forms:version", args=[self.form_page.pk, self.version.number])
        if not (self.rights.publish if self.version.was_public else self.rights.edit):
            messages.error(request, _("You may not do that with the forms of this department."))
            return self.done(address)
        if problem := self._keep(SampleForm(request.POST, request.FILES)):
            messages.error(request, problem)
        else:
            messages.success(request, _("The filled sample was added, with 示范 on every page."))
        return self.done(address)

    def _keep(self, form: ExaminedForm) -> str:
        """What is wrong with it; nothing when it was kept."""
        if not form.is_valid():
            return " ".join(str(error) for errors in form.errors.values() for error in errors)
        try:
            made = marked_sample(form.examined)
        except FontError:
            return _("The hall has no font to mark samples with. Tell whoever runs it (FORM_FONT).")
        if isinstance(made, Refusal):
            return _("A sample has to be a PDF.") if made.reason is Reason.UNKNOWN_KIND else refusal_text(made)
        add_sample(self.version, made, self.user)
        return ""


class StepView(FormView):
    """A button of the page of a version. Pressing it twice does nothing the second time."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, number: int, step: str) -> HttpResponse:
        taken = Step(step)
        try:
            take_step(self.version, taken, self.user)
        except StepError as error:
            messages.error(request, str(error.reason))
        else:
            messages.success(request, step_done(taken, number))
        if taken is Step.DISCARD and not FormVersion.objects.filter(page_id=pk, number=number).exists():
            return redirect("forms:versions", pk)
        return redirect("forms:version", pk, number)
