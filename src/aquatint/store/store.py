"""The store's one door: database, bytes, and the work that keeps both in step."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from aquatint.store.blobs import Blobs
from aquatint.store.conversations import Conversations, Pages
from aquatint.store.database import Database
from aquatint.store.files import Files
from aquatint.store.sweeping import Sweeper
from aquatint.store.threads import Threads

_log = logging.getLogger(__name__)

ROUND_SECONDS = 30.0
"""How often the store tidies up and says that its server lives."""
SWEEP_SECONDS = 86_400.0
"""How often bytes without a record are looked for."""
UNRECORDED_SECONDS = 86_400.0
"""How long bytes may wait for their record: a turn records its pictures at its end, however slow they are made."""
LOST: dict[str, Any] = {
    "code": "server_error",
    "message": "The server stopped while it was making this response. Please send the request again.",
}


class Store:
    """Everything that is remembered. Belongs to the event loop that called `open`."""

    def __init__(
        self,
        database: Database,
        blobs: Blobs,
        *,
        clock: Callable[[], float],
        new_id: Callable[[str], str],
        retention_seconds: int | None,
    ) -> None:
        """``retention_seconds``: how long responses are kept; None keeps them until they are deleted."""
        self._database = database
        self._clock = clock
        self._retention = retention_seconds
        self._server = new_id("srv_")
        self.new_id = new_id
        self.blobs = blobs
        self.threads = Threads(database, self._server, new_id)
        self.conversations = Conversations(database, new_id)
        self.pages = Pages(database)
        self.files = Files(database)
        self._sweeper = Sweeper(database, self.threads, self._server)
        self._tidying: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Open the database, fail what a killed server left unfinished, and begin to tidy up now and then.

        Raises `aquatint.store.database.DatabaseUnusable`.
        """
        await self._database.open()
        now = int(self._clock())
        await self._sweeper.sign(now)
        # An SQLite file lies in the data folder of one server; nobody else can be working on its turns.
        lost = await self._sweeper.fail_lost(now, LOST, all_others=self._database.is_sqlite)
        if lost:
            _log.warning("%d responses were not finished when the server stopped; they are failed now", lost)
        self._tidying = asyncio.create_task(self._tidy_for_ever())

    async def close(self) -> None:
        """Stop tidying up and release everything."""
        if self._tidying is not None:
            self._tidying.cancel()
            with suppress(asyncio.CancelledError):
                await self._tidying
            await self._sweeper.sign_off()
        await self.blobs.close()
        await self._database.close()

    async def keep(self, prefix: str, path: Path) -> str:
        """Keep the bytes of a file for good; returns their key."""
        key = self.new_id(prefix)
        await self.blobs.put(key, path)
        return key

    async def drop(self, blobs: Iterable[str]) -> None:
        """Remove bytes whose records are deleted. What fails now is tried again when tidying up."""
        keys = list(blobs)
        if not keys:
            return
        try:
            await self.blobs.delete(keys)
        except Exception:
            _log.exception("some deleted pictures could not be removed yet")
            return
        await self._sweeper.forget(keys)

    async def sweep(self) -> int:
        """Remove bytes that were kept for a record which a crash prevented; returns how many."""
        count = 0
        async for keys in self.blobs.old(self._clock() - UNRECORDED_SECONDS):
            orphans = await self._sweeper.unknown(keys)
            await self.blobs.delete(orphans)
            count += len(orphans)
        return count

    async def tidy(self) -> None:
        """One round of tidying up."""
        now = int(self._clock())
        await self._sweeper.sign(now)
        await self._sweeper.fail_lost(now, LOST)
        while await self._sweeper.expire(now, self._retention):
            pass
        await self.drop(await self._sweeper.doomed())

    async def _tidy_for_ever(self) -> None:
        swept = self._clock() - SWEEP_SECONDS
        while True:
            try:
                await self.tidy()
                if self._clock() - swept >= SWEEP_SECONDS:
                    swept = self._clock()
                    await self.sweep()
            except Exception:
                _log.exception("tidying up failed; it is tried again")
            await asyncio.sleep(ROUND_SECONDS)
