"""Statements that write items and take them away, for use inside a transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from aquatint.store.lines import highest_number
from aquatint.store.records import Place, StoredItem
from aquatint.store.schema import DOOMED, ITEMS, PICTURES, THREADS


def text_of(value: object) -> str:
    """JSON as the tables hold it."""
    return msgspec.json.encode(value).decode()


async def append(
    connection: AsyncConnection, project: str, place: Place, items: Sequence[StoredItem], response: str | None
) -> int:
    """Put items after a place that is the end of its thread; returns the position of the last."""
    if not items:
        return place.position
    number = 0
    if any(item.pictures for item in items):
        number = await highest_number(connection, place)
    rows, pictures = [], []
    for position, item in enumerate(items, place.position + 1):
        own = {"thread": place.thread, "position": position, "project": project, "response": response}
        rows.append({**own, "id": item.id, "is_output": item.is_output, "body": text_of(item.body)})
        for picture in item.pictures:
            number += 1
            pictures.append(
                {
                    **own,
                    "part": picture.part,
                    "id": picture.id,
                    "number": number,
                    "blob": picture.blob,
                    "owned": picture.owned,
                    "byte_count": picture.byte_count,
                    "card": text_of(picture.card),
                }
            )
    await connection.execute(insert(ITEMS), rows)
    if pictures:
        await connection.execute(insert(PICTURES), pictures)
    last = place.position + len(items)
    await connection.execute(update(THREADS).where(THREADS.c.id == place.thread).values(tip=last))
    return last


async def remove_items(
    connection: AsyncConnection, items: ColumnElement[bool], pictures: ColumnElement[bool]
) -> list[str]:
    """Delete the items and pictures of which these conditions hold; returns keys whose bytes must go too."""
    query = select(PICTURES.c.blob).where(pictures, PICTURES.c.owned)
    blobs = [row.blob for row in (await connection.execute(query)).all()]
    await connection.execute(delete(PICTURES).where(pictures))
    await connection.execute(delete(ITEMS).where(items))
    await doom(connection, blobs)
    return blobs


async def doom(connection: AsyncConnection, blobs: Iterable[str]) -> None:
    """Note that the bytes under these keys are to be removed."""
    rows: list[dict[str, Any]] = [{"blob": blob} for blob in dict.fromkeys(blobs)]
    if rows:
        await connection.execute(delete(DOOMED).where(DOOMED.c.blob.in_([row["blob"] for row in rows])))
        await connection.execute(insert(DOOMED), rows)
