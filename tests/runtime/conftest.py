"""Runtimes with real worker processes and the test engine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from runtime_help import StartRuntime, until

from aquatint.runtime.local import LocalRuntime
from aquatint.runtime.station import Timing
from aquatint.spool import Spool


@pytest.fixture
def spool(tmp_path: Path) -> Iterator[Spool]:
    """A spool of the test's own."""
    spool = Spool(tmp_path)
    yield spool
    spool.close()


@pytest_asyncio.fixture
async def start_runtime(spool: Spool) -> AsyncIterator[StartRuntime]:
    """Start runtimes, all workers ready; they are stopped when the test ends."""
    started: list[LocalRuntime] = []

    async def start(
        workers: int = 1, queue_limit: int = 16, timing: Timing | None = None, engine: str = "fake"
    ) -> LocalRuntime:
        runtime = LocalRuntime(engine, workers, queue_limit, spool, timing)
        started.append(runtime)
        await runtime.start()
        await until(lambda: runtime.stats().workers_alive == workers)
        return runtime

    yield start
    for runtime in started:
        await runtime.drain(0)
