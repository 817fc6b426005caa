"""What readers search for and open: counted by day, with nothing about who they are."""

from datetime import date
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F, Max, OuterRef, Subquery, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

QUERY_LENGTH = 160  # of a normalised query: twice personal.LONGEST, as a space comes between Chinese and Latin


class SearchLogQuerySet(models.QuerySet["SearchLogEntry"]):
    def count_up(self, day: date, language: str, query: str, hits: int) -> int:
        """Count one more search for this query; answers the key of its row.

        One statement, so that of searches at the same moment none is lost.
        """
        table = connection.ops.quote_name(self.model._meta.db_table)
        statement = (
            f"insert into {table} (day, language, query, hits, times, clicks) values (%s, %s, %s, %s, 1, 0) "  # noqa: S608
            f"on conflict (query, language, day) do update set times = {table}.times + 1, hits = excluded.hits "
            "returning id"
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, (day, language, query, hits))
            return int(cursor.fetchone()[0])

    def by_query(self) -> Any:
        """One dictionary for each query and language, with ``asked`` and ``opened`` (times), ``last_day``, and
        ``found``: the number of hits of the last time, whatever period these rows are of.
        """
        last = self.model._default_manager.filter(query=OuterRef("query"), language=OuterRef("language"))
        return self.values("query", "language").annotate(
            asked=Sum("times"),
            opened=Sum("clicks"),
            last_day=Max("day"),
            found=Subquery(last.order_by("-day").values("hits")[:1]),
        )


class SearchLogEntry(models.Model):
    """The searches of one day for one query in one language."""

    day = models.DateField(_("day"), db_index=True)
    language = models.CharField(_("language"), max_length=10)
    query = models.CharField(_("searched for"), max_length=QUERY_LENGTH, help_text=_("Normalised, as it is compared."))
    hits = models.PositiveIntegerField(_("number of results"), help_text=_("Of the last time."))
    times = models.PositiveIntegerField(_("searches"), default=1)
    clicks = models.PositiveIntegerField(_("results opened"), default=0)

    objects = SearchLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        default_permissions = ()
        permissions = [("see_searches", _("Can see what readers search for"))]
        constraints = [models.UniqueConstraint(fields=["query", "language", "day"], name="one_search_row_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.language}: {self.query}"


class SearchClickQuerySet(models.QuerySet["SearchClick"]):
    def count_up(self, search: int, page: int | None) -> None:
        """Count that somebody opened a result: a page, or ``None`` for a promoted address outside the hall.

        What is not there any more, search or page, is ignored.
        """
        table = connection.ops.quote_name(self.model._meta.db_table)
        searches, pages = (connection.ops.quote_name(one._meta.db_table) for one in (SearchLogEntry, Page))
        statement = (
            f"insert into {table} (search_id, page_id, times) "  # noqa: S608
            f"select s.id, p.id, 1 from {searches} s, {pages} p where s.id = %s and p.id = %s "
            f"on conflict (search_id, page_id) do update set times = {table}.times + 1"
        )
        with transaction.atomic():
            SearchLogEntry.objects.filter(pk=search).update(clicks=F("clicks") + 1)
            if page is not None:
                with connection.cursor() as cursor:
                    cursor.execute(statement, (search, page))


class SearchClick(models.Model):
    """How often a page was opened from the results of these searches."""

    search = models.ForeignKey(SearchLogEntry, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    times = models.PositiveIntegerField(_("times"), default=1)

    objects = SearchClickQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # a click is no use of the page

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["search", "page"], name="one_click_row_a_page")]

    def __str__(self) -> str:
        return f"{self.search}: {self.page_id} ×{self.times}"
