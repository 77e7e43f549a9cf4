"""Our application segments in a JPEG file (ITU-T T.81, annex B).

A segment holds at most 65,533 bytes, so a record is cut into numbered pieces in a row. APP9 is used because
the other application markers already belong to JFIF, Exif, ICC profiles, JUMBF, Photoshop and Adobe.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from aquatint.imaging.span import Span

_MARKER = b"\xff\xe9"
_APP0 = b"\xff\xe0"
_START_OF_SCAN = 0xDA
_IDENTIFIER = b"Aquatint\0"
_PIECE = 65_000
_PIECE_AT = 4 + len(_IDENTIFIER) + 2
"""Where a segment's piece begins: after marker, length, identifier, its number and how many there are."""
_MOST_SEGMENTS = 1_000
DIGEST_START = 0
"""Where the bytes that a digest covers begin."""


def prepare(data: bytes) -> bytes:
    """``data`` as it must be before our segments go in: as it is."""
    return data


def insert(data: bytes, body: bytes) -> bytes:
    """The JPEG file ``data`` with our segments after its JFIF header."""
    at = 2
    if data[2:4] == _APP0:
        at += 2 + struct.unpack_from(">H", data, 4)[0]
    return data[:at] + _segments(body) + data[at:]


def find(data: bytes) -> Span | None:
    """Our segments, if they are all there, in order and in a row, or None."""
    ours = [(start, stop) for start, stop in _segment_bounds(data) if _is_ours(data, start, stop)]
    numbers = [tuple(data[start + _PIECE_AT - 2 : start + _PIECE_AT]) for start, _ in ours]
    in_a_row = all(before[1] == after[0] for before, after in pairwise(ours))
    if not ours or not in_a_row or numbers != [(number, len(ours)) for number in range(len(ours))]:
        return None
    body = b"".join(data[start + _PIECE_AT : stop] for start, stop in ours)
    return Span(start=ours[0][0], end=ours[-1][1], body=body)


def _is_ours(data: bytes, start: int, stop: int) -> bool:
    return (
        data.startswith(_MARKER, start) and data.startswith(_IDENTIFIER, start + 4) and stop >= start + _PIECE_AT
    )


def _segments(body: bytes) -> bytes:
    pieces = [body[at : at + _PIECE] for at in range(0, len(body), _PIECE)]
    return b"".join(_segment(number, len(pieces), piece) for number, piece in enumerate(pieces))


def _segment(number: int, total: int, piece: bytes) -> bytes:
    content = _IDENTIFIER + bytes((number, total)) + piece
    return _MARKER + struct.pack(">H", 2 + len(content)) + content


def _segment_bounds(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each marker segment before the first scan."""
    start = 2
    for _ in range(_MOST_SEGMENTS):
        if start + 4 > len(data) or data[start] != 0xFF or data[start + 1] == _START_OF_SCAN:
            return
        (length,) = struct.unpack_from(">H", data, start + 2)
        stop = start + 2 + length
        if length < 2 or stop > len(data):
            return
        yield start, stop
        start = stop
