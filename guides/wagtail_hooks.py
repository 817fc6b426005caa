from wagtail import hooks

from .coverage.views import CoverageViewSet
from .coverage.views import menu_item as coverage_menu_item
from .exchange.permissions import exchange_permissions
from .exchange.viewset import ExchangeViewSet
from .publishing import refuse_incomplete_items

hooks.register("before_bulk_action", refuse_incomplete_items)
hooks.register("register_admin_viewset", ExchangeViewSet)
hooks.register("register_permissions", exchange_permissions)
hooks.register("register_admin_viewset", CoverageViewSet)
hooks.register("register_reports_menu_item", coverage_menu_item)
