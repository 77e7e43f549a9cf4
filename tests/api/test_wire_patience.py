"""Slow bodies."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from aquatint.api.wire.patience import Pace, patiently
from aquatint.errors import UploadTooSlow


async def body(*pieces: bytes, hangs: bool = False) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece
    if hangs:
        await asyncio.Event().wait()


async def all_of(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


@pytest.mark.asyncio
async def test_a_body_passes_unchanged() -> None:
    assert await all_of(patiently(body(b"one", b"two", b"", b"three"))) == b"onetwothree"


@pytest.mark.asyncio
async def test_a_sender_who_stops_is_not_waited_for() -> None:
    with pytest.raises(UploadTooSlow, match=r"No more of the request body came for 0\.01 seconds\."):
        await all_of(patiently(body(b"one", hangs=True), Pace(pause=0.01)))


@pytest.mark.asyncio
async def test_a_trickle_ends_after_the_grace() -> None:
    times = iter([0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 61.0])
    with pytest.raises(UploadTooSlow, match="less than 1024 bytes per second"):
        await all_of(patiently(body(*[b"x"] * 10), now=lambda: next(times)))


@pytest.mark.asyncio
async def test_slow_but_steady_is_fine() -> None:
    times = iter([0.0, 100.0, 200.0])
    assert len(await all_of(patiently(body(*[b"x" * 200_000] * 2), now=lambda: next(times)))) == 400_000
