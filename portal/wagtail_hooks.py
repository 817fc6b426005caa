from typing import Any

from wagtail import hooks


@hooks.register("construct_help_menu")
def leave_the_keyboard_shortcuts(request: Any, menu_items: list[Any]) -> None:
    """The other entries lead to English pages about Wagtail; editors have a handbook of their own."""
    menu_items[:] = [item for item in menu_items if item.name == "keyboard-shortcuts-trigger"]
