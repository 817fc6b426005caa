"""Documents like those of real items, as many as wanted: words and sentences of the demonstration, shuffled."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from knowledge.search.characters import runs
from knowledge.search.documents import Document
from knowledge.search.lexicon import Title
from knowledge.search.segmentation import index_text, names_text, short_forms, whole_tokens, words
from knowledge.search.standing import ACT, SERVICE, reviewed
from portal.demo import files

SEED = 20261125
TEXT_LENGTH = 500  # characters of a body
FACETS = {
    "department": [str(number) for number in range(1, 60)],
    "topic": [f"organisation/{number:03d}" for number in range(5, 170, 5)],
    "audience": ["individual", "enterprise", "public_institution", "social_organisation"],
    "type": ["licence", "confirmation", "other_power", "public_service", "payment"],
    "level": ["city", "county", "township"],
    "online": ["none", "information", "forms", "filing", "wholly_online"],
    "visits": ["0", "1", "more"],
    "district": [f"51180{number}" for number in range(9)],
}


@dataclass(frozen=True)
class Words:
    """What documents are made of."""

    nouns: list[str]
    sentences: list[str]


@cache
def demonstration_words() -> Words:
    """Words of two or more characters from names, and sentences from bodies."""
    records = list(files.guide_records())
    names = " ".join(record.values["name_zh_hans"] for record in records)
    texts = [text for record in records for rows in record.rows.values() for row in rows for text in _texts(row)]
    everyday = [line for record in records for line in record.values["everyday_names_zh_hans"].splitlines()]
    found = {word for run in runs(" ".join([names, *everyday])) for word in words(run) if len(word) > 1}
    return Words(sorted(found), [text for text in texts if len(text) > 10])


def _texts(row: dict[str, Any]) -> list[str]:
    return [value for name, value in row.items() if name.endswith("_zh_hans") and isinstance(value, str)]


def names(count: int) -> list[str]:
    """Names of three to five words."""
    dice = random.Random(SEED)
    nouns = demonstration_words().nouns
    return ["".join(dice.sample(nouns, dice.randint(3, 5))) for _ in range(count)]


def documents(count: int) -> Iterator[Document]:
    """Documents of service items, as an index holds them."""
    made_of = demonstration_words()
    dice = random.Random(SEED + 1)
    for number, name in enumerate(names(count), start=1):
        everyday = ["".join(dice.sample(made_of.nouns, 2)) for _ in range(3)]
        text = ""
        while len(text) < TEXT_LENGTH:
            text += dice.choice(made_of.sentences)
        fields = {
            "id": f"guides.guidepage.{number}",
            "django_ct": "guides.guidepage",
            "django_id": str(number),
            "name_zh_hans": names_text(name),
            "called_zh_hans": names_text(name, *everyday),
            "exact_zh_hans": whole_tokens(name, *everyday),
            "text": " ".join([names_text(name, *everyday), short_forms(name), index_text(text)]),
            "passage_zh_hans": text,
            "codes": f"11511800mbh{number:06d}",
            "standing": " ".join([reviewed("zh-hans"), SERVICE, ACT]),
            "facet_kind": "guide",
            **{f"facet_{facet}": dice.choice(values) for facet, values in FACETS.items()},
        }
        titles = (Title("name", "zh-hans", name), *(Title("everyday", "zh-hans", one) for one in everyday))
        yield Document(fields, titles)
