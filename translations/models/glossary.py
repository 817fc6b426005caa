"""The hall's glossary: which words of another language stand for official Chinese terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .texts import LANGUAGE_LENGTH

TERM_LENGTH = 120


class Domain(models.TextChoices):
    """What a term is about."""

    ACTIONS = "actions", pgettext_lazy("domain of terms", "what is done")
    BODIES = "bodies", pgettext_lazy("domain of terms", "offices and bodies")
    PERMITS = "permits", pgettext_lazy("domain of terms", "permits and certificates")
    PEOPLE = "people", pgettext_lazy("domain of terms", "people and organisations")
    MATERIALS = "materials", pgettext_lazy("domain of terms", "documents to bring")
    LEGAL = "legal", pgettext_lazy("domain of terms", "law")
    PROCEDURE = "procedure", pgettext_lazy("domain of terms", "how a case goes")
    INVESTMENT = "investment", pgettext_lazy("domain of terms", "investing and doing business")
    STATUTES = "statutes", pgettext_lazy("domain of terms", "titles of statutes")
    LIVING = "living", pgettext_lazy("domain of terms", "living in Ya'an")


class GlossaryTerm(models.Model):
    """A Chinese term and the one rendering of it, after the principles of GB/T 30240."""

    term = models.CharField(_("Chinese term"), max_length=TERM_LENGTH)
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH, default="en")
    rendering = models.CharField(_("rendering"), max_length=2 * TERM_LENGTH)
    forbidden = models.TextField(
        _("not to be used"), blank=True, help_text=_("Renderings that readers must not meet, one on each line.")
    )
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("When it is used, in the language of the rendering.")
    )
    domain = models.CharField(_("domain"), max_length=20, choices=Domain.choices)
    origin = models.CharField(
        _("where it comes from"), max_length=200, blank=True, help_text=_("The standard, law or office that set it.")
    )

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["domain", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["term", "language"], name="a_term_has_one_rendering_in_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.term} – {self.rendering}"

    @property
    def forbidden_renderings(self) -> list[str]:
        return [line.strip() for line in self.forbidden.splitlines() if line.strip()]
