"""How bad a finding is, and what it costs an item."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Level(TextChoices):
    """From what stops a publication to what is only advice."""

    REFUSE = "refuse", _("Needed before publishing")
    WARN = "warn", _("Probably wrong")
    ADVISE = "advise", _("Could be better")


COSTS = {Level.REFUSE: 8, Level.WARN: 3, Level.ADVISE: 1}  # points of 100, once for each rule (docs/decisions/0025)
