from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FormsLibraryConfig(AppConfig):
    name = "forms_library"
    verbose_name = _("Forms library")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import addresses
        from .versions import tidying

        addresses.register()
        tidying.connect()
