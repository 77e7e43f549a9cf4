"""Jobs that go well, and jobs that fail by themselves: with real worker processes."""

from __future__ import annotations

import asyncio

import numpy as np
import pytest
from PIL import Image
from runtime_help import SLOW, StartRuntime, files, next_of, order, pixels_of, read_all, read_picture_of, until

from aquatint.errors import EngineFailed, EngineUnavailable, ImageUserError, InvalidImageFile, QueueFull
from aquatint.runtime.local import LocalRuntime
from aquatint.runtime.messages import Finished, PreviewReady, Progressed
from aquatint.runtime.station import Timing
from aquatint.sizes import Size
from aquatint.spool import Spool
from aquatint.types import Source


async def test_a_job_reports_progress_previews_and_the_picture(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    updates = await read_all(runtime.submit(order("a fox fake: steps=6", partial_images=2)))
    steps = [update.step for update in updates if isinstance(update, Progressed)]
    previews = [update for update in updates if isinstance(update, PreviewReady)]
    last = updates[-1]
    assert steps == [0, 1, 2, 3, 4, 5, 6]
    assert [preview.index for preview in previews] == [0, 1]
    assert isinstance(last, Finished)
    assert last.rendered.notes is not None
    assert last.rendered.notes.undrawn == ("a", "fox")
    assert {path.name for path in files(spool)} == {
        update.rendered.path.name for update in updates if not isinstance(update, Progressed)
    }
    assert last.rendered.byte_count == last.rendered.path.stat().st_size
    assert pixels_of(last.rendered).shape == (48, 64, 3)


async def test_previews_are_stages_of_the_same_picture(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    updates = await read_all(runtime.submit(order("a fox fake: steps=4", partial_images=3)))
    *previews, final = [pixels_of(update.rendered) for update in updates if not isinstance(update, Progressed)]
    for quarter, preview in enumerate(previews, start=1):
        rows = 48 * quarter // 4
        assert (preview[:rows, :, :3] == final[:rows]).all()
        assert (preview[rows:, :, 3] == 0).all()


async def test_same_request_same_bytes_from_any_worker(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(workers=2)
    tickets = runtime.submit_all([order(seed=5), order(seed=5), order(seed=6)])
    first, second, other = [(await read_picture_of(ticket)).path.read_bytes() for ticket in tickets]
    assert first == second
    assert first != other


async def test_two_workers_make_two_pictures_at_once(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(workers=2)
    tickets = runtime.submit_all([order(SLOW), order(SLOW), order()])
    events = [ticket.events() for ticket in tickets]
    await asyncio.gather(*(next_of(Progressed, each) for each in events[:2]))
    stats = runtime.stats()
    assert (stats.running, stats.queued, stats.workers_alive) == (2, 1, 2)
    for each in events:
        await each.aclose()


async def test_jobs_start_in_the_order_in_which_they_came(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    ended: list[int] = []

    async def follow(number: int) -> None:
        await read_all(tickets[number])
        ended.append(number)

    tickets = runtime.submit_all([order(seed=number) for number in range(5)])
    await asyncio.gather(*(follow(number) for number in reversed(range(5))))
    assert ended == [0, 1, 2, 3, 4]


async def test_an_edit_decodes_its_sources_and_keeps_the_mask(start_runtime: StartRuntime, spool: Spool) -> None:
    source, mask = spool.new(), spool.new()
    pixels = np.random.default_rng(3).integers(0, 256, (40, 56, 3), np.uint8)
    Image.fromarray(pixels).save(source, "PNG")
    holes = np.full((40, 56, 4), 255, np.uint8)
    holes[10:20, 10:30, 3] = 0
    Image.fromarray(holes).save(mask, "PNG")
    runtime = await start_runtime()
    request = order(operation="edit", size=None, sources=(Source(source, "image 1"),), mask=Source(mask, "mask"))
    rendered = await read_picture_of(runtime.submit(request))
    result = pixels_of(rendered)
    assert rendered.size == Size(56, 40)
    assert rendered.source_sizes == (Size(56, 40),)
    kept = holes[..., 3] == 255
    assert (result[kept] == pixels[kept]).all()
    assert len(np.unique(result[~kept], axis=0)) == 1


async def test_a_bad_source_is_the_callers_error(start_runtime: StartRuntime, spool: Spool) -> None:
    source = spool.new()
    source.write_bytes(b"not a picture")
    runtime = await start_runtime()
    with pytest.raises(InvalidImageFile, match="image 1"):
        await read_all(runtime.submit(order(operation="edit", sources=(Source(source, "image 1"),))))
    assert files(spool) == [source]


async def test_a_refusal_of_the_engine_reaches_the_caller(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    events = runtime.submit(order("fake: steps=4 fail_at=3 error=out_of_blue", partial_images=1)).events()
    await next_of(PreviewReady, events)
    with pytest.raises(ImageUserError, match="out of blue"):
        await next_of(Finished, events)


async def test_a_crash_of_the_engine_is_logged_and_the_worker_goes_on(
    start_runtime: StartRuntime, caplog: pytest.LogCaptureFixture
) -> None:
    runtime = await start_runtime()
    with pytest.raises(EngineFailed) as caught:
        await read_all(runtime.submit(order("fake: crash_at=2")))
    assert "told to crash" not in caught.value.message
    assert "RuntimeError: The test engine was told to crash." in caplog.text
    await read_picture_of(runtime.submit(order()))
    assert runtime.stats().restarts == 0


async def test_a_full_queue_refuses_and_says_when_to_come_back(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(workers=1, queue_limit=2)
    tickets = runtime.submit_all([order(SLOW), order(), order()])
    with pytest.raises(QueueFull) as caught:
        runtime.submit(order())
    assert caught.value.status == 429
    assert caught.value.retry_after == 1.0
    for ticket in tickets:
        ticket.cancel()


async def test_an_order_is_accepted_whole_or_not_at_all(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(workers=1, queue_limit=2)
    with pytest.raises(QueueFull):
        runtime.submit_all([order()] * 4)
    assert runtime.stats().queued == 0
    tickets = runtime.submit_all([order()] * 3)
    await asyncio.gather(*(read_picture_of(ticket) for ticket in tickets))


async def test_an_engine_that_does_not_start_is_a_clear_error(spool: Spool) -> None:
    runtime = LocalRuntime("no-such-engine", 2, 4, spool, Timing(first_pause=0.01))
    with pytest.raises(EngineUnavailable, match="There is no engine 'no-such-engine'"):
        await runtime.start()
    assert runtime.worker_pids() == []


async def test_a_worker_that_dies_at_its_start_is_a_clear_error(spool: Spool) -> None:
    runtime = LocalRuntime("sys:exit", 1, 4, spool, Timing(first_pause=0.01))
    with pytest.raises(EngineUnavailable, match="the worker ended"):
        await runtime.start()


async def test_a_picture_that_nobody_fetched_does_not_hold_up_others(
    start_runtime: StartRuntime, spool: Spool
) -> None:
    runtime = await start_runtime()
    forgotten, wanted = runtime.submit_all([order(seed=1), order(seed=2)])
    picture = await read_picture_of(wanted)
    await until(lambda: runtime.stats().running == 0)
    forgotten.cancel()
    assert files(spool) == [picture.path]
