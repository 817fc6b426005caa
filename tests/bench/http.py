"""How long the whole search page takes: ``python -m tests.bench.http [--readers 20] [--seconds 30] [--pause 1]``.

Starts the hall's web server as the Procfile does, on the state directory of ``PORTAL_VAR`` (a demonstration hall in a
temporary one, where that is not set). Each reader asks, reads for a random time around ``pause`` seconds, asks again.
The last line is one JSON object: p50 and p95 in milliseconds and requests a second of these readers, the same of
readers who never pause (``flat_out``), and what the database, the engine and the templates each take of one page
(``inside``, measured in this process).
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import quote

from portal.environment import BASE_DIR
from tests.browser.site import free_port

WARM_UP = 40  # requests
INSIDE = 100  # pages taken apart


@contextmanager
def web_server(port: int) -> Iterator[None]:
    """gunicorn as in the Procfile."""
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    options = ["--workers", "2", "--threads", "4", "--log-level", "error"]
    process = subprocess.Popen([*command, *options], cwd=BASE_DIR)
    try:
        while not _answers(port):
            if process.poll() is not None:
                sys.exit("gunicorn did not start")
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def _answers(port: int) -> bool:
    try:
        ask(HTTPConnection("127.0.0.1", port, timeout=5), "身份证")
    except OSError:
        return False
    return True


def ask(connection: HTTPConnection, text: str) -> float:
    """Milliseconds until the whole page of results is there."""
    started = time.perf_counter()
    connection.request("GET", f"/zh-hans/search/?q={quote(text)}", headers={"Host": "localhost"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200 or b"search-page" not in body:
        raise OSError(f"{answer.status} for {text}")
    return (time.perf_counter() - started) * 1000


def many_readers(port: int, queries: list[str], readers: int, seconds: float, pause: float) -> dict[str, float]:
    """What ``readers`` at a time measure."""
    took: list[float] = []
    until = time.monotonic() + seconds

    def read(seed: int) -> None:
        dice = random.Random(seed)
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        time.sleep(dice.random() * pause)
        while time.monotonic() < until:
            took.append(ask(connection, dice.choice(queries)))
            time.sleep(dice.uniform(0.5, 1.5) * pause)

    threads = [threading.Thread(target=read, args=(seed,)) for seed in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {**percentiles(took), "per_s": round(len(took) / seconds, 1)}


def percentiles(took: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(took, n=20)
    return {"p50_ms": round(cuts[9], 1), "p95_ms": round(cuts[18], 1)}


def inside(queries: list[str]) -> dict[str, float]:
    """Milliseconds of an average page that go to the database, the engine, the templates, and to all of it."""
    from django.db import connection
    from django.template.base import Template
    from django.test import Client
    from haystack import connections

    spent = dict.fromkeys(("database", "engine", "templates", "all"), 0.0)

    def timed(part: str, work: Any) -> Any:
        def run(*arguments: Any, **named: Any) -> Any:
            # What one part asks of another is the other's, and a template inside a template counts once.
            started, inner = time.perf_counter(), sum(spent.values())
            try:
                return work(*arguments, **named)
            finally:
                spent[part] += time.perf_counter() - started - (sum(spent.values()) - inner)

        return run

    def query(execute: Any, *arguments: Any) -> Any:
        return timed("database", execute)(*arguments)

    client, backend = Client(headers={"host": "localhost"}), connections["default"].get_backend()
    chosen = random.Random(1).choices(queries, k=INSIDE)
    for text in chosen[:20]:
        client.get("/zh-hans/search/", {"q": text})
    with (
        connection.execute_wrapper(query),
        mock.patch.object(backend, "search", timed("engine", backend.search)),
        mock.patch.object(Template, "render", timed("templates", Template.render)),
    ):
        for text in chosen:
            started = time.perf_counter()
            client.get("/zh-hans/search/", {"q": text})
            spent["all"] += time.perf_counter() - started
    return {f"{part}_ms": round(seconds * 1000 / INSIDE, 1) for part, seconds in spent.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="hall-bench-") as folder:
        os.environ.setdefault("PORTAL_VAR", str(Path(folder) / "var"))
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
        os.environ.setdefault("LOG_LEVEL", "ERROR")
        prepare = [sys.executable, "manage.py", "prepare_hall"]
        subprocess.run(prepare, cwd=BASE_DIR, check=True, stdout=subprocess.DEVNULL)
        import django

        django.setup()
        from guides.models import GuidePage

        names = list(GuidePage.objects.live().values_list("name_zh_hans", flat=True))
        queries = [*(name[:6] for name in names), *(f"{name}要带什么材料" for name in names)]
        port = free_port()
        with web_server(port):
            many_readers(port, queries, 4, WARM_UP / 20, 0.1)
            readers = many_readers(port, queries, given.readers, given.seconds, given.pause)
            flat_out = many_readers(port, queries, given.readers, given.seconds / 2, 0)
        print(json.dumps({"readers": readers, "flat_out": flat_out, "inside": inside(queries)}))


if __name__ == "__main__":
    main()
