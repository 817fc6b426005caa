"""What became of a question: looked up by its reference, which never stands in an address."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.generic import View

from knowledge.codes import ConsultationState, Deed
from knowledge.models import Consultation
from knowledge.throttle import is_too_often
from translations.reading import Reading

from . import deeds
from .contacts import revealed
from .references import read, shown

TRIES_A_MINUTE = 20


class StatusView(View):
    """``code=…``, and ``deed=solved|unsolved|withdraw|export|erase`` for what the asker may do."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page()

    def post(self, request: HttpRequest) -> HttpResponse:
        typed = request.POST.get("code", "")[:40]
        if is_too_often(request, "status", TRIES_A_MINUTE):
            return self._page(429, typed=typed, error=_("Too many tries. Wait a minute."))
        code = read(typed)
        found = Consultation.objects.filter(code=code).first() if code else None
        if found is None:
            return self._page(
                404,
                typed=typed,
                error=_("There is no question with this reference. Compare it with what you wrote down."),
            )
        if request.POST.get("deed") == "export":
            return _exported(found)
        self._do(request.POST.get("deed", ""), found)
        found.refresh_from_db()
        department = Reading(found.department) if found.department else None
        return self._page(consultation=found, reference=shown(found.code), department=department)

    def _do(self, deed: str, found: Consultation) -> None:
        match deed:
            case "solved" | "unsolved":
                deeds.judge(found, deed == "solved")
            case "withdraw":
                deeds.withdraw(found)
            case "erase":
                deeds.erase(found)

    def _page(self, status: int = 200, **context: Any) -> HttpResponse:
        context |= {"states": ConsultationState, "trail": [(_("What became of your question"), "")]}
        response = render(self.request, "knowledge/ask/status.html", context, status=status)
        response["Cache-Control"] = "no-store"
        return response


def _exported(found: Consultation) -> JsonResponse:
    """All that is kept about a question, as a file (个人信息保护法 45: 查阅、复制)."""
    found.events.create(deed=Deed.EXPORTED)
    content = {
        "reference": shown(found.code),
        "question": found.question,
        "language": found.language,
        "asked_at": found.asked_at.isoformat(),
        "due_on": found.due_on.isoformat(),
        "state": found.state,
        "department": found.department.title if found.department else "",
        "district": found.district.code if found.district else "",
        "about": found.page.title if found.page else "",
        "contact": revealed(found.contact),
        "reply": found.reply if found.state == ConsultationState.ANSWERED else "",
        "answered_at": found.answered_at.isoformat() if found.answered_at else "",
        "solved": found.solved,
        "history": [{"at": event.at.isoformat(), "deed": event.deed} for event in found.events.all()],
    }
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="question-{shown(found.code)}.json"'
    response["Cache-Control"] = "no-store"
    return response
