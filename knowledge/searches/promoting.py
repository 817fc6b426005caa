"""Wagtail's screens for promoted results, with queries as this hall compares them and popular ones from its own log.

They stand at the addresses of Wagtail's own views, in front of them, so that all of Wagtail's links lead here.
"""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.forms.search import SearchForm
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.contrib.search_promotions import views
from wagtail.contrib.search_promotions.forms import QueryForm

from knowledge.models import SearchLogEntry
from knowledge.search.characters import query_key
from knowledge.search.plan import LONGEST

from .actions import PROMOTE
from .returning import Returning

CHOOSER = "wagtailsearchpromotions/queries/chooser"
MOST_POPULAR = 200  # queries to choose from


class PromotedQueryForm(QueryForm):
    """Keeps a query as readers' queries are compared with it."""

    def clean_query_string(self) -> str:
        query = query_key(self.cleaned_data["query_string"])
        if not query:
            raise forms.ValidationError(_("There is nothing in this that could be searched for."))
        if len(query) > LONGEST:
            raise forms.ValidationError(_("No search is longer than %(most)s characters.") % {"most": LONGEST})
        return query


class IndexView(views.IndexView):
    """Without Wagtail's count of views: searches are counted in our own log."""

    columns = [column for column in views.IndexView.columns if column.name != "views"]


class _Form(Returning):
    form_class = PromotedQueryForm

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return redirect(self.next_url) if self.next_url else response


class AddView(_Form, views.CreateView):
    """``?query=扯证`` fills in the query."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "query_string": self.request.GET.get("query", "")}


class EditView(_Form, views.EditView):
    pass


def chooser(request: HttpRequest, results_only: bool = False) -> HttpResponse:
    """The window to choose a query that readers often search for."""
    if not PROMOTE.may(request.user):
        return permission_denied(request)
    form = SearchForm(request.GET if "q" in request.GET else None)
    wanted = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"queries": Paginator(popular(wanted), 10).get_page(request.GET.get("p")), "searchform": form}
    if results_only:
        return TemplateResponse(request, f"{CHOOSER}/results.html", context)
    window: HttpResponse = render_modal_workflow(
        request, f"{CHOOSER}/chooser.html", None, context, json_data={"step": "chooser"}
    )
    return window


def popular(wanted: str) -> list[dict[str, Any]]:
    """Queries with these words in them and how often they were asked, the most frequent first; not endlessly many."""
    found = SearchLogEntry.objects.filter(query__contains=query_key(wanted)).values_list("query")
    rows = found.annotate(asked=Sum("times")).order_by("-asked", "query")[:MOST_POPULAR]
    return [{"id": number, "query_string": query, "hits": asked} for number, (query, asked) in enumerate(rows, start=1)]


def urls() -> list[URLPattern | URLResolver]:
    """``register_admin_urls``, before Wagtail's own."""
    ours = [
        path("", IndexView.as_view()),
        path("results/", IndexView.as_view(results_only=True)),
        path("add/", AddView.as_view()),
        path("<int:query_id>/", EditView.as_view()),
        path("queries/chooser/", chooser),
        path("queries/chooser/results/", chooser, {"results_only": True}),
    ]
    return [path("searchpicks/", include(ours))]
