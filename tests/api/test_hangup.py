"""Hanging up cancels the work."""

from __future__ import annotations

import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message

from aquatint.api.hangup import ClientGone, until_hangup


class Client:
    """A client that hangs up when told."""

    def __init__(self) -> None:
        self.gone = asyncio.Event()
        self.request = Request({"type": "http", "method": "GET", "path": "/", "headers": []}, self.receive)

    async def receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}


async def test_the_result_comes_when_the_client_waits() -> None:
    async def work() -> int:
        await asyncio.sleep(0)
        return 5

    assert await until_hangup(Client().request, work()) == 5


async def test_an_error_of_the_work_is_raised() -> None:
    async def work() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        await until_hangup(Client().request, work())


async def test_work_is_cancelled_when_the_client_hangs_up() -> None:
    client, cancelled = Client(), asyncio.Event()

    async def work() -> None:
        client.gone.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cancelled.set()
            raise

    with pytest.raises(ClientGone):
        await until_hangup(client.request, work())
    assert cancelled.is_set()


async def test_a_handler_that_is_cancelled_cancels_the_work() -> None:
    started, cancelled = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    handler = asyncio.create_task(until_hangup(Client().request, work()))
    await started.wait()
    handler.cancel()
    with pytest.raises(asyncio.CancelledError):
        await handler
    assert cancelled.is_set()
