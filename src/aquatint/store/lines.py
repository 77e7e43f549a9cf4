"""Reading threads: what lies before a place, newest first, across the branches it came from."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Row, and_, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from aquatint.store.records import Place, StoredItem, StoredPicture
from aquatint.store.schema import ITEMS, PICTURES, THREADS


async def slices(connection: AsyncConnection, place: Place) -> AsyncIterator[Place]:
    """The thread up to the place, then its parent up to where it branched off, and so on."""
    here: Place | None = place
    while here is not None:
        yield here
        query = select(THREADS.c.parent, THREADS.c.parent_position).where(THREADS.c.id == here.thread)
        row = (await connection.execute(query)).one_or_none()
        here = None if row is None or row.parent is None else Place(row.parent, row.parent_position)


async def latest_items(connection: AsyncConnection, place: Place, limit: int) -> list[StoredItem]:
    """The last ``limit`` items before a place, in the order in which they were said."""
    found: list[Row[Any]] = []
    async for here in slices(connection, place):
        query = (
            select(ITEMS)
            .where(ITEMS.c.thread == here.thread, ITEMS.c.position <= here.position)
            .order_by(ITEMS.c.position.desc())
            .limit(limit - len(found))
        )
        found += (await connection.execute(query)).all()
        if len(found) >= limit:
            break
    return await with_pictures(connection, list(reversed(found)))


async def latest_pictures(connection: AsyncConnection, place: Place, limit: int) -> list[StoredPicture]:
    """The last ``limit`` pictures before a place, in order."""
    found: list[Row[Any]] = []
    async for here in slices(connection, place):
        query = (
            select(PICTURES)
            .where(PICTURES.c.thread == here.thread, PICTURES.c.position <= here.position)
            .order_by(PICTURES.c.position.desc(), PICTURES.c.part.desc())
            .limit(limit - len(found))
        )
        found += (await connection.execute(query)).all()
        if len(found) >= limit:
            break
    return [picture_of(row) for row in reversed(found)]


async def picture_number(connection: AsyncConnection, place: Place, number: int) -> StoredPicture | None:
    """Picture ``number`` (from 1) of everything before a place, unless it was deleted."""
    async for here in slices(connection, place):
        query = select(PICTURES).where(
            PICTURES.c.thread == here.thread, PICTURES.c.position <= here.position, PICTURES.c.number == number
        )
        row = (await connection.execute(query)).first()
        if row is not None:
            return picture_of(row)
    return None


async def highest_number(connection: AsyncConnection, place: Place) -> int:
    """The number of the last picture before a place; 0 if there was none."""
    async for here in slices(connection, place):
        query = select(func.max(PICTURES.c.number)).where(
            PICTURES.c.thread == here.thread, PICTURES.c.position <= here.position
        )
        number: int | None = (await connection.execute(query)).scalar()
        if number is not None:
            return number
    return 0


async def with_pictures(connection: AsyncConnection, rows: Sequence[Row[Any]]) -> list[StoredItem]:
    """Items from their rows, each with its pictures."""
    keys = [(row.thread, row.position) for row in rows]
    pictures: dict[tuple[str, int], list[StoredPicture]] = {}
    if keys:
        query = select(PICTURES).where(_among(keys)).order_by(PICTURES.c.part)
        for row in (await connection.execute(query)).all():
            pictures.setdefault((row.thread, row.position), []).append(picture_of(row))
    return [item_of(row, pictures.get((row.thread, row.position), ())) for row in rows]


def _among(keys: Sequence[tuple[str, int]]) -> Any:
    threads = {thread for thread, _ in keys}
    if len(threads) == 1:  # far the most common, and the form that every database reads from its index
        positions = [position for _, position in keys]
        return and_(PICTURES.c.thread == keys[0][0], PICTURES.c.position.in_(positions))
    return tuple_(PICTURES.c.thread, PICTURES.c.position).in_(keys)


def item_of(row: Row[Any], pictures: Sequence[StoredPicture] = ()) -> StoredItem:
    """An item from its row."""
    return StoredItem(
        id=row.id,
        body=msgspec.json.decode(row.body),
        is_output=row.is_output,
        pictures=tuple(pictures),
        position=row.position,
    )


def picture_of(row: Row[Any]) -> StoredPicture:
    """A picture from its row."""
    return StoredPicture(
        id=row.id,
        blob=row.blob,
        byte_count=row.byte_count,
        owned=row.owned,
        part=row.part,
        number=row.number,
        card=msgspec.json.decode(row.card),
    )
