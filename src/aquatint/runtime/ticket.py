"""A job as the server sees it, and the ticket that its caller holds."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from pathlib import Path

from aquatint.errors import PublicError
from aquatint.runtime.messages import Cancelled, Failed, Finished, PreviewReady, Update
from aquatint.spool import discard
from aquatint.types import ImageRequest


class Job:
    """One picture that was accepted. It ends exactly once: finished, failed or cancelled."""

    def __init__(self, job_id: int, request: ImageRequest, stem: Path, on_end: Callable[[Job], None]) -> None:
        self.id = job_id
        self.request = request
        self.stem = stem
        self.attempts = 0
        self.shown = False
        """Whether a preview has been delivered; after that the job cannot start over unseen."""
        self.ended = False
        self._abandoned = False
        self._on_end = on_end
        self._updates: asyncio.Queue[Update | PublicError] = asyncio.Queue()
        self._files: set[Path] = set()

    @property
    def abandoned(self) -> bool:
        """Whether the caller has gone."""
        return self._abandoned

    def deliver(self, update: Update | Failed | Cancelled) -> None:
        """Hand an update on to the caller; files that no one will take are removed."""
        if isinstance(update, Failed):
            self._updates.put_nowait(update.error)
        elif not isinstance(update, Cancelled):
            self._put(update)
        if isinstance(update, Failed | Cancelled | Finished):
            self._end()

    def fail(self, error: PublicError) -> None:
        """End without a picture."""
        if not self.ended:
            self.sweep()
            self.deliver(Failed(error))

    def abandon(self) -> None:
        """The caller has gone: remove what waits for it, and all that will come."""
        self._abandoned = True
        while not self._updates.empty():
            self._drop(self._updates.get_nowait())

    def sweep(self) -> None:
        """Remove the files that a lost worker left behind; those that were delivered are the caller's."""
        leavings = set(self.stem.parent.glob(f"{self.stem.name}-*"))
        discard(*(leavings - self._files))

    async def next_update(self) -> Update:
        """Wait for the next update. Raises `PublicError` when the job failed."""
        update = await self._updates.get()
        if isinstance(update, PublicError):
            raise update
        return update

    def _put(self, update: Update) -> None:
        if self._abandoned:
            self._drop(update)
            return
        if isinstance(update, PreviewReady | Finished):
            self._files.add(update.rendered.path)
            self.shown = True
        self._updates.put_nowait(update)

    def _drop(self, update: Update | PublicError) -> None:
        if isinstance(update, PreviewReady | Finished):
            discard(update.rendered.path)

    def _end(self) -> None:
        if not self.ended:
            self.ended = True
            self._on_end(self)


class Ticket:
    """The right to one picture. Whoever holds it either reads `events` to the end or calls `cancel`."""

    def __init__(self, job: Job, cancel: Callable[[Job], None]) -> None:
        self._job = job
        self._cancel = cancel

    @property
    def request(self) -> ImageRequest:
        """The picture that was ordered."""
        return self._job.request

    async def events(self) -> AsyncGenerator[Update, None]:
        """The job's updates as they come; the last one is `Finished`. Raises `PublicError` if it fails.

        Files belong to the reader once yielded. Leaving early (closing the generator, or cancelling the task
        that waits in it) cancels the job. Can be read once.
        """
        try:
            while True:
                update = await self._job.next_update()
                yield update
                if isinstance(update, Finished):
                    return
        finally:
            self.cancel()

    def cancel(self) -> None:
        """Give the picture up; files that were not read yet are removed. Harmless after the end."""
        self._cancel(self._job)
