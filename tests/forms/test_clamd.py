"""The virus scanner, played by a small server that speaks its protocol."""

import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from forms_library.safety import clamd
from forms_library.safety.reasons import Reason, Refused

EICAR_LIKE = b"this is what the server calls a virus"


class Scanner(socketserver.StreamRequestHandler):
    """Reads a stream as clamd does and answers as ``server.answer`` says, or by what it read."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        data = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            data += self.rfile.read(size)
        answer: bytes | None = getattr(self.server, "answer", None)
        if answer is None:
            answer = b"stream: Win.Test.Small FOUND\0" if EICAR_LIKE in data else b"stream: OK\0"
        self.wfile.write(answer)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    answer: bytes | None = None


class UnixServer(socketserver.ThreadingUnixStreamServer):
    answer: bytes | None = None


@contextmanager
def running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def scanner() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Scanner)
    with running(server):
        yield server


def address(server: Server) -> str:
    return f"tcp://127.0.0.1:{server.server_address[1]}"


def refusal(data: bytes, where: str) -> Refused:
    with pytest.raises(Refused) as caught:
        clamd.scan(data, where)
    return caught.value


def test_a_clean_file_passes(scanner: Server) -> None:
    clamd.scan(b"x" * 1_000_000, address(scanner))


def test_an_infected_file_is_refused_with_the_name_of_the_virus(scanner: Server) -> None:
    found = refusal(b"x" * 500_000 + EICAR_LIKE, address(scanner))
    assert (found.reason, found.detail) == (Reason.INFECTED, "Win.Test.Small")


@pytest.mark.parametrize(
    "answer", [b"INSTREAM size limit exceeded. ERROR\0", b"", b"stream: OK but not quite\0", b"\0"]
)
def test_any_other_answer_is_a_refusal(scanner: Server, answer: bytes) -> None:
    scanner.answer = answer
    assert refusal(b"x", address(scanner)).reason is Reason.NOT_SCANNED


@pytest.mark.parametrize("where", ["tcp://127.0.0.1:1", "unix:///no/such/socket", "http://127.0.0.1", "nonsense"])
def test_without_a_scanner_nothing_passes(where: str) -> None:
    assert refusal(b"x", where).reason is Reason.NOT_SCANNED


def test_a_scanner_may_be_reached_by_a_socket_in_the_file_system(tmp_path: Path) -> None:
    place = tmp_path / "clamd"
    with running(UnixServer(str(place), Scanner)):
        clamd.scan(b"clean", f"unix://{place}")
        assert refusal(EICAR_LIKE, f"unix://{place}").reason is Reason.INFECTED
