"""How many citations are found in real texts, how many of them are linked, and how many of those rightly.

    python -m tests.bench.citations [--data FOLDER]

Reads the statutes of the shared data folder into an empty registry, then the texts of its items. ``citations.tsv``
holds citations that were judged by hand, of the items and of the statutes themselves.
"""

import argparse
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
JUDGED = Path(__file__).with_name("citations.tsv")
NO_CITATION = "×"


@dataclass(frozen=True)
class Judgement:
    """``title`` is the statute's in the registry, ``articles`` their numbers; nothing for none."""

    citation: str
    title: str
    articles: tuple[str, ...]


def judgements() -> Iterator[Judgement]:
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _where, citation, title, articles = line.split("\t")
            yield Judgement(citation, title.strip("-"), tuple(articles.strip("-").split()))


def texts(value: Any) -> Iterator[str]:
    """Every text within plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how citations are found and linked.")
    parser.add_argument("--data", type=Path, default=DATA)
    data = parser.parse_args().data
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
        os.environ["PORTAL_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        measure(data)


def measure(data: Path) -> None:
    """The registry of the shared data folder, the items' texts, and what was judged."""
    from guides.statutes.files import read_files
    from guides.statutes.importing import import_files
    from guides.statutes.registry import all_names

    start = time.perf_counter()
    files = read_files(data / "statutes.tar.gz")
    report = import_files(files)
    seconds = time.perf_counter() - start
    print(f"{len(files)} files, {report.articles} articles in {seconds:.1f} s; {len(report.problems)} not read")
    start = time.perf_counter()
    again = import_files(files)
    print(f"a second time {time.perf_counter() - start:.1f} s: {again.articles} articles")
    names = all_names()
    _items(names, data)
    _judged(names)


def _items(names: Any, data: Path) -> None:
    from guides.statutes.citations import citations
    from guides.statutes.registry import meant

    start, outcomes, found = time.perf_counter(), Counter[str](), 0
    for line in (data / "items_guangdong.jsonl").read_text(encoding="utf-8").splitlines():
        for text in texts(json.loads(line)):
            for cited in citations(text, names.keys()):
                found += 1
                candidates = len(meant(cited.title, names))
                outcomes["linked" if candidates == 1 else "ambiguous" if candidates else "not in the registry"] += 1
    print(f"items: {found} citations found in {time.perf_counter() - start:.1f} s: {dict(outcomes)}")


def _judged(names: Any) -> None:
    from guides.statutes.citations import citations
    from guides.statutes.registry import meant

    counts: Counter[str] = Counter()
    for judged in judgements():
        found = citations(judged.citation, names.keys())
        candidates = [one for cited in found[:1] for one in meant(cited.title, names)]
        title = candidates[0].title if len(candidates) == 1 else ""
        articles = tuple(article.short for cited in found[:1] for article in cited.articles)
        right = judged.title != NO_CITATION and articles == judged.articles and len(found) == 1
        counts["judged"] += 1
        counts["found"] += bool(found)
        counts["found rightly"] += right
        counts["in the registry"] += judged.title not in ("", NO_CITATION)
        counts["linked"] += bool(title)
        counts["linked rightly"] += bool(title) and title == judged.title and right
        if not right or title not in (judged.title, ""):
            print(f"  wrong: {judged.citation} -> {title or '-'} {' '.join(articles)}")
    print(
        f"judged by hand: {counts['judged']}; recognised rightly {_share(counts, 'found rightly', 'found')}, "
        f"linked rightly {_share(counts, 'linked rightly', 'linked')}, "
        f"of those in the registry linked {_share(counts, 'linked rightly', 'in the registry')}"
    )


def _share(counts: Counter[str], part: str, whole: str) -> str:
    return f"{counts[part]} of {counts[whole]} ({counts[part] / max(1, counts[whole]):.3f})"


if __name__ == "__main__":
    main()
