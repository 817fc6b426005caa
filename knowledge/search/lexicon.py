"""What things are called in this hall: every public name and everyday name, and the words in them, with their pinyin.

For suggestions while somebody types, and for finding what was meant when nothing was found. A small SQLite file beside
the index, in the same generation of it: built, changed and swapped together with it.
"""

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from .characters import is_han, normalise, runs
from .pinyin import differ_by_one, halves, spelling, spelling_of
from .segmentation import words

FILE = "lexicon-3.sqlite3"  # another number for other tables: an older file is then none
SHORTEST, LONGEST = 2, 8  # characters of a word that can be meant
SHORTEST_NAME, LONGEST_NAME = 3, 20  # of a name that is one word of a query; any two characters are a token anyway
MOST_SORTED = 100  # titles that begin alike, of which the shortest are offered
MOST_READ = 60  # characters of a query in which names are looked for
TERM = "term"  # the kind of what a page speaks of: not offered, but a word
SHORTEST_TYPO = 5  # letters: in shorter ones a wrong letter makes another word
SHORTEST_LATIN = 4
VERSION = slice(24, 28)  # bytes of the file that count its changes
TIMEOUT = 5.0  # seconds that a reader waits for a writer
TABLES = """
create table title (document text, kind text, language text, text text, plain text, spelled text, initials text);
create table word (document text, plain text, spelled text, initials text, head text, tail text, name integer);
"""
INDEXES = """
create index title_document on title (document);
create index title_plain on title (plain);
create index title_spelled on title (spelled);
create index title_initials on title (initials);
create index word_document on word (document);
create index word_plain on word (plain, name);
create index word_spelled on word (spelled);
create index word_initials on word (initials);
create index word_head on word (head);
create index word_tail on word (tail);
"""


@dataclass(frozen=True)
class Title:
    """What a page is called: ``kind`` is ``name``, ``everyday`` or another that an index says; ``TERM`` is what
    something is called that the page speaks of.
    """

    kind: str
    language: str
    text: str


@dataclass(frozen=True)
class Suggestion:
    """A title that begins, or goes on, as somebody types. ``document`` is the identifier of its page."""

    document: str
    kind: str
    text: str


@dataclass(frozen=True)
class Lexicon:
    """The lexicon of one generation of the index; ``folder`` is the generation's directory."""

    folder: Path

    @property
    def _path(self) -> Path:
        return self.folder / FILE

    def exists(self) -> bool:
        return self._path.is_file()

    def version(self) -> str:
        """Another after every change: SQLite counts them in the head of the file (its file format, section 1.3.7)."""
        path = self._path.resolve()
        with path.open("rb") as file:
            return f"{path} {file.read(VERSION.stop)[VERSION].hex()}"

    def names(self) -> list[tuple[str, str]]:
        """Every name and everyday name with the document of its page."""
        return self._rows("select document, text from title", ())

    @contextmanager
    def building(self) -> Iterator["Writer"]:
        """A new lexicon, which nobody reads before it is whole."""
        with closing(sqlite3.connect(self._path)) as database:
            database.executescript(TABLES)
            with database:
                yield Writer(database)
            database.executescript(INDEXES)

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Everything written within is there at once, or, after an error, not at all."""
        new = not self.exists()
        with closing(sqlite3.connect(self._path, timeout=TIMEOUT)) as database:
            if new:
                database.executescript(TABLES + INDEXES)
            with database:
                yield Writer(database)

    def suggestions(self, text: str, language: str, limit: int) -> list[Suggestion]:
        """Titles for what has been typed so far: those that begin so, those spelled so, those that hold it."""
        plain = normalise(text).strip()
        if not runs(plain) or not self.exists():
            return []
        found: dict[str, Suggestion] = {}
        for condition, values in _ways_to_begin(plain):
            self._collect(found, condition, values, language, limit)
            if len(found) >= limit:
                break
        if not found:  # within a word: every title has to be read
            self._collect(found, "instr(plain, ?) > 0", (plain,), language, limit)
        return list(found.values())[:limit]

    def _collect(
        self, found: dict[str, Suggestion], condition: str, values: Sequence[str], language: str, limit: int
    ) -> None:
        order = "case language when ? then 0 else 1 end, length(plain), plain"
        chosen = f"select * from title where {condition} limit {MOST_SORTED}"  # noqa: S608
        query = f"select document, kind, text from ({chosen}) order by {order} limit ?"  # noqa: S608
        for row in self._rows(query, (*values, language, limit)):
            suggestion = Suggestion(*row)
            found.setdefault(suggestion.text, suggestion)

    def names_in(self, text: str) -> set[str]:
        """The published names that stand in a normalised text: as soon as one is in the index, it is a word."""
        if not self.exists():
            return set()
        read = [run for run in runs(text[:MOST_READ]) if is_han(run)]
        parts = list(dict.fromkeys(part for run in read for part in _parts(run, SHORTEST_NAME, LONGEST_NAME)))
        if not parts:
            return set()
        # Whether there is one, not which: thousands of pages may have the same name.
        one = "select 1 from word where plain = column1 and name = 1"
        query = f"select column1 from (values {', '.join(['(?)'] * len(parts))}) where exists ({one})"  # noqa: S608
        return {plain for (plain,) in self._rows(query, parts)}

    def meant(self, text: str, limit: int = 5) -> list[str]:
        """What was probably meant by a text that finds nothing, the likeliest first; never the text itself."""
        typed = runs(text)
        if found := self._like("".join(typed), limit):
            return found
        each = [next(iter(self._like(run, 1)), run) for run in typed]
        return [" ".join(each)] if each != typed else []

    def _like(self, plain: str, limit: int) -> list[str]:
        """Words of this hall that sound, or are spelled, like this one, the most used first."""
        typed = spelling(plain)
        if not typed.full or not self.exists():
            return []
        ways = [("spelled = ?", (typed.full,))]
        if plain.isascii():
            ways.append(("initials = ?", (plain,)))
        used: Counter[str] = Counter()
        for condition, values in ways:
            query = f"select plain, count(*) from word where {condition} group by plain"  # noqa: S608
            used.update(dict(self._rows(query, values)))
            if used:
                break
        if not used:
            used = self._misspelled(typed.full)
        del used[plain]
        return [word for word, _count in sorted(used.items(), key=lambda item: (-item[1], item[0]))][:limit]

    def _misspelled(self, typed: str) -> Counter[str]:
        used: Counter[str] = Counter()
        if len(typed) < SHORTEST_TYPO:
            return used
        for length in (len(typed) - 1, len(typed), len(typed) + 1):
            head, tail = halves(typed, length)
            query = (
                "select plain, spelled, count(*) from word where (head = ? or tail = ?) and length(spelled) = ? "
                "group by plain, spelled"
            )
            for plain, spelled, count in self._rows(query, (head, tail, length)):
                if differ_by_one(typed, spelled):
                    used[plain] += count
        return used

    def _rows(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return _opened.database(self._path.resolve()).execute(query, values).fetchall()


class _Opened(threading.local):
    """The lexicon that this thread reads: opening a file takes longer than looking something up."""

    def __init__(self) -> None:
        self._key: tuple[int, Path] | None = None  # a process that was forked opens its own
        self._database: sqlite3.Connection | None = None

    def database(self, path: Path) -> sqlite3.Connection:
        key = os.getpid(), path
        if self._database is None or self._key != key:
            self._database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=TIMEOUT)
            self._key = key
        return self._database


_opened = _Opened()


class Writer:
    """Puts in and takes out what pages are called, within ``Lexicon.building`` or ``Lexicon.writing``."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database

    def put(self, document: str, titles: Iterable[Title]) -> None:
        """The titles of a page, instead of what it was called before."""
        self.take_out(document)
        self.add(document, titles)

    def add(self, document: str, titles: Iterable[Title]) -> None:
        """The titles of a page that the lexicon does not know yet."""
        read = [_Read(title, runs(title.text)) for title in dict.fromkeys(titles)]
        self._database.executemany("insert into title values (?, ?, ?, ?, ?, ?, ?)", _title_rows(document, read))
        self._database.executemany("insert into word values (?, ?, ?, ?, ?, ?, ?)", _word_rows(document, read))

    def take_out(self, document: str) -> None:
        """Forget a page."""
        for table in ("title", "word"):
            self._database.execute(f"delete from {table} where document = ?", (document,))  # noqa: S608


@dataclass(frozen=True)
class _Read:
    """A title, taken apart once."""

    title: Title
    runs: list[str]


def _title_rows(document: str, titles: Iterable[_Read]) -> Iterator[tuple[str, ...]]:
    for read in titles:
        title = read.title
        if title.kind != TERM:
            spelled = spelling_of(read.runs)
            plain = normalise(title.text).strip()
            yield document, title.kind, title.language, title.text, plain, spelled.full, spelled.initials


def _word_rows(document: str, titles: Sequence[_Read]) -> Iterator[tuple[str | int, ...]]:
    """Each name, and each word in one, once."""
    names = {run for read in titles for run in read.runs if _is_name(run)}
    inside = {word for read in titles if read.title.kind != TERM for word in _words(read.runs)}
    for word in sorted(names | inside):
        full, initials, head, tail = _word(word)
        yield document, word, full, initials, head, tail, int(word in names)


@lru_cache(maxsize=100_000)
def _word(word: str) -> tuple[str, str, str, str]:
    """Its spelling, its initials, and the halves of the spelling."""
    spelled = spelling(word)
    return spelled.full, spelled.initials, *halves(spelled.full, len(spelled.full))


def _is_name(run: str) -> bool:
    return is_han(run) and SHORTEST <= len(run) <= LONGEST_NAME


def _words(found: Iterable[str]) -> Iterator[str]:
    for run in found:
        if is_han(run):
            yield from (word for word in words(run) if SHORTEST <= len(word) <= LONGEST)
        elif len(run) >= SHORTEST_LATIN and run.isalpha():
            yield run


def _parts(run: str, shortest: int, longest: int) -> Iterator[str]:
    for start in range(len(run) - shortest + 1):
        yield from (run[start:end] for end in range(start + shortest, min(start + longest, len(run)) + 1))


def _ways_to_begin(plain: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Conditions for titles that begin so, by characters or letters, or have a word that does; each has an index."""
    yield "plain >= ? and plain < ?", _range(plain)
    if typed := spelling(plain).full:
        yield "spelled >= ? and spelled < ?", _range(typed)
        yield "initials >= ? and initials < ?", _range(typed)
    words_so = f"select document from word where plain >= ? and plain < ? limit {MOST_SORTED}"  # noqa: S608
    yield f"document in ({words_so}) and instr(plain, ?) > 0", (*_range(plain), plain)


def _range(start: str) -> tuple[str, str]:
    return start, start + "\U0010ffff"
