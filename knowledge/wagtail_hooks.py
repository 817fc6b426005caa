from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .answers.viewset import AnswersViewSet
from .consultations import viewset as consultations
from .desk import menu as desk
from .gaps import viewset as gaps
from .overview import viewset as overview
from .review import api
from .review import hooks as review
from .searches import promoting, viewset
from .viewsets import SharedListsGroup, ThesaurusViewSet

register_snippet(SharedListsGroup)
register_snippet(ThesaurusViewSet)
hooks.register("register_admin_viewset", viewset.SearchesViewSet)
hooks.register("register_reports_menu_item", viewset.menu_item)
hooks.register("construct_reports_menu", viewset.without_wagtails_report)
hooks.register("register_permissions", viewset.permissions)
hooks.register("register_admin_urls", promoting.urls, order=-1)  # before Wagtail's own
hooks.register("register_admin_menu_item", desk.menu_item)
hooks.register("construct_homepage_panels", desk.panel)
hooks.register("register_permissions", desk.permissions)
hooks.register("register_admin_viewset", consultations.ConsultationsViewSet)
hooks.register("register_admin_menu_item", consultations.menu_item)
hooks.register("register_permissions", consultations.permissions)
register_snippet(consultations.ReplyTemplateViewSet)
hooks.register("register_admin_viewset", AnswersViewSet)
hooks.register("register_admin_viewset", overview.OverviewViewSet)
hooks.register("register_admin_menu_item", overview.menu_item)
hooks.register("construct_homepage_panels", overview.panel)
hooks.register("register_admin_viewset", gaps.GapsViewSet)
hooks.register("register_admin_menu_item", gaps.menu_item)
hooks.register("register_permissions", gaps.permissions)
hooks.register("construct_admin_api", api.visible_pages)
hooks.register("before_publish_page", review.refuse_own_text)
hooks.register("before_bulk_action", review.refuse_own_texts)
hooks.register("after_edit_page", review.say_why_not_approved)
hooks.register("register_permissions", review.permissions)
