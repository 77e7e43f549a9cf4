"""Uploaded files."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, func, insert, select

from aquatint.store.database import Database
from aquatint.store.records import StoredFile
from aquatint.store.schema import FILES
from aquatint.store.threads import NotThere
from aquatint.store.writing import doom


class Files:
    """Files of all projects; each method acts for one. A file that has expired is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, project: str, file: StoredFile) -> None:
        """Keep the record of a file whose bytes are kept already."""
        async with self._database.writing() as connection:
            query = select(func.coalesce(func.max(FILES.c.order), 0)).where(FILES.c.project == project)
            order = int((await connection.execute(query)).scalar_one()) + 1
            await connection.execute(insert(FILES).values({**asdict(file), "project": project, "order": order}))

    async def get(self, project: str, file: str, now: int) -> StoredFile | None:
        """One file."""
        query = select(FILES).where(FILES.c.id == file, FILES.c.project == project)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None or (row.expires_at is not None and row.expires_at <= now):
            return None
        return _file_of(row)

    async def page(
        self, project: str, now: int, *, purpose: str | None, after: str | None, limit: int, ascending: bool
    ) -> tuple[list[StoredFile], bool]:
        """A page of files, and whether there are more. Raises `NotThere` for an unknown ``after``."""
        alive = FILES.c.expires_at.is_(None) | (FILES.c.expires_at > now)
        query = select(FILES).where(FILES.c.project == project, alive)
        if purpose is not None:
            query = query.where(FILES.c.purpose == purpose)
        async with self._database.reading() as connection:
            if after is not None:
                found = select(FILES.c.order).where(FILES.c.id == after, FILES.c.project == project)
                place: int | None = (await connection.execute(found)).scalar()
                if place is None:
                    raise NotThere(after)
                query = query.where(FILES.c.order > place if ascending else FILES.c.order < place)
            order = FILES.c.order.asc() if ascending else FILES.c.order.desc()
            rows = (await connection.execute(query.order_by(order).limit(limit + 1))).all()
        return [_file_of(row) for row in rows[:limit]], len(rows) > limit

    async def delete(self, project: str, file: str) -> list[str]:
        """Delete a file; returns keys of bytes. Raises `NotThere`."""
        async with self._database.writing() as connection:
            condition = (FILES.c.id == file) & (FILES.c.project == project)
            blob: str | None = (await connection.execute(select(FILES.c.blob).where(condition))).scalar()
            if blob is None:
                raise NotThere(file)
            await connection.execute(delete(FILES).where(condition))
            await doom(connection, [blob])
            return [blob]


def _file_of(row: Row[Any]) -> StoredFile:
    return StoredFile(
        id=row.id,
        filename=row.filename,
        purpose=row.purpose,
        blob=row.blob,
        byte_count=row.byte_count,
        created_at=row.created_at,
        expires_at=row.expires_at,
    )
