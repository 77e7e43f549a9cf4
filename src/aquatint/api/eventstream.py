"""A reply that streams server-sent events, whatever the events are."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from contextlib import aclosing, suppress
from typing import Generic, TypeVar

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from aquatint.api.hangup import ClientGone
from aquatint.api.reply import compact, gone_raises
from aquatint.errors import PublicError, ServerError

_log = logging.getLogger(__name__)
_KEEP_ALIVE = b": keep-alive\n\n"

Event = TypeVar("Event")


class ServerSentEvents(Response, Generic[Event]):
    """An ASGI response that sends events as they come, and releases each of them once it is sent or cannot be.

    When the client hangs up, ``events`` is closed, so its ``finally`` can cancel the work. An error that it raises
    becomes an ``error`` event. ``events`` is run by one task from its start to its end. When the client is gone
    before the first event, ``events`` never starts and no ``finally`` of it runs; ``on_close`` is always awaited.
    """

    def __init__(
        self,
        events: AsyncGenerator[Event, None],
        render: Callable[[Event], Iterator[bytes]],
        *,
        release: Callable[[Event], None] = lambda _: None,
        headers: Mapping[str, str] | None = None,
        keep_alive_seconds: float = 15.0,
        on_close: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self.status_code = 200
        self.media_type = "text/event-stream"
        self.background = None
        self._events = events
        self._render = render
        self._release = release
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

    async def _send_event(self, send: Send, event: Event) -> None:
        """All chunks of one event with nothing between them."""
        try:
            async with self._sending:
                for chunk in self._render(event):
                    await send({"type": "http.response.body", "body": chunk, "more_body": True})
        finally:
            self._release(event)

    async def _send_chunk(self, send: Send, chunk: bytes) -> None:
        async with self._sending:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})

    async def _pulse(self, send: Send) -> None:
        """A comment now and then, so that nothing in between takes a quiet connection for a dead one."""
        while True:
            await asyncio.sleep(self._keep_alive_seconds)
            await self._send_chunk(send, _KEEP_ALIVE)


def error_event(error: PublicError) -> bytes:
    """A failure in the middle of a stream.

    The official clients raise for data with an ``error`` object; readers of the documented flat form find its
    fields beside it.
    """
    flat = {"type": "error", "code": error.code, "message": error.message, "param": error.param}
    return b"event: error\ndata: " + compact({**flat, **error.envelope()}) + b"\n\n"


async def _until_disconnect(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
