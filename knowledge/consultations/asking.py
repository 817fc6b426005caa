"""Readers ask: the form, what may answer the question already, and the reference of what was sent."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from wagtail.models import Page

from knowledge.answers.replying import ask
from knowledge.cleaning import kept_text, key_in
from knowledge.models import Consultation, Deflection
from knowledge.public import public
from knowledge.throttle import is_too_often
from translations.languages import reading_language
from translations.reading import Reading

from .forms import AskForm
from .receiving import Asked, receive
from .references import shown
from .stamps import StampError, new_stamp, nonce_of

HOUR = 3600  # seconds
MOST_TYPED = 100_000  # characters of a field that are looked at
MOST_OFFERED = 5
SEND, SOLVED = "send", "solved"  # what a button does; without one the question is looked at first


@method_decorator(sensitive_post_parameters("question", "contact"), name="dispatch")
class AskView(View):
    """``?about=KEY&q=…`` begins with the page that the question is about, and with its words."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        initial = {
            "question": request.GET.get("q", "")[:200],
            "about": key_in(request.GET.get("about", "")) or "",
            "stamp": new_stamp(),
        }
        return self._page("form", AskForm(initial=initial), about=_page(initial["about"]))

    def post(self, request: HttpRequest) -> HttpResponse:
        step = request.POST.get("step", "")
        if step == SOLVED:
            return self._solved()
        form = AskForm(_cleaned(request.POST))
        if not form.is_valid():
            return self._page("form", form, HTTPStatus.UNPROCESSABLE_ENTITY, about=_page(form.data.get("about")))
        if step != SEND:
            return self._look(form)
        return self._send(form)

    def _look(self, form: AskForm) -> HttpResponse:
        """What may answer the question before anybody is asked, and which item is meant."""
        question, about = form.cleaned_data["question"], _page(form.cleaned_data["about"])
        results, reply = ask(question, reading_language())
        offered = [hit for hit in results.best_hits if hit.index.answers_questions][:MOST_OFFERED]
        context = {"reply": reply, "hits": results.best_hits[:MOST_OFFERED], "offered": offered, "about": about}
        return self._page("look", form, **context)

    def _send(self, form: AskForm) -> HttpResponse:
        try:
            nonce = nonce_of(form.cleaned_data["stamp"])
        except StampError:
            form.data = {**form.data, "stamp": new_stamp()}
            form.add_error(
                None, _("The page lay open too long, or not long enough. Your question is still here: send it again.")
            )
            return self._page("form", form, HTTPStatus.UNPROCESSABLE_ENTITY, about=_page(form.cleaned_data["about"]))
        is_new = not Consultation.objects.filter(nonce=nonce).exists()
        if is_new and is_too_often(self.request, "ask", settings.CONSULTATIONS_AN_HOUR, HOUR):
            form.add_error(
                None, _("Too many questions were sent from here. Your question is still below: send it in an hour.")
            )
            return self._page("form", form, HTTPStatus.TOO_MANY_REQUESTS, about=_page(form.cleaned_data["about"]))
        data, about = form.cleaned_data, _page(form.cleaned_data["about"])
        page = about.instance if about else None
        consultation = receive(
            Asked(nonce, data["question"], reading_language(), data["contact"], page, data["district"])
        )
        return self._page("received", reference=shown(consultation.code), consultation=consultation)

    def _solved(self) -> HttpResponse:
        if not is_too_often(self.request, "deflection", settings.CONSULTATIONS_AN_HOUR, HOUR):
            Deflection.objects.count_up(reading_language())
        return self._page("solved")

    def _page(
        self, name: str, form: AskForm | None = None, status: int = HTTPStatus.OK, **context: Any
    ) -> HttpResponse:
        context |= {"form": form, "trail": [(_("Ask a question"), "")]}
        response = render(self.request, f"knowledge/ask/{name}.html", context, status=status)
        response["Cache-Control"] = "no-store"
        return response


def _cleaned(data: Any) -> dict[str, str]:
    """The fields as text that can be kept; what is too long is for the form to refuse."""
    return {name: kept_text(data.get(name, ""), MOST_TYPED) for name in data}


def _page(key: Any) -> Any:
    """The public page with this key as a reading; nothing for none."""
    found = public(Page).filter(pk=key_in(str(key or "")) or 0).first()
    return Reading(found.specific) if found else None
