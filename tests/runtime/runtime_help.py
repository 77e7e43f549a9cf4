"""What the runtime's tests share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from aquatint.runtime.local import LocalRuntime
from aquatint.runtime.messages import Finished, Update
from aquatint.runtime.ticket import Ticket
from aquatint.sizes import Size, SizeRule
from aquatint.spool import Spool
from aquatint.types import ImageRequest, Rendered

PATIENCE = 60.0
"""Seconds until a test that waits for something gives up; reached only when something is broken."""

StartRuntime = Callable[..., Awaitable[LocalRuntime]]

SLOW = "fake: steps=3000 step_ms=10"
"""A picture that would take half a minute."""


def order(prompt: str = "a fox", **fields: Any) -> ImageRequest:
    """A small picture of the test engine."""
    chosen: dict[str, Any] = {"operation": "generate", "quality": "low", "seed": 1, "size": Size(64, 48)}
    return ImageRequest(prompt=prompt, size_rule=SizeRule(), **(chosen | fields))


async def read_all(ticket: Ticket) -> list[Update]:
    """All updates of a ticket."""
    async with asyncio.timeout(PATIENCE), aclosing(ticket.events()) as events:
        return [update async for update in events]


async def read_picture_of(ticket: Ticket) -> Rendered:
    """The finished picture of a ticket."""
    last = (await read_all(ticket))[-1]
    assert isinstance(last, Finished)
    return last.rendered


async def next_of(kind: type[Update], events: AsyncIterator[Update]) -> Update:
    """The next update of that kind."""
    async with asyncio.timeout(PATIENCE):
        async for update in events:
            if isinstance(update, kind):
                return update
    raise AssertionError(f"no {kind.__name__} came")


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for a state that can be observed but announces itself to nobody."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


def files(spool: Spool) -> list[Path]:
    """What lies in the spool."""
    return sorted(spool.folder.iterdir())


def pixels_of(rendered: Rendered) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The decoded picture."""
    with Image.open(rendered.path) as image:
        return np.asarray(image)
