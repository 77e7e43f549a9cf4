"""What a file is, told from its first bytes; names and declared media types are never trusted."""

from __future__ import annotations

from aquatint.imaging import webp_chunks
from aquatint.imaging.png import SIGNATURE
from aquatint.types import OutputFormat

JPEG_START = b"\xff\xd8\xff"


def sniff(data: bytes) -> OutputFormat | None:
    """The format of an encoded picture from its first 12 bytes, or None when it is not one that is read here."""
    if data.startswith(SIGNATURE):
        return "png"
    if data.startswith(JPEG_START):
        return "jpeg"
    if webp_chunks.is_webp(data):
        return "webp"
    return None
