"""Whom an item serves: C6."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """C6 服务对象."""

    INDIVIDUAL = "individual", _("Individuals")
    ENTERPRISE = "enterprise", _("Enterprises")
    PUBLIC_INSTITUTION = "public_institution", _("Public institutions")
    SOCIAL_ORGANISATION = "social_organisation", _("Social organisations")
    UNINCORPORATED = "unincorporated", _("Unincorporated businesses")
    GOVERNMENT = "government", _("Government bodies")
    OTHER = "other", _("Other organisations")
