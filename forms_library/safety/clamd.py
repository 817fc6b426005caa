"""A virus scanner over its socket, when the hall has one (``CLAMD``). Fails closed: not scanned is not passed.

The protocol is that of clamd's INSTREAM command: chunks with their length before them, an empty one at the end.
"""

import socket
import struct
from urllib.parse import urlparse

from .reasons import Reason, Refused

CHUNK = 256 * 1024  # bytes
TIMEOUT = 10.0  # seconds
PORT = 3310
LONGEST_ANSWER = 4096


def scan(data: bytes, address: str) -> None:
    """Nothing for a clean file. ``address`` is ``tcp://host:3310`` or ``unix:///run/clamd.sock``.

    Raises ``Refused`` for an infected file, and for one about which the scanner gave no answer.
    """
    try:
        with _connect(address) as connection:
            answer = _ask(connection, data)
    except (OSError, ValueError) as error:
        raise Refused(Reason.NOT_SCANNED) from error
    if answer.endswith(" FOUND"):
        raise Refused(Reason.INFECTED, answer.removeprefix("stream:").removesuffix("FOUND").strip())
    if answer != "stream: OK":
        raise Refused(Reason.NOT_SCANNED)


def _connect(address: str) -> socket.socket:
    url = urlparse(address)
    if url.scheme == "unix":
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(TIMEOUT)
        connection.connect(url.path)
        return connection
    if url.scheme == "tcp" and url.hostname:
        return socket.create_connection((url.hostname, url.port or PORT), timeout=TIMEOUT)
    raise ValueError(f"no address of a scanner: {address}")


def _ask(connection: socket.socket, data: bytes) -> str:
    connection.sendall(b"zINSTREAM\0")
    for start in range(0, len(data), CHUNK):
        chunk = data[start : start + CHUNK]
        connection.sendall(struct.pack("!I", len(chunk)) + chunk)
    connection.sendall(struct.pack("!I", 0))
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        received = connection.recv(LONGEST_ANSWER)
        if not received:
            break
        answer += received
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")
