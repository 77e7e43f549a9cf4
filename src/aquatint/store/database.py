"""One database: SQLite in a file, or PostgreSQL by URL."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from aquatint.store.migrations import migrate

_SQLITE = "sqlite:///"
_DRIVERS = {"postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
_POOL: dict[str, Any] = {"pool_size": 5, "max_overflow": 25, "pool_timeout": 60}
"""Connections kept, further ones when many ask, and seconds to wait for one."""
_MIGRATION_LOCK = 0x41717561
_READS = "aquatint_reads"
"""Marks connections that need no transaction."""


class DatabaseUnusable(Exception):
    """The database cannot be opened; the text says why."""


class Database:
    """Reads see what is committed; writes are transactions, one after the other on SQLite."""

    def __init__(self, url: str) -> None:
        """``url``: ``sqlite:///path`` or ``postgresql://...``. Raises `DatabaseUnusable` for any other."""
        self.is_sqlite = url.startswith(_SQLITE)
        self._file = Path(url.removeprefix(_SQLITE)) if self.is_sqlite else None
        self._engine = _engine(url)
        self._writing = asyncio.Lock()
        self._reading: dict[str, Any] = {_READS: True} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        if self.is_sqlite:
            _tune(self._engine)

    async def open(self) -> None:
        """Connect and bring the tables up to date. Raises `DatabaseUnusable`.

        An SQLite file is made with mode 0600; its log files inherit that.
        """
        try:
            if self._file is not None:
                _make_private(self._file)
            async with self.writing() as connection:
                if not self.is_sqlite:
                    await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})")
                await connection.run_sync(migrate)
        except (SQLAlchemyError, OSError) as error:
            await self.close()
            first = str(error).split("\n", 1)[0]
            raise DatabaseUnusable(f"The database cannot be used: {first}") from error

    async def close(self) -> None:
        """Release all connections."""
        await self._engine.dispose()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection on which every statement sees the newest committed state."""
        async with self._engine.connect() as connection:
            yield await connection.execution_options(**self._reading)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction: all of it is kept, or nothing when the block raises."""
        if not self.is_sqlite:
            async with self._engine.begin() as connection:
                yield connection
            return
        # SQLite has one writer at a time. Waiting here is fair and cheap; waiting there is neither.
        async with self._writing, self._engine.connect() as connection, connection.begin():
            yield connection


def _engine(url: str) -> AsyncEngine:
    try:
        if url.startswith(_SQLITE):
            # A path may hold characters that mean something in a URL.
            return create_async_engine(URL.create("sqlite+aiosqlite", database=url.removeprefix(_SQLITE)), **_POOL)
        parsed = make_url(url)
        driver = _DRIVERS.get(parsed.drivername, parsed.drivername)
        return create_async_engine(parsed.set(drivername=driver), **_POOL)
    except (ArgumentError, NoSuchModuleError) as error:
        raise DatabaseUnusable(f"The database URL cannot be used: {error}") from error
    except ModuleNotFoundError as error:
        name = "postgres" if error.name == "asyncpg" else str(error.name)
        raise DatabaseUnusable(
            f"The driver of this database is not installed. Install it: pip install 'aquatint[{name}]'"
        ) from error


def _make_private(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _tune(engine: AsyncEngine) -> None:
    """Write-ahead log, every commit on disk, and transactions that begin when we say so."""

    @event.listens_for(engine.sync_engine, "connect")
    def connected(connection: Any, _: object) -> None:
        # The driver's own idea of when a transaction begins would let two writers wait for each other.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA busy_timeout = 30000")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begun(connection: Any) -> None:
        if not connection.get_execution_options().get(_READS):
            connection.exec_driver_sql("BEGIN IMMEDIATE")
