from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from guides.lint.facts import chosen_for_investors

        from .investors import items_for_investors

        chosen_for_investors.append(items_for_investors)
