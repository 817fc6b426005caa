"""Files of the kind that DOC and XLS are, with streams of any name ([MS-CFB])."""

import struct

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SMALLEST = 4_096  # bytes of a stream that has sectors of its own


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams in its root."""
    entries = [_entry("Root Entry", 5, END, 0, child=1 if streams else FREE)]
    content, table = b"", []
    first = 3  # after the table and two sectors of the directory
    for number, (name, data) in enumerate(streams.items(), 1):
        padded = data.ljust(SMALLEST, b"\0")
        padded += b"\0" * (-len(padded) % SECTOR)
        sectors = len(padded) // SECTOR
        following = number + 1 if number < len(streams) else FREE
        entries.append(_entry(name, 2, first, len(padded), right=following))
        table += [*range(first + 1, first + sectors), END]
        content += padded
        first += sectors
    entries += [b"\0" * 128] * (8 - len(entries))
    chain = [FAT, 2, END, *table]
    chain += [FREE] * (SECTOR // 4 - len(chain))
    return _header() + struct.pack(f"<{len(chain)}I", *chain) + b"".join(entries) + content


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, SMALLEST, END, 0, END, 0)
    return head + struct.pack("<109I", 0, *[FREE] * 108)


def _entry(name: str, kind: int, start: int, size: int, right: int = FREE, child: int = FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, kind, 1)
    return head + struct.pack("<III", FREE, right, child) + b"\0" * 36 + struct.pack("<IQ", start, size)
