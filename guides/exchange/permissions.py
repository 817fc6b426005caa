"""The permission to import, so that an administrator finds it among those of a group."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet


def exchange_permissions() -> QuerySet[Permission]:
    """``register_permissions``."""
    return Permission.objects.filter(content_type__app_label="guides", codename="import_guides")
