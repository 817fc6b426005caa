"""The admin's pages for certifying: the list, one item, one key, and the way back."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View
from wagtail.admin.auth import permission_denied
from wagtail.admin.utils import get_valid_next_url_from_request

from guides.models import GuidePage
from guides.rules.certification import Standing
from knowledge.cleaning import key_in
from knowledge.figures import rows_as_csv
from knowledge.paging import Paged
from translations.admin_page import AdminPage
from translations.wording import long_date

from . import listing
from .certifying import PERMISSION, NotCertifiedError, certify, may_certify, obstacle, take_back
from .forms import CertificationForm

PER_PAGE = 50
SHOW = {
    Standing.OVERDUE: gettext_lazy("Overdue"),
    Standing.SOON: gettext_lazy("Due within 30 days"),
    Standing.NEVER: gettext_lazy("Never certified"),
    Standing.GOOD: gettext_lazy("Certified"),
}
TITLE = gettext_lazy("Items to certify")


class OnlyForCertifiers(View):
    """Base of all views here."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


class IndexView(OnlyForCertifiers, AdminPage):
    """``?show=soon&department=12``; ``?format=csv`` for the whole list. A request that is sent certifies ``item``s."""

    template_name = "guides/responsibility/index.html"
    page_title = TITLE
    header_icon = "check"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.GET.get("format") == "csv":
            return rows_as_csv(f"items-{self._show}", _lines(listing.rows(listing.ordered(self._items(self._show)))))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(listing.ordered(self._items(self._show)), PER_PAGE).get_page(self.request.GET.get("page"))
        choices = [(one, label, self._items(one).count(), one == self._show) for one, label in SHOW.items()]
        return super().get_context_data(
            choices=choices,
            rows=listing.rows(page.object_list),
            paged=Paged(page),
            show=self._show,
            departments=listing.departments_of(self.request.user),
            department=self._department,
            **kwargs,
        )

    @property
    def _show(self) -> Standing:
        asked = self.request.GET.get("show", "")
        return Standing(asked) if asked in SHOW else Standing.OVERDUE

    @property
    def _department(self) -> int | None:
        return key_in(self.request.GET.get("department", ""))

    def _items(self, show: Standing) -> Any:
        departments = listing.departments_of(self.request.user)
        chosen = departments.filter(pk=self._department) if self._department else departments
        return listing.in_standing(listing.items_of(chosen), show, timezone.localdate())

    def post(self, request: HttpRequest) -> HttpResponse:
        _certify_all(request, [key for text in request.POST.getlist("item") if (key := key_in(text)) is not None])
        return redirect(request.get_full_path())


def _lines(rows: Iterable[listing.Row]) -> Iterable[list[str]]:
    headings = (_("Item"), _("Implementation code"), _("Department"), _("Responsible post"))
    yield [*headings, _("Certified on"), _("By the post"), _("To be reviewed by"), _("State")]
    for row in rows:
        guide = row.guide
        days = [day.isoformat() if day else "" for day in (guide.certified_on, row.due)]
        texts = [guide.name_zh_hans or "", guide.task_code, guide.department.name_zh_hans or ""]
        post = guide.responsible_post_zh_hans or ""
        yield [*texts, post, days[0], guide.certified_by_post, days[1], str(SHOW[row.standing])]


def _certify_all(request: HttpRequest, keys: list[int]) -> None:
    """Certify the ticked items in one deed, which is taken back as one; say which could not be."""
    uuid, done = uuid4(), 0
    for guide in GuidePage.objects.filter(pk__in=keys):
        try:
            certify(guide.pk, request.user, uuid)
            done += 1
        except NotCertifiedError as error:
            messages.error(request, _("“%(item)s”: %(reason)s") % {"item": guide.name_zh_hans, "reason": error})
    if done:
        text = ngettext("%(count)d item was certified.", "%(count)d items were certified.", done)
        messages.success(request, with_way_back(text % {"count": done}, uuid, request.get_full_path()))
    elif not keys:
        messages.warning(request, _("Tick the items that are correct first."))


class CertifyView(OnlyForCertifiers, AdminPage):
    """One item: how it stands, and certifying it by another post or for less than a year. One key sends nothing."""

    template_name = "guides/responsibility/certify.html"
    page_title = gettext_lazy("Certify as correct")
    header_icon = "check"
    trail = [("certification:index", TITLE)]
    guide: GuidePage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.guide = get_object_or_404(GuidePage, pk=kwargs["key"])
        if not may_certify(request.user, self.guide):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.guide.name_zh_hans)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        initial = {"post": self.guide.responsible_post_zh_hans}
        context = {"form": CertificationForm(initial=initial), "guide": self.guide, "why_not": obstacle(self.guide)}
        return super().get_context_data(**{**context, **kwargs})

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        form = CertificationForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        uuid = uuid4()
        next_url = get_valid_next_url_from_request(request) or reverse("wagtailadmin_pages:edit", args=[key])
        try:
            guide = certify(key, request.user, uuid, *form.chosen)
        except NotCertifiedError as error:
            form.add_error(None, str(error))
            return self.render_to_response(self.get_context_data(form=form))
        day = long_date(guide.review_by)
        said = _("Certified by the post “%(post)s”. To be reviewed by %(day)s.")
        text = said % {"post": guide.certified_by_post, "day": day}
        messages.success(request, with_way_back(text, uuid, next_url))
        return redirect(next_url)


class TakeBackView(OnlyForCertifiers):
    """Undo what one has just certified."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, uuid: UUID) -> HttpResponse:
        if take_back(uuid, request.user):
            messages.success(request, _("Taken back: everything is as it was before."))
        else:
            messages.warning(request, _("There is nothing to take back: it was changed since, or it was not you."))
        return redirect(get_valid_next_url_from_request(request) or "certification:index")


def with_way_back(text: str, uuid: UUID, next_url: str) -> str:
    """A message with a button that undoes what it tells of. Wagtail's ``w-action`` sends the request."""
    address = reverse("certification:take_back", args=[uuid], query={"next": next_url})
    return format_html(
        '{} <span class="buttons"><button type="button" class="button button-small button-secondary" '
        'data-controller="w-action" data-action="w-action#post" data-w-action-url-value="{}">{}</button></span>',
        text,
        address,
        _("Undo"),
    )
