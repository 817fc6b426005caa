"""Topics: the two official lists, for individuals (C7b) and for organisations (C7a)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from knowledge.codes import TopicAudience


class Topic(models.Model):
    """One entry of a topic list. ``code`` is the national three-digit code, unique within its list."""

    audience = models.CharField(_("audience"), max_length=20, choices=TopicAudience.choices)
    code = models.CharField(_("code"), max_length=10)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["audience", "code"]
        constraints = [models.UniqueConstraint(fields=["audience", "code"], name="topic_code_once_per_list")]

    def __str__(self) -> str:
        return f"{self.name_zh_hans} · {self.get_audience_display()}"  # type: ignore[attr-defined]

    @property
    def key(self) -> str:
        """``individual/005``: the name of the topic in files."""
        return f"{self.audience}/{self.code}"
