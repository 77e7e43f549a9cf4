"""Callers that hang up."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress

from runtime_help import SLOW, StartRuntime, files, next_of, order, read_picture_of, until

from aquatint.runtime.messages import PreviewReady, Progressed
from aquatint.runtime.station import Timing
from aquatint.spool import Spool


async def test_closing_the_events_stops_the_job_and_leaves_no_file(
    start_runtime: StartRuntime, spool: Spool
) -> None:
    runtime = await start_runtime()
    (pid,) = runtime.worker_pids()
    events = runtime.submit(order(SLOW, partial_images=3)).events()
    await next_of(Progressed, events)
    await events.aclose()
    await until(lambda: runtime.stats().running == 0)
    assert files(spool) == []
    assert runtime.worker_pids() == [pid]
    await read_picture_of(runtime.submit(order()))


async def test_a_job_stops_within_one_step(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    events = runtime.submit(order("fake: steps=1000 step_ms=300")).events()
    await next_of(Progressed, events)
    started = asyncio.get_running_loop().time()
    await events.aclose()
    await until(lambda: runtime.stats().running == 0)
    # One step takes 0.3 s, the whole job 5 minutes.
    assert asyncio.get_running_loop().time() - started < 5


async def test_cancelling_the_task_that_waits_cancels_the_job(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    task = asyncio.create_task(read_picture_of(runtime.submit(order(SLOW))))
    await until(lambda: runtime.stats().running == 1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await until(lambda: runtime.stats().running == 0)
    assert files(spool) == []


async def test_a_waiting_job_leaves_the_queue_at_once(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(queue_limit=1)
    running, waiting = runtime.submit_all([order(SLOW), order()])
    await until(lambda: runtime.stats().running == 1)
    waiting.cancel()
    assert runtime.stats().queued == 0
    runtime.submit(order()).cancel()
    running.cancel()


async def test_a_preview_that_was_not_fetched_is_removed(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    ticket = runtime.submit(order("fake: steps=200 step_ms=5", partial_images=1))
    await until(lambda: any(path.suffix == ".png" for path in files(spool)))
    ticket.cancel()
    await until(lambda: runtime.stats().running == 0)
    assert files(spool) == []


async def test_a_preview_that_was_fetched_stays_with_its_reader(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    events = runtime.submit(order("fake: steps=200 step_ms=10", partial_images=3)).events()
    preview = await next_of(PreviewReady, events)
    assert isinstance(preview, PreviewReady)
    await events.aclose()
    await until(lambda: runtime.stats().running == 0)
    assert files(spool) == [preview.rendered.path]


async def test_a_worker_that_does_not_listen_is_replaced(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime(timing=Timing(cancel_grace=0.1))
    (stuck,) = runtime.worker_pids()
    events = runtime.submit(order(SLOW)).events()
    await next_of(Progressed, events)
    os.kill(stuck, signal.SIGSTOP)
    await events.aclose()
    await read_picture_of(runtime.submit(order()))
    assert runtime.stats().restarts == 1
    assert runtime.worker_pids() != [stuck]
    assert len(files(spool)) == 1


async def test_cancelling_after_the_end_changes_nothing(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    ticket = runtime.submit(order())
    picture = await read_picture_of(ticket)
    ticket.cancel()
    assert picture.path.exists()
