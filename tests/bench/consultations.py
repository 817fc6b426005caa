"""Does the hall bear a flood of questions? ``python -m tests.bench.consultations [--count 10000] [--at-once 10]``.

Starts the web server as the Procfile does on the hall in ``PORTAL_VAR``, with the limit for one address raised, and
sends random and hostile text from several readers at once. Then the limit itself is tried. The last line is one JSON
object: how many were ``sent``, ``accepted``, ``refused`` (in words, 422), ``errors`` (anything else), ``kept`` (rows
in the database that were not there before), whether the ``limit`` held, ``per_s``, p50 and p95 in milliseconds.
"""

import argparse
import http.client
import json
import os
import random
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

from portal.environment import BASE_DIR
from tests.browser.site import free_port

from .hall import opened
from .http import percentiles

ADDRESS = "/zh-hans/ask/"
ROUND = 100  # forms that are opened before the first of them is sent
TYPING = 3.5  # seconds: what comes sooner was not typed by a person
HOSTILE = (
    "<script>alert(1)</script>",
    "'; DROP TABLE knowledge_consultation; --",
    "{{ settings.SECRET_KEY }}",
    "\x00\x01\x02",
    "\u202e\u2066 RTL",
    "😀" * 30,
    "𠮷野家" * 20,
    "%s%n%x",
    "a" * 5000,
    "长" * 3000,
    "\r\n\r\nHTTP/1.1 200",
    "",
    "．．／．．／etc／passwd",
)
STAMP = re.compile(rb'name="stamp" value="([^"]+)"')
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@contextmanager
def server(limit: int) -> Iterator[int]:
    """gunicorn on a free port, where one address may send so many questions an hour."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--bind", f"127.0.0.1:{port}"]
    options = ["--workers", "2", "--threads", "4", "--log-level", "error"]
    environment = {**os.environ, "CONSULTATIONS_AN_HOUR": str(limit)}
    process = subprocess.Popen([*command, *options], cwd=BASE_DIR, env=environment)
    try:
        while True:
            try:
                Reader(port).form()
                break
            except (OSError, AttributeError):
                time.sleep(0.2)
        yield port
    finally:
        process.terminate()
        process.wait()


class Reader:
    """A browser without scripts: one connection, one cookie."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        self.cookie = ""

    def form(self) -> tuple[str, str]:
        """The stamp and the token of a fresh form."""
        body, _status = self._ask("GET", "")
        stamp, token = STAMP.search(body), TOKEN.search(body)
        if stamp is None or token is None:
            raise OSError("no form")
        return stamp[1].decode(), token[1].decode()

    def send(self, question: str, stamp: str, token: str) -> int:
        """The status of the answer."""
        fields = {"question": question, "stamp": stamp, "csrfmiddlewaretoken": token, "step": "send"}
        return self._ask("POST", urlencode(fields, errors="surrogatepass"))[1]

    def _ask(self, method: str, body: str) -> tuple[bytes, int]:
        headers = {"Host": "localhost", "Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.close()  # the server does not keep one open while somebody types
        self.connection.request(method, ADDRESS, body, headers)
        answer = self.connection.getresponse()
        if given := answer.headers.get("Set-Cookie"):
            self.cookie = given.partition(";")[0]
        return answer.read(), answer.status


def text(dice: random.Random) -> str:
    """Words, noise or an attack."""
    if dice.random() < 0.3:
        return dice.choice(HOSTILE)
    size = dice.randint(1, 120)
    return "".join(chr(dice.choice((dice.randint(0x4E00, 0x9FA5), dice.randint(32, 0xD7FF)))) for _ in range(size))


def flood(port: int, count: int, at_once: int) -> tuple[Counter[int], list[float]]:
    """The answers by status, and how long each took."""
    statuses: Counter[int] = Counter()
    took: list[float] = []
    lock = threading.Lock()

    def send(seed: int) -> None:
        dice, reader = random.Random(seed), Reader(port)
        left = count // at_once
        while left > 0:
            forms = [reader.form() for _ in range(min(ROUND, left))]
            left -= len(forms)
            time.sleep(TYPING)
            for stamp, token in forms:
                started = time.perf_counter()
                status = reader.send(text(dice), stamp, token)
                with lock:
                    statuses[status] += 1
                    took.append((time.perf_counter() - started) * 1000)

    threads = [threading.Thread(target=send, args=(seed,)) for seed in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses, took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=10)
    given = parser.parse_args()
    opened()
    from knowledge.models import Consultation

    before = Consultation.objects.count()
    started = time.perf_counter()
    with server(limit=10**9) as port:
        statuses, took = flood(port, given.count, given.at_once)
    seconds = time.perf_counter() - started
    kept = Consultation.objects.count() - before
    with server(limit=3) as port:
        limited, _took = flood(port, 20, 1)
    print(
        json.dumps(
            {
                "sent": statuses.total(),
                "accepted": statuses[200],
                "refused": statuses[422],
                "errors": statuses.total() - statuses[200] - statuses[422],
                "kept": kept,
                "limit": limited[200] <= 2 * 3 and limited[429] > 0,  # two processes, each with a memory of its own
                "per_s": round(statuses.total() / seconds, 1),
                **percentiles(took),
            }
        )
    )


if __name__ == "__main__":
    main()
