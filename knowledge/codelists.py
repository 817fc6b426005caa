"""The official code lists that are tables, because editors may add to them: topics C7a and C7b."""

from functools import cache
from pathlib import Path
from typing import Any

from translations.lists import read_yaml

from .codes import TopicAudience
from .models import Topic

TOPICS = Path(__file__).parent / "data" / "topics.yaml"


@cache
def official_topics() -> dict[str, list[dict[str, str]]]:
    """Audience -> entries with ``code``, ``zh`` and ``en``, in official order."""
    lists: dict[str, Any] = read_yaml(TOPICS)
    return {str(audience): lists[audience] for audience in TopicAudience}


def official_keys() -> frozenset[str]:
    """``individual/060`` of every official topic."""
    return frozenset(f"{audience}/{entry['code']}" for audience, found in official_topics().items() for entry in found)


def ensure_topics() -> int:
    """Make the topics that are missing; what editors renamed stays. Answers how many were made."""
    existing = {topic.key for topic in Topic.objects.all()}
    missing = [
        Topic(audience=audience, code=entry["code"], name_zh_hans=entry["zh"], name_en=entry["en"])
        for audience, entries in official_topics().items()
        for entry in entries
        if f"{audience}/{entry['code']}" not in existing
    ]
    return len(Topic.objects.bulk_create(missing))
