"""How often readers open each page: counted by day, with nothing about who they are."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LANGUAGE_LENGTH = 10


class PageOpening(models.Model):
    """The openings of one page on one day in one language."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    day = models.DateField(_("day"), db_index=True)
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)
    times = models.PositiveIntegerField(_("times"), default=1)

    wagtail_reference_index_ignore = True  # a reader is no use of the page

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day", "language"], name="one_row_of_openings_a_page_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.language}: {self.page_id} ×{self.times}"


class PageReading(models.Model):
    """How often a page was opened in the last weeks, for lists that begin with what is read most; as of last night."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, primary_key=True, related_name="reading")
    times = models.PositiveIntegerField(_("times"), db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id} ×{self.times}"
