"""The hall as ``make run`` starts it, in a state directory of its own."""

import os
import signal
import socket
import subprocess
import time
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

from portal.environment import BASE_DIR

START_SECONDS = 600  # of a start that has to build the demonstration, beside other tests
STOP_SECONDS = 60  # gunicorn gives requests that are being answered half of that


class Site:
    """A running hall: its address, and the directory that it keeps its state in."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.port = free_port()
        self.base = f"http://localhost:{self.port}"
        self._log = state.parent / f"{state.name}.log"

    def start(self) -> None:
        """Run ``make run`` and wait until it answers. Raises ``RuntimeError`` with what it printed if it ends."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                ["make", "run"], cwd=BASE_DIR, env=self._environment(), stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError("make run did not start the hall:\n" + self.printed())
            time.sleep(0.2)

    def stop(self) -> None:
        """End the server and its worker as Ctrl-C would, and wait until the port is free again.

        ``make`` ends before the server does: without the wait, a start right after this would take an answer of the
        old server for its own, and its new one would find the port in use.
        """
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
        self._process.wait(STOP_SECONDS)
        deadline = time.monotonic() + STOP_SECONDS
        while self._listens():
            if time.monotonic() > deadline:
                raise RuntimeError("the hall still listens:\n" + self.printed())
            time.sleep(0.1)

    def printed(self) -> str:
        """Everything it has printed so far."""
        return self._log.read_text("utf-8", "replace")

    def _environment(self) -> dict[str, str]:
        """What a newcomer's shell has: nothing that the tests have set up for themselves."""
        ours = {"DJANGO_SETTINGS_MODULE", "SECRET_KEY", "SEARCH_URL", "DATABASE_URL", "REDIS_URL", "MAKEFLAGS"}
        inherited = {name: value for name, value in os.environ.items() if name not in ours}
        return {**inherited, "PORTAL_VAR": str(self.state), "PORT": str(self.port), "LOG_LEVEL": "WARNING"}

    def _listens(self) -> bool:
        try:
            with socket.create_connection(("localhost", self.port), timeout=5):
                return True
        except TimeoutError:
            return True
        except OSError:
            return False

    def _answers(self) -> bool:
        connection = HTTPConnection("localhost", self.port, timeout=5)
        try:
            connection.request("GET", "/robots.txt")
            return connection.getresponse().status == HTTPStatus.OK
        except OSError:
            return False
        finally:
            connection.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
