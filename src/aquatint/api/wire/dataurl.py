"""A base64 data URL, decoded into a spool file while its characters arrive."""

from __future__ import annotations

import re

import pybase64

from aquatint.api.wire.fields import DataPicture
from aquatint.spool import Spool

_HEADER = re.compile(rb"data:image/(?:png|jpe?g|webp);base64", re.IGNORECASE)
_LONGEST_HEADER = 64


class DataUrlFile:
    """Takes the characters of one data URL in pieces. Keeps problems: the parameter at fault is not known yet."""

    def __init__(self, spool: Spool, limit: int, *, bare: bool = False) -> None:
        """``bare``: base64 alone, without the header of a data URL."""
        self.picture = DataPicture(spool.new())
        self._limit = limit
        self._file = self.picture.path.open("wb")
        self._header: bytes | None = None if bare else b""
        self._rest = b""
        self._padded = False

    def write(self, text: bytes) -> None:
        """The next characters, as ASCII."""
        self.picture.length += len(text)
        if self.picture.problem is not None or self.picture.length > self._limit:
            return
        if self._header is not None:
            text = self._take_header(text)
        if text:
            self._decode(text)

    def close(self) -> None:
        """The URL is complete, or was given up."""
        if self._header is not None or self._rest:
            self._fail("invalid_image_url" if self._header is not None else "invalid_base64_image")
        self._file.close()

    def _take_header(self, text: bytes) -> bytes:
        header, comma, rest = ((self._header or b"") + text).partition(b",")
        if comma and _HEADER.fullmatch(header):
            self._header = None
            return rest
        self._header = header
        if comma or len(header) > _LONGEST_HEADER:
            self._fail("invalid_image_url")
        return b""

    def _decode(self, text: bytes) -> None:
        text = self._rest + text
        whole = len(text) - len(text) % 4
        self._rest, text = text[whole:], text[:whole]
        if not text:
            return
        try:
            decoded = pybase64.b64decode(text, validate=True)
        except ValueError:
            self._fail("invalid_base64_image")
            return
        if self._padded:  # characters after the padding
            self._fail("invalid_base64_image")
        self._padded = text.endswith(b"=")
        self._file.write(decoded)

    def _fail(self, code: str) -> None:
        if code == "invalid_base64_image":
            text = "the data URL does not hold valid base64."
        else:
            text = "expected a data URL that begins with 'data:image/png;base64,' (or jpeg, or webp)."
        self.picture.problem = self.picture.problem or (code, text)
