"""Messages on a byte stream: each is a pickle behind its length (4 bytes, big-endian).

Both ends are processes of the same program and user on a private socket pair, so unpickling is safe here.
"""

from __future__ import annotations

import pickle
import struct
from typing import Any

_LENGTH = struct.Struct(">I")


def pack(message: object) -> bytes:
    """One message as bytes."""
    body = pickle.dumps(message, protocol=5)
    return _LENGTH.pack(len(body)) + body


class Unpacker:
    """Cuts a stream that arrives in pieces of any size into messages."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def feed(self, data: bytes) -> list[Any]:
        """The messages that are complete now, in order."""
        self._waiting += data
        messages = []
        while (body := self._next_body()) is not None:
            messages.append(pickle.loads(body))  # noqa: S301  see the module's text
        return messages

    def _next_body(self) -> bytes | None:
        if len(self._waiting) < _LENGTH.size:
            return None
        end = _LENGTH.size + _LENGTH.unpack_from(self._waiting)[0]
        if len(self._waiting) < end:
            return None
        body = bytes(self._waiting[_LENGTH.size : end])
        del self._waiting[:end]
        return body
