"""Records in the metadata of pictures: an iTXt chunk in PNG, APP9 segments in JPEG, a chunk of its own in WebP.

Every reader that does not know them skips them. See `record` for what they hold.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, BinaryIO, Protocol

from aquatint.imaging import jpeg_segments, png_chunks, webp_chunks
from aquatint.imaging.png import END, png_parts
from aquatint.imaging.raster import Pixels
from aquatint.imaging.record import pack, unpack
from aquatint.imaging.span import Span
from aquatint.types import OutputFormat


class _Container(Protocol):
    """How one file format holds a record; modules do."""

    DIGEST_START: int

    def prepare(self, data: bytes) -> bytes: ...

    def insert(self, data: bytes, body: bytes) -> bytes: ...

    def find(self, data: bytes) -> Span | None: ...


_CONTAINERS: dict[OutputFormat, _Container] = {
    "png": png_chunks,
    "jpeg": jpeg_segments,
    "webp": webp_chunks,
}


def embed(data: bytes, output_format: OutputFormat, record: dict[str, Any]) -> bytes:
    """The encoded picture ``data`` with ``record`` (JSON-ready) in its metadata; it must not carry one yet.

    Raises `aquatint.imaging.record.RecordTooLarge`.
    """
    container = _CONTAINERS[output_format]
    prepared = container.prepare(data)
    digest = hashlib.sha256(memoryview(prepared)[container.DIGEST_START :]).hexdigest()
    return container.insert(prepared, pack(record, digest))


def extract(data: bytes, output_format: OutputFormat) -> dict[str, Any] | None:
    """The record of the encoded picture ``data``; None if there is none, it is broken, or the file was changed."""
    container = _CONTAINERS[output_format]
    span = container.find(data)
    unpacked = unpack(span.body) if span else None
    if span is None or unpacked is None:
        return None
    record, digest = unpacked
    return record if digest == _digest_without(span, data, container.DIGEST_START) else None


def write_png_with_record(
    file: BinaryIO, pixels: Pixels, record: dict[str, Any], *, texts: Mapping[str, str] | None = None
) -> int:
    """Write a PNG with ``record``, in one pass, and return how many bytes were written.

    The same bytes as `embed` would make. Raises `aquatint.imaging.record.RecordTooLarge`, when the file is
    already written in part.
    """
    digest, count = hashlib.sha256(), 0
    for part in png_parts(pixels, texts=texts):
        digest.update(part)
        if part is END:
            count += file.write(png_chunks.record_chunk(pack(record, digest.hexdigest())))
        count += file.write(part)
    return count


def _digest_without(span: Span, data: bytes, start: int) -> str:
    """SHA-256 of ``data`` from ``start``, without ``span``."""
    view = memoryview(data)
    digest = hashlib.sha256(view[start : span.start])
    digest.update(view[span.end :])
    return digest.hexdigest()
