from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "knowledge"
    verbose_name = _("Knowledge base")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.core import checks

        from . import signals
        from .search import signals as search_signals
        from .search.checks import advise_a_faster_engine
        from .tasks import of_wagtail

        signals.connect()
        search_signals.connect()
        checks.register(advise_a_faster_engine)
        of_wagtail.declare()
        autodiscover_modules("jobs")  # the periodic jobs of every app
        autodiscover_modules("overview_figures")  # what every app has to count
        autodiscover_modules("search_beside")  # what apps show beside the results of a search
