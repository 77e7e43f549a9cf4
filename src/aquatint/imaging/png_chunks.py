"""Our iTXt chunk in a PNG file (PNG specification, section 11.3.3.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from aquatint.imaging.png import END, SIGNATURE, chunk
from aquatint.imaging.span import Span

KEYWORD = b"aquatint"
_COMPRESSED_WITH_ZLIB = b"\x01\x00"
_PREFIX = KEYWORD + b"\0" + _COMPRESSED_WITH_ZLIB + b"\0" + b"\0"
"""Keyword, compression, and an empty language and translated keyword."""
_MOST_CHUNKS = 100_000
DIGEST_START = 0
"""Where the bytes that a digest covers begin."""


def record_chunk(body: bytes) -> bytes:
    """An iTXt chunk whose text is ``body``, UTF-8 already compressed with zlib."""
    return chunk(b"iTXt", _PREFIX + body)


def prepare(data: bytes) -> bytes:
    """``data`` as it must be before our chunk goes in. Raises ValueError when the PNG has no proper end."""
    if not data.endswith(END):
        raise ValueError("the PNG does not end in an IEND chunk")
    return data


def insert(data: bytes, body: bytes) -> bytes:
    """The PNG file ``data`` with our chunk before its end."""
    return data[: -len(END)] + record_chunk(body) + END


def find(data: bytes) -> Span | None:
    """Our chunk, or None."""
    for kind, start, end in _chunks(data):
        if kind == b"iTXt" and data.startswith(_PREFIX, start + 8):
            return Span(start=start, end=end, body=data[start + 8 + len(_PREFIX) : end - 4])
    return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start and end of each chunk that lies within the file."""
    start = len(SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if start + 12 > len(data):
            return
        (length,) = struct.unpack_from(">I", data, start)
        end = start + 12 + length
        if end > len(data):
            return
        yield data[start + 4 : start + 8], start, end
        start = end
