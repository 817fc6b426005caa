from wagtail import hooks

from .coverage.views import CoverageViewSet
from .coverage.views import menu_item as coverage_menu_item
from .exchange.permissions import exchange_permissions
from .exchange.viewset import ExchangeViewSet
from .publishing import refuse_incomplete_items, warn_of_codes
from .record import list_views as record_lists
from .record import withdrawal_views as withdrawals

hooks.register("before_bulk_action", refuse_incomplete_items)
hooks.register("after_create_page", warn_of_codes)
hooks.register("after_edit_page", warn_of_codes)
hooks.register("register_admin_viewset", ExchangeViewSet)
hooks.register("register_permissions", exchange_permissions)
hooks.register("register_admin_viewset", CoverageViewSet)
hooks.register("register_reports_menu_item", coverage_menu_item)
hooks.register("register_admin_viewset", record_lists.RecordViewSet)
hooks.register("register_reports_menu_item", record_lists.menu_item)
hooks.register("register_page_header_buttons", withdrawals.header_buttons)
