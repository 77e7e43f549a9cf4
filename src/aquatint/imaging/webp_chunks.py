"""The RIFF container of WebP: its chunks, the size of its canvas, and one chunk of our own.

Layout after the WebP container specification (RFC 9649, section 2): "RIFF", size, "WEBP", then chunks of four
letters, a little-endian size and a body padded to an even length. Readers ignore chunks they do not know, but
only the extended format, which starts with a VP8X chunk, allows them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from aquatint.imaging.span import Span
from aquatint.sizes import Size

KIND = b"AQUA"
HEADER_LENGTH = 12
DIGEST_START = HEADER_LENGTH
"""Where the bytes that a digest covers begin: after the RIFF header, whose size field changes."""
_ANIMATION = 0x02
_ALPHA = 0x10
_MOST_CHUNKS = 10_000


@dataclass(frozen=True, slots=True)
class Canvas:
    """What the first chunk says of the picture."""

    size: Size
    has_alpha: bool
    animated: bool


def is_webp(data: bytes) -> bool:
    """Whether ``data`` starts as a WebP file does."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def read_canvas(data: bytes) -> Canvas:
    """Size and kind of the picture, read before anything is decoded. Raises ValueError for a broken header."""
    kind, start = data[HEADER_LENGTH : HEADER_LENGTH + 4], HEADER_LENGTH + 8
    head = data[start : start + 10]
    if len(head) < 10 or kind not in _CANVAS_READERS:
        raise ValueError("not a WebP header")
    return _CANVAS_READERS[kind](head)


def prepare(data: bytes) -> bytes:
    """The WebP file ``data`` in the extended format, in which our chunk is allowed."""
    chunks = data[HEADER_LENGTH:]
    if not chunks.startswith(b"VP8X"):
        chunks = _extended_header(read_canvas(data)) + chunks
    return _container(chunks)


def insert(data: bytes, body: bytes) -> bytes:
    """The extended WebP file ``data`` with a chunk of ours at its end."""
    return _container(data[HEADER_LENGTH:] + _chunk(KIND, body))


def find(data: bytes) -> Span | None:
    """Our chunk, or None."""
    for kind, start, end in _chunks(data):
        if kind == KIND:
            return Span(start=start, end=end + (end & 1), body=data[start + 8 : end])
    return None


def _container(chunks: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\0" * (len(body) & 1)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Kind, start of the header and end of the body of each chunk that lies within the file."""
    start = HEADER_LENGTH
    for _ in range(_MOST_CHUNKS):
        if start + 8 > len(data):
            return
        (length,) = struct.unpack_from("<I", data, start + 4)
        end = start + 8 + length
        padded = end + (end & 1)
        if padded > len(data):
            return
        yield data[start : start + 4], start, end
        start = padded


def _extended_header(canvas: Canvas) -> bytes:
    flags = _ALPHA if canvas.has_alpha else 0
    edges = (canvas.size.width - 1).to_bytes(3, "little") + (canvas.size.height - 1).to_bytes(3, "little")
    return _chunk(b"VP8X", struct.pack("<I", flags) + edges)


def _extended_canvas(head: bytes) -> Canvas:
    width, height = int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    return Canvas(Size(width, height), bool(head[0] & _ALPHA), bool(head[0] & _ANIMATION))


def _lossless_canvas(head: bytes) -> Canvas:
    bits = int.from_bytes(head[1:5], "little")
    size = Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return Canvas(size, bool(bits >> 28 & 1), animated=False)


def _lossy_canvas(head: bytes) -> Canvas:
    width, height = struct.unpack_from("<HH", head, 6)
    return Canvas(Size(width & 0x3FFF, height & 0x3FFF), has_alpha=False, animated=False)


_CANVAS_READERS = {b"VP8X": _extended_canvas, b"VP8L": _lossless_canvas, b"VP8 ": _lossy_canvas}
