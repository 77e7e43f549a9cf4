"""JSON with pictures in it that never are in memory: sent in frames, with the files in base64 between them.

A `Slot` anywhere in a value stands for the string that holds a picture. `compose` makes the JSON around the slots,
so that the length is known before the first byte and each picture is read a block at a time when its turn comes.
"""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from aquatint.api.hangup import ClientGone
from aquatint.api.reply import base64_file, base64_length, gone_raises
from aquatint.spool import discard

_MARK = secrets.token_hex(16)
"""Tells slots from texts in the composed JSON. No caller can know it, so no text can pass for a slot."""
_BLOCK = 128 * 1024
_SLOT = re.compile(rf"{_MARK}:(\d+):".encode())


@dataclass(frozen=True, slots=True)
class Slot:
    """A string in JSON: ``prefix``, which is plain ASCII without quotes, then a file's bytes in base64."""

    path: Path
    byte_count: int
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """Composed JSON: a frame, then a slot, a frame, and so on; one frame more than slots."""

    frames: Sequence[bytes]
    slots: Sequence[Slot]

    @property
    def length(self) -> int:
        """Bytes of the whole."""
        encoded = sum(base64_length(slot.byte_count) for slot in self.slots)
        return encoded + sum(len(frame) for frame in self.frames)

    def chunks(self) -> Iterator[bytes]:
        """The bytes, at most 128 KiB of a picture at a time."""
        for frame, slot in zip(self.frames, self.slots, strict=False):
            yield frame
            yield from base64_file(slot.path)
        yield self.frames[-1]


def compose(value: object) -> Document:
    """The JSON of a value made of the usual types and slots."""
    slots: list[Slot] = []

    def stand_in(found: object) -> str:
        if not isinstance(found, Slot):
            raise TypeError(f"{type(found).__name__} is nothing that JSON has.")
        slots.append(found)
        return f"{found.prefix}{_MARK}:{len(slots) - 1}:"

    text = json.dumps(value, separators=(",", ":"), default=stand_in).encode("ascii")
    return Document(_SLOT.split(text)[::2], slots)


class DocumentReply(Response):
    """An ASGI response that sends a document; then ``owned`` files are removed and ``on_close`` is awaited."""

    def __init__(
        self,
        value: object,
        *,
        owned: Sequence[Path] = (),
        on_close: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.status_code = 200
        self.media_type = "application/json"
        self.background = None
        self._owned = tuple(owned)
        self._on_close = on_close
        self._document = compose(value)
        self.init_headers({"content-length": str(self._document.length)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it. Every await waits for the client, so a slow one costs no memory."""
        try:
            with suppress(ClientGone):
                await self._send(gone_raises(send))
        finally:
            discard(*self._owned)
            if self._on_close is not None:
                await self._on_close()

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for chunk in self._document.chunks():
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


class FileReply(Response):
    """An ASGI response that sends a file's bytes in pieces and removes the file, sent or not."""

    def __init__(self, path: Path, media_type: str, *, headers: Mapping[str, str] | None = None) -> None:
        self.status_code = 200
        self.media_type = media_type
        self.background = None
        self._path = path
        self.init_headers({**(headers or {}), "content-length": str(path.stat().st_size)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        try:
            with suppress(ClientGone):
                await self._send(gone_raises(send))
        finally:
            discard(self._path)

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        with self._path.open("rb") as file:
            while block := file.read(_BLOCK):
                await send({"type": "http.response.body", "body": block, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
