"""Where waiting jobs meet idle workers."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence

from aquatint.runtime.queue import BoundedQueue, Full
from aquatint.runtime.ticket import Job


class Dispatcher:
    """Gives each job to the worker that has been idle longest, or lets it wait in a bounded queue."""

    def __init__(self, limit: int) -> None:
        self._queue: BoundedQueue[Job] = BoundedQueue(limit)
        self._idle: deque[asyncio.Future[Job]] = deque()

    @property
    def waiting(self) -> int:
        """How many jobs wait for a worker."""
        return len(self._queue)

    @property
    def room(self) -> int:
        """How many more jobs can be accepted now."""
        return len(self._idle) + self._queue.room

    def admit(self, jobs: Sequence[Job]) -> None:
        """Accept all of them, or none and raise `Full`."""
        if len(jobs) > self.room:
            raise Full
        for job in jobs:
            if not self._hand_over(job):
                self._queue.put(job.id, job)

    def put_back(self, job: Job) -> None:
        """A job whose worker was lost: it goes first, room or not."""
        if not self._hand_over(job):
            self._queue.put_back(job.id, job)

    def remove(self, job: Job) -> bool:
        """Forget a waiting job; False if it does not wait."""
        return self._queue.remove(job.id)

    def clear(self) -> list[Job]:
        """Forget all waiting jobs and return them."""
        return self._queue.clear()

    def offer(self) -> asyncio.Future[Job]:
        """A worker is idle: its next job. Ends with the job, or with `withdraw`."""
        offer: asyncio.Future[Job] = asyncio.get_running_loop().create_future()
        if len(self._queue):
            offer.set_result(self._queue.take())
        else:
            self._idle.append(offer)
        return offer

    def withdraw(self, offer: asyncio.Future[Job]) -> None:
        """That worker cannot work after all. A job that it was just given goes back to the front."""
        if offer.done():
            self.put_back(offer.result())
        else:
            self._idle.remove(offer)
            offer.cancel()

    def _hand_over(self, job: Job) -> bool:
        if not self._idle:
            return False
        self._idle.popleft().set_result(job)
        return True
