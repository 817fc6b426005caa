"""A machine that drafts translations: none, unless ``TRANSLATION_MACHINE`` names one.

What it drafts is offered to a translator, marked as a machine's, and is never stored before a person saves it.
"""

import logging
from collections.abc import Sequence
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


class Machine(Protocol):
    """What ``TRANSLATION_MACHINE`` names: a class that is made without arguments."""

    def translate(self, texts: Sequence[str], language: str) -> Sequence[str]:
        """Each Chinese text in ``language``, in the same order. It may take seconds and raise anything."""


def drafted(text: str, language: str) -> str:
    """A machine's draft of one text; empty where there is no machine, or it failed, which is logged."""
    if not settings.TRANSLATION_MACHINE:
        return ""
    try:
        machine: Machine = import_string(settings.TRANSLATION_MACHINE)()
        return str(machine.translate([text], language)[0])
    except Exception:
        logger.exception("the machine for translations failed")
        return ""
