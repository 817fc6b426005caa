"""What a reader may be about to type: names and everyday names of public pages, and what others often search for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from django.apps import apps
from django.utils.translation import gettext
from haystack import connections
from haystack.constants import DEFAULT_ALIAS
from haystack.exceptions import NotHandled

from .characters import query_key
from .lexicon import Lexicon, Suggestion
from .popular import popular
from .rebuilding import place_of

MOST = 8
POPULAR = 2  # of them at most, when names alone would fill the list
SPARE = 3  # times as many are looked up: some may have been unpublished a moment ago


@dataclass(frozen=True)
class Offer:
    """One line below the search box. ``label`` is the kind of page ("Service"), or why it is offered."""

    text: str
    label: str


def suggest(text: str, language: str) -> list[Offer]:
    """At most ``MOST`` offers for what has been typed so far, in the reader's language first."""
    found = Lexicon(place_of().live).suggestions(text, language, MOST * SPARE)
    labels = _labels_of_public(found)
    offers = (Offer(one.text, labels[one.document]) for one in found if one.document in labels)
    names = list(islice(offers, MOST))
    known = {query_key(name.text) for name in names}
    others = (words for words in popular(text, language) if words not in known)
    often = [Offer(words, gettext("Often searched for")) for words in islice(others, max(POPULAR, MOST - len(names)))]
    return [*names[: MOST - len(often)], *often]


def _labels_of_public(found: Iterable[Suggestion]) -> dict[str, str]:
    """The kind of each page that anybody may read, by its identifier: one query for each kind."""
    keys: dict[str, set[int]] = defaultdict(set)
    for one in found:
        model, _dot, key = one.document.rpartition(".")
        keys[model].add(int(key))
    unified = connections[DEFAULT_ALIAS].get_unified_index()
    labels: dict[str, str] = {}
    for model, wanted in keys.items():
        try:
            index = unified.get_index(apps.get_model(model))
        except (LookupError, NotHandled):  # a kind of page that this hall has no more
            continue
        public = index.index_queryset().filter(pk__in=wanted).order_by().values_list("pk", flat=True)
        labels |= {f"{model}.{key}": str(index.label) for key in public}
    return labels
