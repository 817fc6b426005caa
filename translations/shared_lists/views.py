"""One entry of a shared list on the translator's desk: all its texts in one form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from translations.admin_page import AdminPage
from translations.desk.boxes import cleaned
from translations.desk.differences import Piece, differences
from translations.freshness.states import State
from translations.languages import language_name, other_languages
from translations.models import SharedText
from translations.models.texts import digest

from .recording import known_of, shared_models, write

PERMISSION = "translations.translate_lists"


@dataclass(frozen=True)
class EntryRow:
    """A Chinese text of an entry with its translation, or with what somebody typed that could not be stored."""

    field: str
    label: str
    source: str
    target: str
    seen: str
    state: State
    changes: list[Piece]
    error: str = ""


class EntryView(AdminPage):
    """``text-<field>`` and ``seen-<field>``: the translation, and the digest of what its writer had before them."""

    template_name = "translations/shared_lists/entry.html"
    header_icon = "globe"
    page_title = gettext_lazy("Translate")
    trail = [
        ("translations:to_do", gettext_lazy("Translations")),
        ("translations:shared", gettext_lazy("Translations of shared lists")),
    ]
    entry: models.Model
    language: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        entry = _entry(kwargs["kind"], kwargs["key"])
        if entry is None or kwargs["language"] not in other_languages():
            raise Http404
        self.entry, self.language = entry, kwargs["language"]
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return f"{self.entry} · {language_name(self.language)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("rows", list(_rows(self.entry, self.language)))
        return super().get_context_data(**kwargs)

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            entry = type(self.entry)._default_manager.select_for_update().get(pk=self.entry.pk)
            rows = [_sent(type(entry), row, request.POST) for row in _rows(entry, self.language)]
            if all(not row.error for row in rows):
                write(entry, self.language, {row.field: row.target for row in rows})
        if any(row.error for row in rows):
            messages.error(request, _("Nothing was saved. See what is said beside the texts."))
            context = self.get_context_data(rows=rows)
            return self.render_to_response(context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
        messages.success(request, _("Saved."))
        return redirect("translations:shared")


def _entry(kind: int, key: int) -> models.Model | None:
    """An entry of a shared list, by the key of its content type."""
    known = ContentType.objects.filter(pk=kind).first()
    model = known.model_class() if known else None
    return model._default_manager.filter(pk=key).first() if model in shared_models() else None


def _rows(entry: Any, language: str) -> Iterator[EntryRow]:
    for text, _is_news in known_of(entry, language):
        if text.source:
            yield _row(entry, text)


def _row(entry: Any, text: SharedText) -> EntryRow:
    changed = text.state is State.OUTDATED and bool(text.made_from)
    return EntryRow(
        field=text.field,
        label=str(entry._meta.get_field(text.field).verbose_name),
        source=text.source,
        target=text.target,
        seen=digest(text.source, text.target),
        state=text.state,
        changes=differences(text.made_from, text.source) if changed else [],
    )


def _sent(model: type[models.Model], row: EntryRow, sent: QueryDict) -> EntryRow:
    """The row with what somebody wrote, and with what is wrong about it."""
    text = sent.get(f"text-{row.field}", row.target)
    if sent.get(f"seen-{row.field}") != row.seen and text != row.target:
        return replace(row, target=text, error=_("Somebody else has changed this text meanwhile. Look at it again."))
    try:
        return replace(row, target=cleaned(model, row.field, text))
    except ValidationError as error:
        return replace(row, target=text, error=" ".join(error.messages))
