"""The settings of a hall that added French, and nothing else."""

from .two_languages import *  # noqa: F403

ROOMS = ("translations", "knowledge", "forms_library", "guides", "portal")

LANGUAGES = [*LANGUAGES, ("fr", "Français")]  # noqa: F405
LOCALE_PATHS = [STATE_DIR / "locale", *LOCALE_PATHS]  # noqa: F405 -- a hall of its own has a folder beside its settings
MIGRATION_MODULES = {room: f"own_migrations.{room}" for room in ROOMS}
