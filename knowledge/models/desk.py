"""What members of staff keep at their windows. Nothing of whoever stands before them is kept."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .counting import count_up
from .search_log import QUERY_LENGTH

KEPT_RECENT = 20  # pages that were opened last, beside the favourites


class DeskPageQuerySet(models.QuerySet["DeskPage"]):
    def opened(self, user: Any, page: int) -> None:
        """Note that somebody looked at a page, and forget what was looked at long ago."""
        with transaction.atomic():
            self.update_or_create(user=user, page_id=page, defaults={"opened_at": timezone.now()})
            recent = self.filter(user=user, favourite=False).order_by("-opened_at")
            self.filter(pk__in=list(recent.values_list("pk", flat=True)[KEPT_RECENT:])).delete()

    def toggle(self, user: Any, page: int) -> bool:
        """Make a page a favourite, or no longer; answers what it is then."""
        kept, _made = self.get_or_create(user=user, page_id=page)
        kept.favourite = not kept.favourite
        kept.save(update_fields=["favourite"])
        return kept.favourite


class DeskPage(models.Model):
    """A page that somebody opened at the desk, or keeps at hand."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="desk_pages")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    favourite = models.BooleanField(_("favourite"), default=False)
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)

    objects = DeskPageQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # to look at a page is no use of it

    class Meta:
        default_permissions = ()
        permissions = [("use_desk", _("Can use the desk for window staff"))]
        constraints = [models.UniqueConstraint(fields=["user", "page"], name="one_desk_row_a_page")]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.page_id}"


class UnansweredQuestionQuerySet(models.QuerySet["UnansweredQuestion"]):
    def count_up(self, day: date, language: str, question: str) -> None:
        """Once more nobody knew the answer to this normalised question."""
        count_up(self.model, day=day, language=language, question=question)

    def count_down(self, day: date, language: str, question: str) -> None:
        """It was a mistake."""
        rows = self.filter(day=day, language=language, question=question)
        with transaction.atomic():
            rows.update(times=F("times") - 1)
            rows.filter(times__lte=0).delete()


class UnansweredQuestion(models.Model):
    """What was asked at a window and could not be answered: counted by day, with nothing about who asked."""

    day = models.DateField(_("day"), db_index=True)
    language = models.CharField(_("language"), max_length=10)
    question = models.CharField(_("question"), max_length=QUERY_LENGTH)
    times = models.IntegerField(_("times"), default=1)

    objects = UnansweredQuestionQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["question", "language", "day"], name="one_unanswered_row_a_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.language}: {self.question}"
