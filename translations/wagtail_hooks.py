from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .freshness.notices import warn_of_outdated
from .freshness.viewset import TranslationsViewSet, menu_item
from .glossary.viewset import GlossaryViewSet

hooks.register("after_edit_page", warn_of_outdated)
hooks.register("register_admin_viewset", TranslationsViewSet)
register_snippet(GlossaryViewSet)
hooks.register("register_reports_menu_item", menu_item)
