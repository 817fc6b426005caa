from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .freshness.notices import warn_of_outdated
from .glossary.viewset import GlossaryViewSet
from .viewset import TranslationsViewSet, menu_item, page_buttons

hooks.register("after_edit_page", warn_of_outdated)
hooks.register("register_admin_viewset", TranslationsViewSet)
register_snippet(GlossaryViewSet)
hooks.register("register_reports_menu_item", menu_item)
hooks.register("register_page_header_buttons", page_buttons)
