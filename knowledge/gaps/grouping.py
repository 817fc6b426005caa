"""Signs that are about the same subject stand together. Pure."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf import settings

from knowledge.answers.likeness import Wording, likeness, wording
from knowledge.codes import Sign
from knowledge.search.characters import is_han
from knowledge.search.thesaurus import Thesaurus

OF_PAGES = (Sign.DOUBTED, Sign.TO_REVIEW, Sign.HOLE)  # are about what a page says, whatever it is called
SHORT = 3  # letters: shorter words in Latin script say nothing
SAME = 0.6  # as like each other, two questions are about one subject


@dataclass(frozen=True)
class Found:
    """A sign as it was found. ``page`` and ``department`` are keys; 0 for none."""

    kind: Sign
    text: str
    language: str
    people: int
    page: int = 0
    department: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        return (str(self.kind), self.text, self.language)


@dataclass
class Subject:
    """Signs about one subject, the one of most people first, whose words it is called by."""

    wording: Wording
    signs: list[Found] = field(default_factory=list)

    @property
    def people(self) -> int:
        return sum(sign.people for sign in self.signs)

    @property
    def title(self) -> str:
        return self.signs[0].text

    @property
    def department(self) -> int:
        """Of the first sign that has one; 0 for none."""
        return next((sign.department for sign in self.signs if sign.department), 0)


def grouped(signs: Iterable[Found], thesaurus: Thesaurus) -> list[Subject]:
    """The subjects, those that concern most people first."""
    subjects: list[Subject] = []
    for sign in sorted(signs, key=lambda one: (-one.people, one.key)):
        asked = wording(sign.text, thesaurus)
        subject = _of_page(sign.page, subjects) if sign.kind in OF_PAGES else _nearest(asked, subjects)
        if subject is None:
            subject = Subject(asked)
            subjects.append(subject)
        subject.signs.append(sign)
    return sorted(subjects, key=lambda one: -one.people)


def _of_page(page: int, subjects: Sequence[Subject]) -> Subject | None:
    return next((one for one in subjects if any(sign.page == page for sign in one.signs)), None)


def _nearest(asked: Wording, subjects: Sequence[Subject]) -> Subject | None:
    degrees = ((likeness(asked, subject.wording).degree, place) for place, subject in enumerate(subjects))
    degree, place = max(degrees, default=(0.0, 0), key=lambda one: (one[0], -one[1]))
    return subjects[place] if degree >= SAME else None


def keywords(texts: Iterable[str], most: int = 4) -> list[str]:
    """The words that say most about some texts (``jieba.analyse``)."""
    import jieba.analyse  # noqa: PLC0415 -- it reads its dictionary

    jieba.setLogLevel(logging.WARNING)  # it tells at length how long that took
    jieba.dt.tmp_dir = str(settings.STATE_DIR)  # of its cache
    found = jieba.analyse.extract_tags(" ".join(texts), topK=2 * most)
    return [word for word in found if is_han(word) or len(word) > SHORT][:most]
