from wagtail import hooks

from .publishing import refuse_incomplete_items

hooks.register("before_bulk_action", refuse_incomplete_items)
