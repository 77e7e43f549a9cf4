"""What one request may weigh. Beyond these bounds reading stops and the request is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one request. The pictures' bounds are the contract's, the others keep the server safe."""

    image_count: int = 16
    image_bytes: int = 50_000_000
    """An uploaded or fetched picture must be smaller than this."""
    image_url_length: int = 20_971_520
    """Characters of an ``image_url``, data URLs included."""
    json_bytes: int = 4 * 1024 * 1024
    """Bytes of a JSON body without its data URLs; the longest legal prompt, fully escaped, is 0.4 MB."""
    field_bytes: int = 256 * 1024
    """Bytes of one form field; the longest legal prompt in UTF-8 is 128 KB."""
    parts: int = 64
    """Parts of a form, or data URLs in a JSON body. More images than allowed get a clearer error up to here."""
    header_bytes: int = 8 * 1024
    """Bytes of all headers of one form part."""

    @property
    def json_body_bytes(self) -> int:
        """Bytes of a whole JSON body: all pictures and the mask at their longest, and the rest."""
        return (self.image_count + 1) * self.image_url_length + self.json_bytes
