from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = _("Service guides")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .exchange import broken_off
        from .record import signals

        broken_off.connect()
        signals.connect()
