"""What a form is, and how far a version of it has come. Values are words; they are stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FormKind(TextChoices):
    """申请表格文书 of the national lists (C17a), a little finer."""

    APPLICATION = "application", pgettext_lazy("a kind of form", "Application")
    COMMITMENT = "commitment", _("Letter of commitment")
    AUTHORISATION = "authorisation", _("Power of attorney")
    ROSTER = "roster", _("List or register")
    CONTRACT = "contract", _("Model contract")
    OTHER = "other", _("Other form")


class FormLanguage(TextChoices):
    """In which language the form itself is printed."""

    CHINESE = "chinese", _("Chinese")
    ENGLISH = "english", _("English")
    BILINGUAL = "bilingual", _("Chinese and English")


class VersionState(TextChoices):
    """From the upload to the end of a version."""

    DRAFT = "draft", _("Draft")
    CONFIRMED = "confirmed", _("Confirmed")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")
