"""A place for one worker: always staffed, one job at a time."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import NoReturn, Protocol, cast

from aquatint.errors import WorkerLost
from aquatint.runtime.dispatch import Dispatcher
from aquatint.runtime.messages import Cancel, Cancelled, Draw, Failed, Finished, OpenFailed, Report
from aquatint.runtime.process import WorkerGone, WorkerProcess, spawn
from aquatint.runtime.ticket import Job

log = logging.getLogger("aquatint.runtime")

ATTEMPTS = 2
"""How often a job is tried when its worker is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How patient the runtime is, in seconds."""

    cancel_grace: float = 5.0
    """How long a worker may take to notice a cancellation before it is killed and replaced."""
    stop_grace: float = 2.0
    """How long a worker may take to end once its line is closed."""
    start_limit: float = 120.0
    """How long an engine may take to open."""
    first_pause: float = 0.2
    """Pause after a worker that ended before its first job; doubles with each one in a row."""
    longest_pause: float = 30.0


class Manager(Protocol):
    """Whom a station tells how it goes."""

    def started(self) -> None:
        """A worker is ready."""

    def lost(self, reason: str) -> None:
        """A worker ended and will be replaced."""

    def finished(self, seconds: float) -> None:
        """A picture was made in that time."""


class Station:
    """Keeps one worker of an engine at work until the task of `run` is cancelled."""

    def __init__(self, engine: str, dispatcher: Dispatcher, manager: Manager, timing: Timing) -> None:
        self._engine = engine
        self._dispatcher = dispatcher
        self._manager = manager
        self._timing = timing
        self._worker: WorkerProcess | None = None
        self._served = False
        self.ready = False
        """Whether its worker has opened the engine."""
        self.job: Job | None = None
        """What its worker is making now."""
        self.idle_ends = 0
        """How many workers in a row have ended before their first job."""

    @property
    def pid(self) -> int | None:
        """The process id of its worker, if it has one now."""
        return None if self._worker is None else self._worker.pid

    async def run(self) -> NoReturn:
        """Staff the station, again and again."""
        while True:
            reason = await self._shift()
            self.idle_ends = 0 if self._served else self.idle_ends + 1
            self._recover()
            log.error("A worker of engine '%s' is replaced: %s", self._engine, reason)
            self._manager.lost(reason)
            await asyncio.sleep(self._pause())

    def cancel(self, job: Job) -> None:
        """Have the worker drop its job; by force if it does not listen."""
        if self._worker is not None:
            self._worker.send(Cancel(job.id))
            asyncio.get_running_loop().call_later(self._timing.cancel_grace, self._force, self._worker, job)

    def _force(self, worker: WorkerProcess, job: Job) -> None:
        if worker is self._worker and not job.ended:
            log.error("Worker %d did not stop a cancelled job in time and is killed.", worker.pid)
            worker.kill()

    async def _shift(self) -> str:
        """One worker, from its start to its end. Returns why it ended."""
        self._served = False
        try:
            worker = self._worker = await spawn(self._engine)
        except OSError as error:
            return f"no process could be started: {error}"
        reason = "the server is stopping"
        try:
            await self._work(worker)
        except WorkerGone as gone:
            reason = str(gone)
        finally:
            self.ready, self._worker = False, None
            status = await worker.end(self._timing.stop_grace)
        return f"{reason} (exit status {status})"

    async def _work(self, worker: WorkerProcess) -> NoReturn:
        await self._greet(worker)
        while True:
            await self._make(worker, await self._next_job(worker))

    async def _greet(self, worker: WorkerProcess) -> None:
        """Wait until the worker has opened its engine."""
        try:
            message = await asyncio.wait_for(worker.receive(), self._timing.start_limit)
        except TimeoutError:
            worker.kill()
            raise WorkerGone(f"the engine did not open within {self._timing.start_limit:g} s") from None
        if isinstance(message, OpenFailed):
            log.error("Engine '%s' cannot be opened.\n%s", self._engine, message.crash)
            raise WorkerGone(message.reason)
        self.ready = True
        self._manager.started()

    async def _next_job(self, worker: WorkerProcess) -> Job:
        offer = self._dispatcher.offer()
        taken = False
        try:
            await asyncio.wait((offer, worker.gone), return_when=asyncio.FIRST_COMPLETED)
            taken = offer.done() and not worker.gone.done()
        finally:
            if not taken:
                self._dispatcher.withdraw(offer)
        if not taken:
            raise WorkerGone("the worker ended while it was idle")
        return offer.result()

    async def _make(self, worker: WorkerProcess, job: Job) -> None:
        if job.abandoned:
            job.deliver(Cancelled())
            return
        self.job, self._served = job, True
        job.attempts += 1
        started = asyncio.get_running_loop().time()
        worker.send(Draw(job.id, job.request, job.stem))
        while not job.ended:
            update = cast(Report, await worker.receive()).update
            if isinstance(update, Finished):
                self._manager.finished(asyncio.get_running_loop().time() - started)
            # The inputs of an abandoned job go with its caller; that the worker then misses them is no trouble.
            if isinstance(update, Failed) and update.crash is not None and not job.abandoned:
                log.error("Engine '%s' failed.\n%s", self._engine, update.crash)
            job.deliver(update)
        self.job = None

    def _recover(self) -> None:
        """Decide about the job of a lost worker."""
        job, self.job = self.job, None
        if job is None:
            return
        job.sweep()
        if job.abandoned:
            job.deliver(Cancelled())
        elif job.attempts < ATTEMPTS and not job.shown:
            self._dispatcher.put_back(job)
        else:
            job.fail(WorkerLost())

    def _pause(self) -> float:
        if not self.idle_ends:
            return 0.0
        return min(self._timing.first_pause * 2.0 ** (self.idle_ends - 1), self._timing.longest_pause)
