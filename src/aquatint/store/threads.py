"""Responses and the threads they stand in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from aquatint.store.database import Database
from aquatint.store.lines import (
    highest_number,
    latest_items,
    latest_pictures,
    picture_number,
    picture_of,
    with_pictures,
)
from aquatint.store.records import KEPT, UNFINISHED, Place, Status, StoredItem, StoredPicture, StoredResponse
from aquatint.store.schema import ITEMS, PICTURES, RESPONSES, THREADS
from aquatint.store.writing import append, remove_items, text_of


class NotThere(Exception):
    """What the caller named is not there, or belongs to another project. ``args[0]`` is its id."""


class Busy(Exception):
    """A response is being made at the end of this thread."""


class Threads:
    """Responses of all projects; each method acts for one."""

    def __init__(self, database: Database, server: str, new_id: Callable[[str], str]) -> None:
        self._database = database
        self._server = server
        self._new_id = new_id

    async def begin(
        self,
        project: str,
        draft: StoredResponse,
        items: Sequence[StoredItem],
        *,
        previous: str | None = None,
        conversation: str | None = None,
    ) -> StoredResponse:
        """Keep a response that is about to be made, with its input; returns it with its place.

        Raises `NotThere` when what it follows is gone, `Busy` when that is not finished.
        """
        async with self._database.writing() as connection:
            place = await self._place(connection, project, draft, previous, conversation)
            last = await append(connection, project, place, items, draft.id)
            response = replace(draft, thread=place.thread, last=last)
            values = {**_values(response), "project": project, "server": self._server}
            await connection.execute(insert(RESPONSES).values(values))
            return response

    async def update(self, response: StoredResponse) -> bool:
        """Keep a new status and body of an unfinished response; False if it is finished or gone."""
        async with self._database.writing() as connection:
            return await _save(connection, response)

    async def finish(self, project: str, response: StoredResponse, outputs: Sequence[StoredItem]) -> bool:
        """Keep the end of a response, all at once. False if it was finished or deleted in the meantime.

        A turn of a conversation that came to nothing leaves the conversation as it was.
        """
        async with self._database.writing() as connection:
            if not await _save(connection, response):
                return False
            place = Place(response.thread, response.last)
            last = await append(connection, project, place, outputs, response.id)
            query = update(RESPONSES).where(RESPONSES.c.id == response.id)
            await connection.execute(query.values(last=last, server=None))
            if response.status not in KEPT:
                await self.set_apart(connection, project, response.id, response.thread)
            return True

    async def set_apart(self, connection: AsyncConnection, project: str, response: str, thread: str) -> None:
        """Move the items of a response out of the conversation that it was meant for, if it was."""
        query = select(THREADS.c.is_conversation, THREADS.c.created_at).where(THREADS.c.id == thread)
        row = (await connection.execute(query)).one_or_none()
        if row is None or not row.is_conversation:
            return
        apart = await self._new_thread(connection, project, row.created_at, None)
        for table in (ITEMS, PICTURES):
            await connection.execute(update(table).where(table.c.response == response).values(thread=apart.thread))
        await connection.execute(update(RESPONSES).where(RESPONSES.c.id == response).values(thread=apart.thread))

    async def get(self, project: str, response: str) -> StoredResponse | None:
        """One response."""
        async with self._database.reading() as connection:
            return await _find(connection, project, response)

    async def delete(self, project: str, response: str) -> list[str]:
        """Delete a response and its items; returns keys of bytes. Raises `NotThere`."""
        async with self._database.writing() as connection:
            condition = (RESPONSES.c.id == response) & (RESPONSES.c.project == project)
            if (await connection.execute(delete(RESPONSES).where(condition))).rowcount != 1:
                raise NotThere(response)
            return await remove_items(connection, ITEMS.c.response == response, PICTURES.c.response == response)

    async def outputs(self, response: str) -> list[StoredItem]:
        """What a response said, in order."""
        return await self._items((ITEMS.c.response == response) & ITEMS.c.is_output)

    async def before(
        self, place: Place, items: int, pictures: int
    ) -> tuple[list[StoredItem], list[StoredPicture], int]:
        """The latest items and pictures before a place, and the number of the last picture."""
        async with self._database.reading() as connection:
            return (
                await latest_items(connection, place, items),
                await latest_pictures(connection, place, pictures),
                await highest_number(connection, place),
            )

    async def picture_number(self, place: Place, number: int) -> StoredPicture | None:
        """Picture ``number`` (from 1) of everything before a place, unless it was deleted."""
        async with self._database.reading() as connection:
            return await picture_number(connection, place, number)

    async def items_by_id(self, project: str, ids: Sequence[str]) -> dict[str, StoredItem]:
        """The items of these ids that the project has."""
        if not ids:
            return {}
        found = await self._items((ITEMS.c.project == project) & ITEMS.c.id.in_(list(ids)))
        return {item.id: item for item in reversed(found)}

    async def picture(self, project: str, picture: str) -> StoredPicture | None:
        """A picture by its id."""
        query = select(PICTURES).where(PICTURES.c.id == picture, PICTURES.c.project == project)
        async with self._database.reading() as connection:
            row = (await connection.execute(query.order_by(PICTURES.c.owned.desc()).limit(1))).one_or_none()
            return None if row is None else picture_of(row)

    async def _items(self, condition: Any) -> list[StoredItem]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(select(ITEMS).where(condition).order_by(ITEMS.c.position))).all()
            return await with_pictures(connection, rows)

    async def _place(
        self,
        connection: AsyncConnection,
        project: str,
        draft: StoredResponse,
        previous: str | None,
        conversation: str | None,
    ) -> Place:
        if conversation is not None:
            return await open_conversation(connection, project, conversation)
        if previous is None:
            return await self._new_thread(connection, project, draft.created_at, None)
        before = await _find(connection, project, previous, lock=not self._database.is_sqlite)
        if before is None:
            raise NotThere(previous)
        if before.status in UNFINISHED:
            raise Busy(previous)
        query = select(THREADS).where(THREADS.c.id == before.thread)
        thread = (await connection.execute(query)).one_or_none()
        here = Place(before.thread, before.last)
        if thread is not None and thread.tip == before.last and not thread.is_conversation:
            return here
        return await self._new_thread(connection, project, draft.created_at, here)

    async def _new_thread(
        self, connection: AsyncConnection, project: str, now: int, parent: Place | None
    ) -> Place:
        # A branch counts on from where it leaves its parent, so that positions only ever rise along a line.
        start = parent.position if parent is not None else 0
        place = Place(self._new_id("thr_"), start)
        values = {
            "id": place.thread,
            "project": project,
            "parent": parent.thread if parent is not None else None,
            "parent_position": start,
            "tip": start,
            "is_conversation": False,
            "body": "{}",
            "created_at": now,
        }
        await connection.execute(insert(THREADS).values(values))
        return place


async def open_conversation(connection: AsyncConnection, project: str, conversation: str) -> Place:
    """The end of a conversation. Raises `NotThere`, and `Busy` while a response is being made in it."""
    query = select(THREADS).where(
        THREADS.c.id == conversation, THREADS.c.project == project, THREADS.c.is_conversation
    )
    row = (await connection.execute(query.with_for_update())).one_or_none()
    if row is None:
        raise NotThere(conversation)
    unfinished = select(RESPONSES.c.id).where(
        RESPONSES.c.thread == conversation, RESPONSES.c.status.in_(UNFINISHED)
    )
    if (await connection.execute(unfinished.limit(1))).first() is not None:
        raise Busy(conversation)
    return Place(conversation, row.tip)


async def _find(
    connection: AsyncConnection, project: str, response: str, *, lock: bool = False
) -> StoredResponse | None:
    query = select(RESPONSES).where(RESPONSES.c.id == response, RESPONSES.c.project == project)
    row = (await connection.execute(query.with_for_update() if lock else query)).one_or_none()
    return None if row is None else _response_of(row)


async def _save(connection: AsyncConnection, response: StoredResponse) -> bool:
    condition = (RESPONSES.c.id == response.id) & RESPONSES.c.status.in_(UNFINISHED)
    values = {
        "status": response.status,
        "body": text_of(response.body),
        "context_tokens": response.context_tokens,
    }
    return (await connection.execute(update(RESPONSES).where(condition).values(values))).rowcount == 1


def _values(response: StoredResponse) -> dict[str, Any]:
    return {
        "id": response.id,
        "thread": response.thread,
        "last": response.last,
        "status": response.status,
        "context_tokens": response.context_tokens,
        "body": text_of(response.body),
        "created_at": response.created_at,
    }


def _response_of(row: Row[Any]) -> StoredResponse:
    status: Status = row.status
    return StoredResponse(
        id=row.id,
        thread=row.thread,
        last=row.last,
        status=status,
        body=msgspec.json.decode(row.body),
        context_tokens=row.context_tokens,
        created_at=row.created_at,
    )
