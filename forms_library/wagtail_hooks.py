from wagtail import hooks

from .editing import log_actions, viewset

hooks.register("register_admin_viewset", viewset.FormsViewSet)
hooks.register("register_page_header_buttons", viewset.header_buttons)
hooks.register("register_log_actions", log_actions.register)
