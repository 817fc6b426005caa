"""What a search finds, and the three ways to change it. Each view fetches, calls, shows."""

from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_denied
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import Page

from knowledge.models import SearchLogEntry, ThesaurusEntry
from knowledge.search.log import found_now
from knowledge.search.views import readable
from translations.admin_page import AdminPage
from translations.languages import content_languages, language_in_words
from translations.reading import is_reviewed

from .actions import EVERYDAY_NAME, PROMOTE, SYNONYM, Way, actions
from .everyday_names import Outcome, Proposal, add_name, proposals
from .finds import clicks, finds, index_is_at_work, names_of, opened_elsewhere
from .forms import EverydayNameForm
from .places import SearchesView, effect_address

REFRESH_SECONDS = "2"
THESAURUS = "wagtailsnippets_knowledge_thesaurusentry"
MOST_BEFORE = 20  # pages that an address may name
SAID = {
    Outcome.SUBMITTED: gettext_lazy(
        "“%(words)s” stands in the draft of “%(item)s” and was submitted for review. Readers find the item by it once "
        "it is approved."
    ),
    Outcome.DRAFT_WITH_OTHERS: gettext_lazy(
        "“%(words)s” stands in the draft of “%(item)s”. The draft has other changes that are not published yet, so "
        "readers find it by these words once the draft is published."
    ),
    Outcome.DRAFT_TO_PUBLISH: gettext_lazy(
        "“%(words)s” stands in the draft of “%(item)s”. Somebody else has to publish it."
    ),
    Outcome.THERE_ALREADY: gettext_lazy("“%(item)s” has the everyday name “%(words)s” already. Nothing was changed."),
    Outcome.LOCKED: gettext_lazy("“%(item)s” is locked by somebody else. Nothing was changed."),
}


class SearchView(SearchesView):
    """Base of the views about one search: ``?q=…&language=…``. ``way``: only for those who may go it."""

    way: Way | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.query = readable(request.GET.get("q", ""))
        self.language = request.GET.get("language", "")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.query or self.language not in content_languages():
            raise Http404
        if self.way and not self.way.may(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def found_before(self) -> list[int]:
        """The keys of the pages that are found first until something is changed."""
        return finds(self.query, self.language, self.request).keys


class SearchPage(AdminPage, SearchView):
    """Base of those with a page."""

    header_icon = "search"
    trail = [("searches:most_searched", gettext_lazy("Searches"))]

    def get_page_subtitle(self) -> str:
        return self.query


class QueryView(SearchPage):
    """What readers get for a query now. With ``before=1,2,3`` after a change: what they got until then."""

    template_name = "knowledge/searches/query.html"
    page_title = gettext_lazy("What a search finds")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = cast("TemplateResponse", super().get(request, *args, **kwargs))
        if response.context_data and response.context_data["at_work"]:
            response["Refresh"] = REFRESH_SECONDS  # a browser without scripts follows it, too
            # What was said about the change must not vanish with the first renewal.
            response.add_post_render_callback(lambda _response: setattr(messages.get_messages(request), "used", False))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = finds(self.query, self.language, self.request)
        opened = clicks(self.query, self.language)
        before = self._before()
        if before is not None:
            found_now(self.query, self.language, found.count or len(found.first))
        return super().get_context_data(
            query=self.query,
            language_name=dict(settings.LANGUAGES)[self.language],
            asked=SearchLogEntry.objects.by_query()
            .filter(query=self.query, language=self.language)
            .order_by("query")
            .first(),
            finds=found,
            before=None if before is None else names_of(before),
            new=[key for key in found.keys if before is not None and key not in before],
            rows=[(find, opened.get(find.page or 0, 0)) for find in found.first],
            elsewhere=opened_elsewhere(opened, found.keys),
            actions=actions(self.request.user, self.query, self.language),
            at_work=before is not None and index_is_at_work(),
            **kwargs,
        )

    def _before(self) -> list[int] | None:
        if (given := self.request.GET.get("before")) is None:
            return None
        return [int(key) for key in given.split(",")[:MOST_BEFORE] if key.isascii() and key.isdigit() and len(key) < 10]


class EverydayNameView(SearchPage):
    """Choose an item that a query means, among those one may change: it gets the words as an everyday name."""

    template_name = "knowledge/searches/everyday_name.html"
    page_title = EVERYDAY_NAME.label
    way = EVERYDAY_NAME

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.looked_for = readable(request.GET.get("find", "")) or self.query
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        proposed = self._proposed()
        context = {
            "form": EverydayNameForm(
                self.request.user, proposed, initial={"words": self.query, "language": self.language}
            ),
            "proposed": proposed,
            "query": self.query,
            "language": self.language,
            "looked_for": self.looked_for,
        }
        return super().get_context_data(**{**context, **kwargs})

    def _proposed(self) -> list[Proposal]:
        return proposals(self.looked_for, self.language, self.request.user)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Change the item, and show what the search finds then."""
        form = EverydayNameForm(request.user, self._proposed(), data=request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        before = self.found_before()
        page, words, language = (form.cleaned_data[name] for name in ("page", "words", "language"))
        try:
            outcome = add_name(page.pk, words, language, request.user)
        except PermissionDenied:
            return permission_denied(request)
        self._say(outcome, page, words, language)
        return redirect(effect_address(self.query, self.language, before))

    def _say(self, outcome: Outcome, page: Page, words: str, language: str) -> None:
        level = messages.SUCCESS if outcome is Outcome.SUBMITTED else messages.WARNING
        messages.add_message(self.request, level, SAID[outcome] % {"item": page.title, "words": words})
        if not is_reviewed(page.specific, language):
            messages.warning(
                self.request,
                _("The %(language)s of this item is not reviewed yet. Until it is, nobody finds it by %(language)s.")
                % {"language": language_in_words(language)},
            )


class ForwardView(SearchView):
    """Base of the views that only lead to another form, which leads back to what the search finds then."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        back = effect_address(self.query, self.language, self.found_before())
        url, initial = self.form()
        return redirect(f"{url}?{urlencode({**initial, 'next': back})}")

    def form(self) -> tuple[str, dict[str, str]]:
        """The address of the form, and what it is filled in with."""
        raise NotImplementedError


class SynonymView(ForwardView):
    """To the thesaurus: the entry for these words, or a new one."""

    way = SYNONYM

    def form(self) -> tuple[str, dict[str, str]]:
        entry = ThesaurusEntry.objects.filter(everyday=self.query).first()
        if entry:
            return reverse(f"{THESAURUS}:edit", args=[entry.pk]), {}
        return reverse(f"{THESAURUS}:add"), {"everyday": self.query}


class PromoteView(ForwardView):
    """To the promoted results for this query, or to a form for the first one."""

    way = PROMOTE

    def form(self) -> tuple[str, dict[str, str]]:
        promoted = Query.objects.filter(query_string=self.query, editors_picks__isnull=False).first()
        if promoted:
            return reverse("wagtailsearchpromotions:edit", args=[promoted.pk]), {}
        return reverse("wagtailsearchpromotions:add"), {"query": self.query}
