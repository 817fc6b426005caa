"""Questions that people ask, with what a department answers: written by editors, and judged by readers."""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, TabbedInterface
from wagtail.models import Orderable, Page

from knowledge.codes import Opinion
from knowledge.search.admin import SegmentedMixin
from translations.fields import RichTextField
from translations.languages import texts_in_all
from translations.models import TranslatedOrderable, TranslatedPage
from translations.panels import TextGroup, both, language_tabs

from .counting import count_up
from .owned import OfDepartment
from .topics import Topic

REVIEWED_WITHIN = timedelta(days=365)  # an answer that nobody looked at for a year is no longer trusted


def next_review() -> date:
    """By when an answer that is written today is looked at again."""
    return timezone.localdate() + REVIEWED_WITHIN


class AnswerPage(SegmentedMixin, OfDepartment, TranslatedPage):
    """One question, which is the page's name, and the answer. From when until when it holds is Wagtail's schedule."""

    variants = models.TextField(
        _("other ways to ask"),
        blank=True,
        help_text=_("One a line, as people say it. Found and answered like the question."),
    )
    answer = RichTextField(_("answer"))
    keywords = models.CharField(
        _("keywords"),
        max_length=500,
        blank=True,
        help_text=_("Words to find it by that stand neither in the question nor in the answer."),
    )
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="answers")
    review_by = models.DateField(_("to be reviewed by"), default=next_review)

    parent_page_types = ["knowledge.DepartmentPage"]
    subpage_types: list[str] = []
    template = "knowledge/answer_page.html"

    search_fields = [*Page.search_fields, *SegmentedMixin.token_fields]

    edit_handler = TabbedInterface(
        [
            *language_tabs(
                [TextGroup(_("Question"), ["name", "variants"]), TextGroup(_("Answer"), ["answer", "keywords"])]
            ),
            ObjectList(
                [
                    InlinePanel(
                        "subjects", heading=_("What it is about"), label=_("page"), panels=[FieldPanel("subject")]
                    ),
                    InlinePanel(
                        "bases", heading=_("Legal basis"), label=_("legal basis"), panels=both("statute", "article")
                    ),
                    FieldPanel("topics"),
                    FieldPanel("review_by"),
                ],
                heading=_("Facts"),
            ),
            ObjectList([FieldPanel("slug"), *Page.settings_panels], heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def admin_search_texts(self) -> list[str | None]:
        return texts_in_all(self, "name", "variants", "keywords")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from knowledge.answers.presentation import answer_context  # noqa: PLC0415 -- it reads the models

        return {**super().get_context(request, *args, **kwargs), **answer_context(self, request)}


class AnswerSubject(Orderable):
    """A page that an answer is about: a service, mostly."""

    page = ParentalKey(AnswerPage, on_delete=models.CASCADE, related_name="subjects")
    subject = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="answer_subjects")

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "subject"], name="answer_subject_once")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.subject_id}"


class AnswerBasis(TranslatedOrderable):
    """An article that an answer rests on."""

    page = ParentalKey(AnswerPage, on_delete=models.CASCADE, related_name="bases")
    statute = models.CharField(_("statute"), max_length=500)
    article = models.CharField(_("article"), max_length=200, blank=True)

    def __str__(self) -> str:
        return f"《{self.statute_zh_hans}》{self.article_zh_hans or ''}"


class AnswerVoteQuerySet(models.QuerySet["AnswerVote"]):
    def count_up(self, page: AnswerPage, language: str, opinion: Opinion) -> None:
        """Count one reader's opinion today."""
        count_up(self.model, page_id=page.pk, day=timezone.localdate(), language=language, opinion=str(opinion))


class AnswerVote(models.Model):
    """How many readers thought so of an answer on a day. Who they are is not kept."""

    page = models.ForeignKey(AnswerPage, on_delete=models.CASCADE, related_name="votes")
    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    opinion = models.CharField(_("opinion"), max_length=20, choices=Opinion.choices)
    times = models.PositiveIntegerField(_("times"), default=1)

    objects = AnswerVoteQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day", "language", "opinion"], name="one_vote_row_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.day}: {self.opinion} ×{self.times}"
