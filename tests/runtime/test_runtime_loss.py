"""Workers that die, and servers that end."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from runtime_help import PATIENCE, SLOW, StartRuntime, files, next_of, order, read_all, read_picture_of, until

from aquatint.errors import EngineUnavailable, ShuttingDown, WorkerLost
from aquatint.runtime.messages import Finished, PreviewReady, Progressed
from aquatint.runtime.station import Timing
from aquatint.spool import Spool


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


async def test_a_killed_worker_is_replaced_and_its_job_made_again(
    start_runtime: StartRuntime, spool: Spool
) -> None:
    runtime = await start_runtime()
    (pid,) = runtime.worker_pids()
    events = runtime.submit(order("fake: steps=40 step_ms=10")).events()
    await next_of(Progressed, events)
    kill(pid)
    finished = await next_of(Finished, events)
    assert isinstance(finished, Finished)
    assert files(spool) == [finished.rendered.path]
    assert runtime.stats().restarts == 1
    assert pid not in runtime.worker_pids()


async def test_the_death_of_one_worker_leaves_the_others_alone(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime(workers=2)
    before = set(runtime.worker_pids())
    doomed = runtime.submit(order("fake: die_at=2"))
    spared = [runtime.submit(order("fake: steps=60 step_ms=10", seed=seed)) for seed in range(3)]
    outcomes = await asyncio.gather(
        read_all(doomed), *(read_picture_of(ticket) for ticket in spared), return_exceptions=True
    )
    assert isinstance(outcomes[0], WorkerLost)
    assert not any(isinstance(outcome, BaseException) for outcome in outcomes[1:])
    assert before != set(runtime.worker_pids())


async def test_a_job_that_kills_every_worker_is_given_up(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    with pytest.raises(WorkerLost):
        await read_all(runtime.submit(order("fake: die_at=3")))
    await until(lambda: runtime.stats().workers_alive == 1)
    assert runtime.stats().restarts == 2
    assert files(spool) == []


async def test_a_job_is_not_made_again_once_a_preview_was_shown(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    events = runtime.submit(order("fake: steps=4 die_at=4", partial_images=1)).events()
    await next_of(PreviewReady, events)
    with pytest.raises(WorkerLost):
        await next_of(Finished, events)
    await until(lambda: runtime.stats().workers_alive == 1)
    assert runtime.stats().restarts == 1


async def test_a_worker_killed_while_idle_is_replaced(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    (pid,) = runtime.worker_pids()
    kill(pid)
    await until(lambda: runtime.stats().workers_alive == 1 and runtime.worker_pids() != [pid])
    await read_picture_of(runtime.submit(order()))


async def test_terminal_and_service_manager_signals_do_not_reach_a_job(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    (pid,) = runtime.worker_pids()
    events = runtime.submit(order("fake: steps=20 step_ms=10")).events()
    await next_of(Progressed, events)
    os.kill(pid, signal.SIGINT)
    os.kill(pid, signal.SIGTERM)
    await next_of(Finished, events)
    assert runtime.worker_pids() == [pid]
    assert os.getpgid(pid) != os.getpgid(0)


async def test_drain_finishes_what_was_accepted_and_takes_no_more(start_runtime: StartRuntime) -> None:
    runtime = await start_runtime()
    pids = runtime.worker_pids()
    tickets = runtime.submit_all([order("fake: steps=10 step_ms=10", seed=seed) for seed in range(3)])
    draining = asyncio.create_task(runtime.drain(PATIENCE))
    pictures = asyncio.gather(*(read_picture_of(ticket) for ticket in tickets))
    await asyncio.sleep(0)
    with pytest.raises(ShuttingDown):
        runtime.submit(order())
    assert await draining
    assert len(await pictures) == 3
    assert not any(psutil.pid_exists(pid) for pid in pids)


async def test_drain_gives_up_after_its_patience(start_runtime: StartRuntime, spool: Spool) -> None:
    runtime = await start_runtime()
    pids = runtime.worker_pids()
    running, waiting = runtime.submit_all([order("fake: hang"), order()])
    reading = asyncio.gather(read_all(running), read_all(waiting), return_exceptions=True)
    await until(lambda: runtime.stats().running == 1)
    assert not await runtime.drain(0.01)
    assert [type(outcome) for outcome in await reading] == [ShuttingDown, ShuttingDown]
    assert not any(psutil.pid_exists(pid) for pid in pids)
    assert files(spool) == []


SERVER = f"""
import asyncio, sys
from pathlib import Path
from aquatint.runtime.local import LocalRuntime
from aquatint.runtime.station import Timing
from aquatint.spool import Spool
from runtime_help import order, until

async def main():
    runtime = LocalRuntime("fake", 2, 4, Spool(Path(sys.argv[1])))
    await runtime.start()
    await until(lambda: runtime.stats().workers_alive == 2)
    tickets = runtime.submit_all([order("fake: hang"), order("{SLOW}")])
    await until(lambda: runtime.stats().running == 2)
    print(*runtime.worker_pids(), flush=True)
    await asyncio.sleep(600)

asyncio.run(main())
"""


def start_server_and_kill_it(spool_parent: Path) -> list[psutil.Process]:
    """The two workers that it had, both in the middle of a job."""
    command = [sys.executable, "-c", SERVER, str(spool_parent)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent) as server:
        assert server.stdout is not None
        workers = [psutil.Process(int(pid)) for pid in server.stdout.readline().split()]
        server.kill()
    return workers


async def test_workers_end_when_the_server_dies_even_in_the_middle_of_a_step(tmp_path: Path) -> None:
    workers = start_server_and_kill_it(tmp_path)
    assert len(workers) == 2
    await until(lambda: not any(is_at_work(worker) for worker in workers))


def is_at_work(process: psutil.Process) -> bool:
    """Whether it runs; one that ended may wait as a zombie for whoever inherited it."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


async def test_jobs_are_told_while_no_worker_starts_and_served_again_afterwards(
    start_runtime: StartRuntime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    monkeypatch.chdir(tmp_path)
    runtime = await start_runtime(engine="moody_engine:MoodyEngine", timing=Timing(first_pause=0.05))
    sulk = tmp_path / "sulk"
    sulk.touch()
    kill(*runtime.worker_pids())
    await until(lambda: runtime.stats().workers_alive == 0)
    waiting = runtime.submit(order())
    with pytest.raises(EngineUnavailable, match="RuntimeError: not today"):
        await read_all(waiting)
    with pytest.raises(EngineUnavailable) as caught:
        runtime.submit(order())
    assert caught.value.status == 503
    sulk.unlink()
    await until(lambda: runtime.stats().workers_alive == 1)
    await read_picture_of(runtime.submit(order()))
