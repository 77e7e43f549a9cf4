"""Takes the pictures out of a JSON body while it arrives, so that what is left is small.

A JSON edit may carry 17 data URLs of 20 MB each. `DataStrings` follows the body just enough to know strings from
the rest; the value of a key ``image_url`` that begins with ``data:`` is decoded into a spool file, and the short
string ``data:<index>`` takes its place. So is the value of a key ``result``, which holds bare base64 in the items
of the Responses API. Everything else passes through unchanged, and a JSON parser judges it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from aquatint.api.wire.dataurl import DataUrlFile
from aquatint.api.wire.fields import DataPicture
from aquatint.api.wire.limits import Limits
from aquatint.errors import BodyTooLarge, MalformedBody
from aquatint.spool import Spool

_STRING = re.compile(rb'[^"\\]*(?:\\(?:u[0-9a-fA-F]{4}|[^u])[^"\\]*)*', re.DOTALL)
"""The inside of a JSON string, up to its closing quote or an escape that is not complete yet."""
_LONGEST_ESCAPE = 6
_KEY = "image_url"
_BARE_KEY = "result"
_LONGEST_KEY = len(_KEY) * _LONGEST_ESCAPE
_PREFIX = "data:"
_LONGEST_PREFIX = len(_PREFIX) * _LONGEST_ESCAPE


class DataStrings:
    """Feed it the body in chunks; ``rest`` is the body without pictures, ``pictures`` the pictures in order."""

    def __init__(self, spool: Spool, limits: Limits, *, bare: bool = False) -> None:
        """``bare``: whether a key ``result`` holds a picture too."""
        self._bare = bare
        self.rest = bytearray()
        self.pictures: list[DataPicture] = []
        self._spool = spool
        self._limits = limits
        self._carry = b""
        self._read: Callable[[bytes, int], int] = self._outside
        self._string_start = 0
        self._string_end = 0
        self._last_string = b""
        self._prefix = b""
        self._sink: DataUrlFile | None = None

    def feed(self, chunk: bytes) -> None:
        """The next bytes. Raises `BodyTooLarge` and `MalformedBody`."""
        data = self._carry + chunk if self._carry else chunk
        self._carry = b""
        position = 0
        while position < len(data):
            before = position
            reader = self._read
            position = reader(data, position)
            if position == before and reader == self._read:  # an escape that this chunk does not complete
                self._carry = data[position:]
                break
        if len(self.rest) > self._limits.json_bytes:
            raise BodyTooLarge(
                f"The request body without its images is larger than {self._limits.json_bytes} bytes."
            )

    def close(self) -> None:
        """No more bytes come. An unfinished picture is closed; the JSON parser will find the body cut short."""
        if self._sink is not None:
            self._sink.close()

    def _outside(self, data: bytes, start: int) -> int:
        quote = data.find(b'"', start)
        end = len(data) if quote < 0 else quote
        self.rest += data[start:end]
        if quote < 0:
            return end
        key = self._key()
        if key == _KEY.encode():
            self._prefix = b""
            self._read = self._undecided
        elif self._bare and key == _BARE_KEY.encode():
            self._begin_picture(bare=True)
        else:
            self._begin_copy()
        return quote + 1

    def _key(self) -> bytes:
        """The key whose value begins here; empty when this string is no value, or the key a long one."""
        if bytes(self.rest[self._string_end :]).strip() != b":" or len(self._last_string) > _LONGEST_KEY:
            return b""
        return _unescape(self._last_string)

    def _begin_copy(self) -> None:
        self.rest += b'"'
        self._string_start = len(self.rest)
        self._read = self._copy

    def _copy(self, data: bytes, start: int) -> int:
        end = _string_end(data, start)
        self.rest += data[start:end]
        if data[end : end + 1] != b'"':
            return end
        self._last_string = bytes(self.rest[self._string_start : self._string_start + _LONGEST_KEY + 1])
        self._end_string()
        return end + 1

    def _end_string(self) -> None:
        self.rest += b'"'
        self._string_end = len(self.rest)
        self._read = self._outside

    def _undecided(self, data: bytes, start: int) -> int:
        """Inside an image_url whose first characters are still coming."""
        end = _string_end(data, start)
        self._prefix += data[start:end]
        if len(self._prefix) < _LONGEST_PREFIX and data[end : end + 1] != b'"':
            return end
        if _unescape(self._prefix).startswith(_PREFIX.encode()):
            self._begin_picture()
        else:
            self._begin_copy()
            self.rest += self._prefix
        return end

    def _begin_picture(self, *, bare: bool = False) -> None:
        if len(self.pictures) >= self._limits.parts:
            raise BodyTooLarge(f"The request carries more than {self._limits.parts} images.")
        self._sink = DataUrlFile(self._spool, self._limits.image_url_length, bare=bare)
        self.pictures.append(self._sink.picture)
        if not bare:
            self._sink.write(_unescape(self._prefix))
        self._read = self._picture

    def _picture(self, data: bytes, start: int) -> int:
        assert self._sink is not None
        end = _string_end(data, start)
        self._sink.write(_unescape(data[start:end]))
        if data[end : end + 1] != b'"':
            return end
        self._sink.close()
        self._sink = None
        self.rest += f'"{_PREFIX}{len(self.pictures) - 1}'.encode()
        self._last_string = b""
        self._end_string()
        return end + 1


def _string_end(data: bytes, start: int) -> int:
    """Where the inside of the string stops: at its quote, at the end of the data, or at an incomplete escape."""
    quote = data.find(b'"', start)
    end = len(data) if quote < 0 else quote
    if data.find(b"\\", start, end) < 0:
        return end
    match = _STRING.match(data, start)
    assert match is not None
    end = match.end()
    if end < len(data) - _LONGEST_ESCAPE and data[end : end + 1] == b"\\":
        raise MalformedBody(
            "We could not parse the JSON body of your request: it has an escape that JSON does not know."
        )
    return end


def _unescape(raw: bytes) -> bytes:
    if b"\\" not in raw:
        return raw
    try:
        text: str = json.loads('"' + raw.decode("utf-8", "replace") + '"', strict=False)
    except ValueError:
        raise MalformedBody(
            "We could not parse the JSON body of your request: a string in it is not valid."
        ) from None
    return text.encode("utf-8", "surrogatepass")
