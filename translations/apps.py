from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationsConfig(AppConfig):
    name = "translations"
    verbose_name = _("Two languages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks  # noqa: F401 -- registers the system checks
        from .bare_columns import pin_bare_columns
        from .freshness import signals
        from .queryset_classes import make_each_class_once
        from .shared_lists import recording
        from .text_boxes import let_text_boxes_grow
        from .untranslated import show_english

        signals.connect()
        recording.connect()
        pin_bare_columns()
        make_each_class_once()
        let_text_boxes_grow()
        show_english()
