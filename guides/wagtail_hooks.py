from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .coverage.views import CoverageViewSet
from .coverage.views import menu_item as coverage_menu_item
from .exchange.permissions import exchange_permissions
from .exchange.viewset import ExchangeViewSet
from .publishing import refuse_incomplete_items, warn_of_codes
from .statutes import viewset as statutes

hooks.register("before_bulk_action", refuse_incomplete_items)
hooks.register("after_create_page", warn_of_codes)
hooks.register("after_edit_page", warn_of_codes)
hooks.register("register_admin_viewset", ExchangeViewSet)
hooks.register("register_permissions", exchange_permissions)
hooks.register("register_admin_viewset", CoverageViewSet)
hooks.register("register_reports_menu_item", coverage_menu_item)
hooks.register("register_admin_viewset", statutes.LegalFlagsViewSet)
hooks.register("register_admin_menu_item", statutes.menu_item)
hooks.register("construct_homepage_panels", statutes.panel)
register_snippet(statutes.StatuteViewSet)
