"""How long a body may take to come, so that slow senders do not hold connections for ever."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from aquatint.errors import UploadTooSlow


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The slowest sender that is waited for."""

    pause: float = 30.0
    """Seconds between two pieces."""
    grace: float = 60.0
    """Seconds in which any speed will do."""
    bytes_per_second: float = 1024.0
    """Speed on the whole, after that."""


async def patiently(
    chunks: AsyncIterator[bytes], pace: Pace = Pace(), now: Callable[[], float] = time.monotonic
) -> AsyncIterator[bytes]:
    """The pieces of a body as they come. Raises `UploadTooSlow`."""
    started, received = now(), 0
    while True:
        try:
            async with asyncio.timeout(pace.pause):
                chunk = await anext(chunks, None)
        except TimeoutError:
            raise UploadTooSlow(f"No more of the request body came for {pace.pause:g} seconds.") from None
        if chunk is None:
            return
        received += len(chunk)
        taken = now() - started
        if taken > pace.grace and received < taken * pace.bytes_per_second:
            least = f"{pace.bytes_per_second:g} bytes per second"
            raise UploadTooSlow(
                f"The request body comes too slowly: after {pace.grace:g} seconds, less than {least}."
            )
        yield chunk
