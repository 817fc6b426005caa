from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .coverage.views import CoverageViewSet
from .coverage.views import menu_item as coverage_menu_item
from .exchange.permissions import exchange_permissions
from .exchange.viewset import ExchangeViewSet
from .item_list import ItemsViewSet
from .lint.checking import tell_after_saving
from .lint.viewset import QualityViewSet
from .lint.viewset import menu_item as quality_menu_item
from .publishing import refuse_incomplete_items
from .record import list_views as record_lists
from .record import withdrawal_views as withdrawals
from .responsibility import history
from .responsibility import viewset as responsibility
from .statutes import viewset as statutes

hooks.register("before_bulk_action", refuse_incomplete_items)
hooks.register("register_admin_viewset", ItemsViewSet)
hooks.register("register_admin_viewset", ExchangeViewSet)
hooks.register("register_permissions", exchange_permissions)
hooks.register("register_admin_viewset", CoverageViewSet)
hooks.register("register_reports_menu_item", coverage_menu_item)
hooks.register("register_admin_viewset", responsibility.CertificationViewSet)
hooks.register("register_reports_menu_item", responsibility.menu_item)
hooks.register("register_page_action_menu_item", responsibility.action_menu_item)
hooks.register("register_log_actions", history.register, order=1)  # after Wagtail's own
hooks.register("after_create_page", tell_after_saving)
hooks.register("after_edit_page", tell_after_saving)
hooks.register("register_admin_viewset", QualityViewSet)
hooks.register("register_reports_menu_item", quality_menu_item)
hooks.register("register_admin_viewset", statutes.LegalFlagsViewSet)
hooks.register("register_admin_menu_item", statutes.menu_item)
register_snippet(statutes.StatuteViewSet)
hooks.register("register_admin_viewset", record_lists.RecordViewSet)
hooks.register("register_reports_menu_item", record_lists.menu_item)
hooks.register("register_page_header_buttons", withdrawals.header_buttons)
