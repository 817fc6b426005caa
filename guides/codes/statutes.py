"""The ranks of statutes, what can happen to them, and what happened to what rests on them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StatuteKind(TextChoices):
    """立法法 10, 72, 80, 91, 93, 119."""

    LAW = "law", _("Law")
    ADMINISTRATIVE_REGULATION = "administrative_regulation", _("Administrative regulation of the State Council")
    LOCAL_REGULATION = "local_regulation", _("Local regulation")
    DEPARTMENT_RULE = "department_rule", _("Rule of a department of the State Council")
    LOCAL_RULE = "local_rule", _("Rule of a local government")
    JUDICIAL_INTERPRETATION = "judicial_interpretation", _("Judicial interpretation")
    OTHER = "other", _("Other normative document")


class VersionStatus(TextChoices):
    """Of a version, on a day."""

    FUTURE = "future", pgettext_lazy("a version of a statute", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("a version of a statute", "In force")
    SUPERSEDED = "superseded", pgettext_lazy("a version of a statute", "Superseded")
    REPEALED = "repealed", pgettext_lazy("a version of a statute", "Repealed")


class FlagKind(TextChoices):
    """Why a page that cites a statute has to be looked at."""

    REPEALED = "repealed", _("The statute was repealed")
    ARTICLE_VANISHED = "article_vanished", _("The article no longer exists")
    ARTICLE_CHANGED = "article_changed", _("The words of the article changed")
    NEW_VERSION = "new_version", _("The statute has a new version")


class FlagState(TextChoices):
    """Where the work on a flag has got to."""

    OPEN = "open", pgettext_lazy("a flag", "Open")
    DONE = "done", pgettext_lazy("a flag", "Done")
