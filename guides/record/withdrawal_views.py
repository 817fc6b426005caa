"""The screen on which an item is ended, or offered again."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_denied
from wagtail.admin.widgets import Button
from wagtail.models import Page

from guides.codes import ItemStatus
from guides.models import GuidePage, Withdrawal
from translations.admin_page import AdminPage

from .withdrawal_forms import WithdrawalForm
from .withdrawing import NotWithdrawnError, may_end, refusal, restore, withdraw


class WithdrawView(AdminPage):
    """``/admin/record/<page>/end/``: only for those who may edit the item."""

    template_name = "guides/record/admin/withdraw.html"
    header_icon = "cross"
    page_title = gettext_lazy("End this item")
    guide: GuidePage
    form: WithdrawalForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.guide = get_object_or_404(GuidePage, pk=kwargs["key"])
        if not may_end(request.user, self.guide) or self.guide.locked:
            return permission_denied(request)
        known = Withdrawal.objects.filter(guide=self.guide).first() or Withdrawal(guide=self.guide)
        self.form = WithdrawalForm(request.POST if "kind" in request.POST else None, instance=known)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return str(self.guide.title)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            guide=self.guide,
            form=self.form,
            media=self.form.media,
            refusal=refusal(self.guide, self.request.user),
            has_ended=self.guide.status == ItemStatus.CANCELLED,
            **kwargs,
        )

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        try:
            if request.POST.get("deed") == "restore":
                restore(self.guide, request.user)
                self._say(_("“%(item)s” was submitted: it is offered again once somebody else has approved it."))
            elif self.form.is_valid():
                is_seen = withdraw(self.form.save(commit=False), request.user)
                submitted = _("“%(item)s” was submitted: it ends once somebody else has approved it.")
                self._say(_("“%(item)s” has ended; its page says why.") if is_seen else submitted)
            else:
                messages.error(request, _("Not saved: correct what is marked below."))
                return self.render_to_response(self.get_context_data())
        except NotWithdrawnError as error:
            messages.error(request, str(error))
            return self.render_to_response(self.get_context_data())
        return redirect("wagtailadmin_explore", self.guide.get_parent().pk)

    def _say(self, words: str) -> None:
        messages.success(self.request, words % {"item": self.guide})


def header_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """``register_page_header_buttons``: from an item to its end."""
    if issubclass(page.specific_class or Page, GuidePage) and page.live and may_end(user, page):
        yield Button(_("End this item …"), reverse("record:withdraw", args=[page.pk]), icon_name="cross", priority=55)
