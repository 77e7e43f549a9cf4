"""What time brings: responses and files that are too old go, and turns whose server is gone are failed."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from aquatint.store.database import Database
from aquatint.store.records import UNFINISHED
from aquatint.store.schema import DOOMED, FILES, ITEMS, PICTURES, RESPONSES, SERVERS, THREADS
from aquatint.store.threads import Threads
from aquatint.store.writing import doom, remove_items, text_of

SILENCE = 90
"""Seconds without a sign of life after which a server's unfinished turns are given up."""
BATCH = 200
"""Rows that one transaction takes away at most, so that nobody waits long."""


class Sweeper:
    """One server's part in keeping the store tidy. Times are Unix seconds."""

    def __init__(self, database: Database, threads: Threads, server: str) -> None:
        self._database = database
        self._threads = threads
        self._server = server

    async def sign(self, now: int) -> None:
        """Say that this server lives."""
        async with self._database.writing() as connection:
            await connection.execute(delete(SERVERS).where(SERVERS.c.id == self._server))
            await connection.execute(insert(SERVERS).values(id=self._server, seen_at=now))

    async def sign_off(self) -> None:
        """Say that this server ends."""
        async with self._database.writing() as connection:
            await connection.execute(delete(SERVERS).where(SERVERS.c.id == self._server))

    async def fail_lost(self, now: int, error: dict[str, Any], *, all_others: bool = False) -> int:
        """Fail the unfinished turns of servers that are gone; returns how many.

        ``all_others``: no other server can be using this database, so those of all others are gone.
        """
        async with self._database.writing() as connection:
            alive = select(SERVERS.c.id).where(SERVERS.c.seen_at > now - SILENCE)
            gone = RESPONSES.c.server != self._server if all_others else RESPONSES.c.server.not_in(alive)
            query = select(RESPONSES).where(RESPONSES.c.status.in_(UNFINISHED), gone)
            rows = (await connection.execute(query)).all()
            for row in rows:
                body = {**msgspec.json.decode(row.body), "error": error}
                values = {"status": "failed", "server": None, "body": text_of(body)}
                await connection.execute(update(RESPONSES).where(RESPONSES.c.id == row.id).values(values))
                await self._threads.set_apart(connection, row.project, row.id, row.thread)
            return len(rows)

    async def expire(self, now: int, retention: int | None) -> int:
        """Delete what is too old, a batch of it; returns how many rows.

        ``retention`` in seconds; None keeps responses.
        """
        async with self._database.writing() as connection:
            count = await self._expire_files(connection, now)
            if retention is not None:
                count += await self._expire_responses(connection, now - retention)
            return count

    async def doomed(self) -> list[str]:
        """Keys whose bytes are still to be removed."""
        async with self._database.reading() as connection:
            return [row.blob for row in (await connection.execute(select(DOOMED.c.blob).limit(BATCH))).all()]

    async def unknown(self, keys: list[str]) -> list[str]:
        """Those of the keys that no record knows, and no deletion either."""
        known: set[str] = set()
        async with self._database.reading() as connection:
            for first in range(0, len(keys), BATCH):
                batch = keys[first : first + BATCH]
                for table in (PICTURES, FILES, DOOMED):
                    query = select(table.c.blob).where(table.c.blob.in_(batch))
                    known |= {row.blob for row in (await connection.execute(query)).all()}
        return [key for key in keys if key not in known]

    async def forget(self, blobs: list[str]) -> None:
        """The bytes under these keys are gone."""
        async with self._database.writing() as connection:
            await connection.execute(delete(DOOMED).where(DOOMED.c.blob.in_(blobs)))

    async def _expire_files(self, connection: AsyncConnection, now: int) -> int:
        query = select(FILES.c.id, FILES.c.blob).where(FILES.c.expires_at <= now).limit(BATCH)
        rows = (await connection.execute(query)).all()
        if rows:
            await connection.execute(delete(FILES).where(FILES.c.id.in_([row.id for row in rows])))
            await doom(connection, [row.blob for row in rows])
        return len(rows)

    async def _expire_responses(self, connection: AsyncConnection, before: int) -> int:
        """Old responses go; items of conversations stay, as they do at the real service."""
        query = select(RESPONSES.c.id).where(
            RESPONSES.c.created_at < before, RESPONSES.c.status.not_in(UNFINISHED)
        )
        old = [row.id for row in (await connection.execute(query.limit(BATCH))).all()]
        if old:
            kept = select(THREADS.c.id).where(THREADS.c.is_conversation)
            await remove_items(
                connection,
                ITEMS.c.response.in_(old) & ITEMS.c.thread.not_in(kept),
                PICTURES.c.response.in_(old) & PICTURES.c.thread.not_in(kept),
            )
            await connection.execute(delete(RESPONSES).where(RESPONSES.c.id.in_(old)))
        return len(old)
