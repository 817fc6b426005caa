"""What the editors of a hall add to its thesaurus."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledge.codes import ThesaurusReason


class ThesaurusEntry(models.Model):
    """Everyday words and the official ones. It stands before the hall's own entry for the same everyday words."""

    everyday = models.CharField(
        _("everyday words"), max_length=100, unique=True, help_text=_("As people type them: 扯证.")
    )
    official = models.TextField(
        _("official words"),
        blank=True,
        max_length=1000,
        help_text=_(
            "As items are called, one a line, the likeliest first: 结婚登记. Left empty, an entry that comes with "
            "the hall is out of use."
        ),
    )
    reason = models.CharField(
        _("why they differ"), max_length=20, choices=ThesaurusReason.choices, default=ThesaurusReason.COLLOQUIAL
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("thesaurus entry")
        verbose_name_plural = _("thesaurus")
        ordering = ["everyday"]

    def __str__(self) -> str:
        return self.everyday

    @property
    def official_words(self) -> tuple[str, ...]:
        """One text a line, without empty ones."""
        return tuple(line.strip() for line in self.official.splitlines() if line.strip())
