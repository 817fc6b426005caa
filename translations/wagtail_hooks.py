from wagtail import hooks

from .freshness.notices import warn_of_outdated
from .freshness.viewset import TranslationsViewSet, menu_item

hooks.register("after_edit_page", warn_of_outdated)
hooks.register("register_admin_viewset", TranslationsViewSet)
hooks.register("register_reports_menu_item", menu_item)
