"""The reply of a call that does not stream: one JSON object, sent by hand and in pieces.

The pictures lie in spool files. They are read, put into base64 and sent a block at a time, so that the server
never holds one, and the content length is known before the first byte.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pybase64
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from aquatint.api.hangup import ClientGone
from aquatint.spool import discard
from aquatint.types import Notes, Rendered

_BLOCK = 3 * 32 * 1024
"""Bytes of a picture read at once: a multiple of 3, so that no padding arises between blocks, and small enough to
stay in the processor's cache on the way through base64 to the socket."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyHead:
    """The fields beside ``data``. ``quality`` and ``size`` are what was made, never "auto"."""

    created: int
    """Unix time in seconds."""
    background: str
    output_format: str
    quality: str
    size: str
    usage: Mapping[str, Any]
    safety_identifier: str | None = None


class ImagesReply(Response):
    """An ASGI response that owns the pictures' files and removes them when it is sent or cannot be."""

    def __init__(
        self,
        head: ReplyHead,
        pictures: Sequence[Rendered],
        *,
        want_plan: bool = False,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status_code = 200
        self.media_type = "application/json"
        self.background = None
        self.pictures = tuple(pictures)
        self._frames = list(_frames(head, self.pictures, want_plan))
        encoded = sum(base64_length(picture.byte_count) for picture in self.pictures)
        length = encoded + sum(len(frame) for frame in self._frames)
        self.init_headers({**(headers or {}), "content-length": str(length)})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it. Every await waits for the client, so a slow one costs no memory."""
        try:
            with suppress(ClientGone):
                await self._send(gone_raises(send))
        finally:
            discard(*(picture.path for picture in self.pictures))

    async def _send(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for chunk in self._chunks():
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _chunks(self) -> Iterator[bytes]:
        for frame, picture in zip(self._frames, self.pictures, strict=False):
            yield frame
            yield from base64_chunks(picture)
        yield self._frames[-1]


def gone_raises(send: Send) -> Send:
    """``send``, but raising `ClientGone` where servers raise OSError, so that file errors stay what they are."""

    async def guarded(message: Message) -> None:
        try:
            await send(message)
        except OSError:
            raise ClientGone from None

    return guarded


def base64_length(byte_count: int) -> int:
    """Characters of the base64 of that many bytes, with padding."""
    return (byte_count + 2) // 3 * 4


def base64_chunks(picture: Rendered) -> Iterator[bytes]:
    """The picture's file in base64, at most 128 KiB at a time."""
    return base64_file(picture.path)


def base64_file(path: Path) -> Iterator[bytes]:
    """A file in base64, at most 128 KiB at a time."""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            yield pybase64.b64encode(block)


def extension(notes: Notes, want_plan: bool) -> dict[str, Any]:
    """The ``aquatint`` object of one picture: what it takes to make it again, and what was not drawn as asked."""
    plan = {"plan": notes.plan} if want_plan else {}
    return {
        "seed": notes.seed,
        "engine": notes.engine,
        **plan,
        "undrawn": list(notes.undrawn),
        "approximated": list(notes.approximated),
    }


def compact(value: object) -> bytes:
    """JSON without blanks, in ASCII."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _frames(head: ReplyHead, pictures: Sequence[Rendered], want_plan: bool) -> Iterator[bytes]:
    """The JSON between the pictures: one frame before each of them, and one at the end."""
    opening = compact({"created": head.created, "background": head.background})[:-1] + b',"data":['
    for picture in pictures:
        yield opening + b'{"b64_json":"'
        notes = picture.notes
        opening = b'"}'
        if notes is not None:
            opening = b'","aquatint":' + compact(extension(notes, want_plan)) + b"}"
        opening += b","
    yield opening.removesuffix(b",") + b"]," + compact(_tail(head))[1:]


def _tail(head: ReplyHead) -> dict[str, Any]:
    tail: dict[str, Any] = {
        "output_format": head.output_format,
        "quality": head.quality,
        "size": head.size,
        "usage": dict(head.usage),
    }
    if head.safety_identifier is not None:
        tail["safety_identifier"] = head.safety_identifier
    return tail
