"""What a process reads once, read before anybody waits for it: dictionaries, names, frequencies, vectors, the index."""

import logging
from threading import Thread

from django.db import connection
from django.utils import translation

from translations.languages import content_languages

from .answers.rarity import rarity
from .answers.replying import ask
from .search.lexicon import Lexicon
from .search.near import near_to
from .search.rebuilding import place_of

logger = logging.getLogger(__name__)

QUESTIONS = {"zh-hans": "办理居住证要什么材料", "en": "what documents do i need for a residence permit"}


def warm() -> None:
    """Ask a question in each language, as a reader would. What goes wrong is logged: readers are served anyway."""
    try:
        rarity(QUESTIONS["zh-hans"])
        for language in content_languages():
            with translation.override(language):
                ask(QUESTIONS.get(language, QUESTIONS["en"]), language)
        near_to(QUESTIONS["zh-hans"], Lexicon(place_of().live))  # what was found by its words has not read the vectors
    except Exception:
        logger.exception("The process could not be warmed")
    finally:
        connection.close()


def warm_aside() -> None:
    """The same beside what else a process has to do."""
    Thread(target=warm, name="warming", daemon=True).start()
