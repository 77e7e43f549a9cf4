"""The runtime of one machine: worker processes, a bounded queue, tickets."""

from __future__ import annotations

import asyncio
import itertools
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from aquatint.errors import EngineUnavailable, QueueFull, ShuttingDown
from aquatint.runtime.dispatch import Dispatcher
from aquatint.runtime.messages import Cancelled
from aquatint.runtime.queue import Full
from aquatint.runtime.station import Station, Timing
from aquatint.runtime.ticket import Job, Ticket
from aquatint.spool import Spool
from aquatint.types import ImageRequest

START_ATTEMPTS = 3
"""After so many failed starts in a row of every worker, jobs are refused instead of being kept waiting."""

LONGEST_RETRY_AFTER = 60.0
"""Seconds. OpenAI's clients do not retry at all when told to wait for more than 120."""


@dataclass(frozen=True, slots=True)
class Stats:
    """The state of a runtime at one moment, for metrics and health."""

    queued: int
    """Jobs that wait for a worker."""
    running: int
    """Jobs that a worker is making."""
    workers_alive: int
    """Workers that have opened their engine."""
    restarts: int
    """Workers that ended and were replaced, since the start."""

    def as_dict(self) -> dict[str, int]:
        """The figures by name."""
        return asdict(self)


class LocalRuntime:
    """Runs one engine in ``workers`` processes; at most ``queue_limit`` jobs wait while all are busy.

    Belongs to the event loop that called `start`. Jobs start in the order in which they were submitted. A job
    whose worker is lost is tried once more, unless a preview was already delivered. The input files of a
    request belong to the caller and must stay until its ticket has ended.
    """

    def __init__(
        self, engine: str, workers: int, queue_limit: int, spool: Spool, timing: Timing | None = None
    ) -> None:
        if workers < 1:
            raise ValueError("A runtime needs at least one worker.")
        self._engine = engine
        self._spool = spool
        self._timing = timing or Timing()
        self._dispatcher = Dispatcher(queue_limit)
        self._stations = [Station(engine, self._dispatcher, self, self._timing) for _ in range(workers)]
        self._tasks: list[asyncio.Task[None]] = []
        self._ids = itertools.count(1)
        self._jobs: set[Job] = set()
        self._all_ended = asyncio.Event()
        self._all_ended.set()
        self._answered = asyncio.Event()
        self._trouble: str | None = None
        self._accepting = False
        self._restarts = 0
        self._pace = _Pace()

    async def start(self) -> None:
        """Start the workers; returns when the first is ready. Raises `EngineUnavailable` if none gets there."""
        self._accepting = True
        self._tasks = [asyncio.create_task(station.run()) for station in self._stations]
        await self._answered.wait()
        if self._trouble is not None:
            reason = self._trouble
            await self._stop()
            raise EngineUnavailable(self._engine, reason)

    def submit(self, request: ImageRequest) -> Ticket:
        """Order one picture. Raises `QueueFull`, `ShuttingDown` or `EngineUnavailable`."""
        return self.submit_all([request])[0]

    def submit_all(self, requests: Sequence[ImageRequest]) -> list[Ticket]:
        """Order several pictures: all of them, or none and raise as `submit` does."""
        if not self._accepting:
            raise ShuttingDown
        if self._trouble is not None:
            raise EngineUnavailable(self._engine, self._trouble, self._timing.longest_pause)
        jobs = [self._new_job(request) for request in requests]
        try:
            self._dispatcher.admit(jobs)
        except Full:
            raise self._queue_full(len(jobs)) from None
        self._jobs.update(jobs)
        if self._jobs:
            self._all_ended.clear()
        return [Ticket(job, self._cancel) for job in jobs]

    def check_room(self) -> None:
        """Raise what `submit` would raise now, without ordering anything."""
        if not self._accepting:
            raise ShuttingDown
        if self._trouble is not None:
            raise EngineUnavailable(self._engine, self._trouble, self._timing.longest_pause)
        if not self._dispatcher.room:
            raise self._queue_full(1)

    async def drain(self, patience: float) -> bool:
        """Stop for good: take no more orders, finish those accepted, end the workers.

        After ``patience`` seconds the rest fails with `ShuttingDown`. Returns whether all were finished.
        """
        self._accepting = False
        try:
            async with asyncio.timeout(patience):
                await self._all_ended.wait()
        except TimeoutError:
            pass
        finished = not self._jobs
        await self._stop()
        return finished

    def stats(self) -> Stats:
        """How busy it is now."""
        return Stats(
            queued=self._dispatcher.waiting,
            running=sum(station.job is not None for station in self._stations),
            workers_alive=sum(station.ready for station in self._stations),
            restarts=self._restarts,
        )

    def worker_pids(self) -> list[int]:
        """The process ids of the workers."""
        return [station.pid for station in self._stations if station.pid is not None]

    # What stations report (`station.Manager`).

    def started(self) -> None:
        """A worker is ready."""
        self._trouble = None
        self._answered.set()

    def lost(self, reason: str) -> None:
        """A worker ended and will be replaced."""
        self._restarts += 1
        if all(not station.ready and station.idle_ends >= START_ATTEMPTS for station in self._stations):
            self._trouble = reason
            self._answered.set()
            for job in self._dispatcher.clear():
                job.fail(EngineUnavailable(self._engine, reason, self._timing.longest_pause))

    def finished(self, seconds: float) -> None:
        """A picture was made in that time."""
        self._pace.add(seconds)

    def _new_job(self, request: ImageRequest) -> Job:
        job_id = next(self._ids)
        return Job(job_id, request, self._spool.folder / f"job-{job_id}", self._job_ended)

    def _job_ended(self, job: Job) -> None:
        self._jobs.discard(job)
        if not self._jobs:
            self._all_ended.set()

    def _cancel(self, job: Job) -> None:
        told = job.abandoned
        job.abandon()
        if told or job.ended:
            return
        if self._dispatcher.remove(job):
            job.deliver(Cancelled())
        for station in self._stations:
            if station.job is job:
                station.cancel(job)

    def _queue_full(self, wanted: int) -> QueueFull:
        stats = self.stats()
        ends_needed = wanted - self._dispatcher.room
        seconds = self._pace.seconds * ends_needed / len(self._stations)
        return QueueFull(stats.running, stats.queued, min(float(math.ceil(seconds)), LONGEST_RETRY_AFTER))

    async def _stop(self) -> None:
        self._accepting = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._dispatcher.clear()
        for job in list(self._jobs):
            job.fail(ShuttingDown())


class _Pace:
    """A running mean of how long a picture takes; the latest ones count most."""

    def __init__(self) -> None:
        self.seconds = 1.0
        self._share = 1.0

    def add(self, seconds: float) -> None:
        self.seconds += (seconds - self.seconds) * self._share
        self._share = 0.2
