"""Noticing that the client hung up while its picture is being made."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request

T = TypeVar("T")


class ClientGone(Exception):
    """Nobody is waiting for the reply any more."""


async def until_hangup(request: Request, work: Coroutine[Any, Any, T]) -> T:
    """The result of ``work``, which is cancelled when the client hangs up first (then `ClientGone` is raised).

    The request's body must have been read to its end before.
    """
    working = asyncio.ensure_future(work)
    watching = asyncio.ensure_future(_hangup(request))
    try:
        await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise ClientGone
    finally:
        for future in (working, watching):
            future.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


async def _hangup(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
