from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = _("Service guides")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from .exchange import broken_off
        from .lint import signals as lint
        from .record import signals as record
        from .responsibility import history
        from .statutes import signals as statutes

        broken_off.connect()
        history.connect()
        lint.connect()
        record.connect()
        statutes.connect()
