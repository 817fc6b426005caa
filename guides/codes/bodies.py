"""Who exercises the power, at which level, and where it comes from: C3, C4, C5."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from knowledge.codes import BodyNature, Level

__all__ = ["BodyNature", "Level", "PowerSource"]


class PowerSource(TextChoices):
    """C3 权力来源."""

    BY_LAW = "by_law", _("Given by law to this level")
    DELEGATED_DOWN = "delegated_down", _("Handed down from a higher level")
    AUTHORISED_FROM_ABOVE = "authorised_from_above", _("Authorised by a higher level")
    AUTHORISED_BY_PEER = "authorised_by_peer", _("Authorised at the same level")
    ENTRUSTED_FROM_ABOVE = "entrusted_from_above", _("Entrusted by a higher level")
    ENTRUSTED_BY_PEER = "entrusted_by_peer", _("Entrusted at the same level")
