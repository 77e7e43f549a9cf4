"""The reply of a call that streams: server-sent events, pictures put into base64 a block at a time.

Events and their fields are those of the Images API; ``aquatint`` is ours and says which of n pictures an event
belongs to. There is no ``[DONE]``: the stream ends after the last picture.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass
from typing import Any

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from aquatint.api.hangup import ClientGone
from aquatint.api.reply import base64_chunks, compact, extension, gone_raises
from aquatint.errors import PublicError, ServerError
from aquatint.spool import discard
from aquatint.types import Operation, Rendered

_log = logging.getLogger(__name__)
_KEEP_ALIVE = b": keep-alive\n\n"
_NAMES: dict[Operation, str] = {"generate": "image_generation", "edit": "image_edit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamHead:
    """What all events of one stream share."""

    operation: Operation
    created: int
    """Unix time in seconds."""
    quality: str
    """What was made, never "auto"."""
    want_plan: bool = False
    safety_identifier: str | None = None


@dataclass(frozen=True, slots=True)
class PartialImage:
    """A picture in the making. ``index`` is the picture's number, ``partial_index`` the partial's, both from 0."""

    index: int
    partial_index: int
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class CompletedImage:
    """A finished picture and its tokens, as an event shows them (`Usage.as_event`)."""

    index: int
    rendered: Rendered
    usage: Mapping[str, Any]


StreamEvent = PartialImage | CompletedImage


class EventStream(Response):
    """An ASGI response that sends events as they come, and removes each event's file once it is sent.

    When the client hangs up, ``events`` is closed, so its ``finally`` can cancel the work. An error that it raises
    becomes an ``error`` event. ``events`` is run by one task from its start to its end. When the client is gone
    before the first event, ``events`` never starts and no ``finally`` of it runs; ``on_close`` is always awaited.
    """

    def __init__(
        self,
        head: StreamHead,
        events: AsyncGenerator[StreamEvent, None],
        *,
        headers: Mapping[str, str] | None = None,
        keep_alive_seconds: float = 15.0,
        on_close: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.status_code = 200
        self.media_type = "text/event-stream"
        self.background = None
        self.head = head
        self._events = events
        self._keep_alive_seconds = keep_alive_seconds
        self._on_close = on_close
        self._sending = asyncio.Lock()
        fixed = {"cache-control": "no-store", "x-accel-buffering": "no"}
        self.init_headers({**fixed, **(headers or {})})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send events until there are no more or the client is gone."""
        send = gone_raises(send)
        writing = asyncio.create_task(self._write(send))
        watching = asyncio.create_task(_until_disconnect(receive))
        pulsing = asyncio.create_task(self._pulse(send))
        try:
            await asyncio.wait({writing, watching}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (writing, watching, pulsing):
                task.cancel()
            await asyncio.gather(writing, watching, pulsing, return_exceptions=True)
            if self._on_close is not None:
                await self._on_close()
        if not writing.cancelled():
            writing.result()

    async def _write(self, send: Send) -> None:
        with suppress(ClientGone):
            async with aclosing(self._events):
                async with self._sending:
                    await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
                await self._write_events(send)
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _write_events(self, send: Send) -> None:
        try:
            async for event in self._events:
                await self._send_event(send, event)
        except ClientGone:
            raise
        except PublicError as error:
            await self._send_chunk(send, error_event(error))
        except Exception:
            _log.exception("a stream failed")
            failure = ServerError("The server had an error while making your picture. Please try again.")
            await self._send_chunk(send, error_event(failure))

    async def _send_event(self, send: Send, event: StreamEvent) -> None:
        """All chunks of one event with nothing between them; its file is removed in any case."""
        try:
            async with self._sending:
                for chunk in event_chunks(event, self.head):
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
        finally:
            discard(event.rendered.path)

    async def _send_chunk(self, send: Send, chunk: bytes) -> None:
        async with self._sending:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})

    async def _pulse(self, send: Send) -> None:
        """A comment now and then, so that nothing in between takes a quiet connection for a dead one."""
        while True:
            await asyncio.sleep(self._keep_alive_seconds)
            await self._send_chunk(send, _KEEP_ALIVE)


def event_chunks(event: StreamEvent, head: StreamHead) -> Iterator[bytes]:
    """One event as it goes over the wire, at most 128 KiB at a time."""
    suffix = "partial_image" if isinstance(event, PartialImage) else "completed"
    name = f"{_NAMES[head.operation]}.{suffix}"
    yield f'event: {name}\ndata: {{"type":"{name}","b64_json":"'.encode()
    yield from base64_chunks(event.rendered)
    yield b'",' + compact(_fields(event, head))[1:] + b"\n\n"


def error_event(error: PublicError) -> bytes:
    """A failure in the middle of a stream.

    The official clients raise for data with an ``error`` object; readers of the documented flat form find its
    fields beside it.
    """
    flat = {"type": "error", "code": error.code, "message": error.message, "param": error.param}
    return b"event: error\ndata: " + compact({**flat, **error.envelope()}) + b"\n\n"


def _fields(event: StreamEvent, head: StreamHead) -> dict[str, Any]:
    rendered = event.rendered
    fields: dict[str, Any] = {
        "created_at": head.created,
        "size": str(rendered.size),
        "quality": head.quality,
        "background": rendered.background,
        "output_format": rendered.output_format,
    }
    if isinstance(event, PartialImage):
        return {**fields, "partial_image_index": event.partial_index, "aquatint": {"index": event.index}}
    fields["usage"] = dict(event.usage)
    if head.safety_identifier is not None:
        fields["safety_identifier"] = head.safety_identifier
    notes = extension(rendered.notes, head.want_plan) if rendered.notes is not None else {}
    return {**fields, "aquatint": {"index": event.index, **notes}}


async def _until_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
