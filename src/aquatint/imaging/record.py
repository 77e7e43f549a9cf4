"""The record that a picture carries in its metadata: what made it, and a digest of the file it belongs to.

A record is JSON: ``{"sha256": digest, "record": {...}}``. The digest covers the encoded file without the record,
so a picture that another program has changed and saved with its metadata is not mistaken for the one described.
It is a safeguard against mistakes, not a signature: anybody can write a record.
"""

from __future__ import annotations

import zlib
from typing import Any

import msgspec

LIMIT = 1_000_000
"""Most bytes of JSON. Pillow and others refuse compressed PNG texts that grow beyond 1 MiB."""


class RecordTooLarge(ValueError):
    """The record is larger than `LIMIT`."""


def pack(record: dict[str, Any], digest: str) -> bytes:
    """The record and the file's digest (hexadecimal SHA-256) as JSON, compressed with zlib.

    Raises `RecordTooLarge`.
    """
    text = msgspec.json.encode({"sha256": digest, "record": record})
    if len(text) > LIMIT:
        raise RecordTooLarge(f"the record has {len(text)} bytes of at most {LIMIT}")
    return zlib.compress(text, 9)


def unpack(body: bytes) -> tuple[dict[str, Any], str] | None:
    """The record and its digest, or None if ``body`` is not what `pack` makes. Never unpacks more than `LIMIT`."""
    text = _decompress(body)
    if text is None:
        return None
    try:
        outer = msgspec.json.decode(text)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    match outer:
        case {"sha256": str(digest), "record": dict(record)}:
            return record, digest
    return None


def _decompress(body: bytes) -> bytes | None:
    if len(body) > LIMIT:
        return None
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(body, LIMIT)
    except zlib.error:
        return None
    return text if inflate.eof else None
