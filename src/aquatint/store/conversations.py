"""Conversations: threads with a name, to which responses and callers add items."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import ColumnElement, insert, select, update

from aquatint.store.database import Database
from aquatint.store.lines import item_of, with_pictures
from aquatint.store.records import Page, Place, StoredConversation, StoredItem
from aquatint.store.schema import ITEMS, PICTURES, RESPONSES, THREADS
from aquatint.store.threads import NotThere, open_conversation
from aquatint.store.writing import append, remove_items, text_of


class Conversations:
    """Conversations of all projects; each method acts for one. Raises `NotThere` for those of others."""

    def __init__(self, database: Database, new_id: Callable[[str], str]) -> None:
        self._database = database
        self._new_id = new_id

    async def create(
        self, project: str, metadata: dict[str, str], items: Sequence[StoredItem], now: int
    ) -> StoredConversation:
        """A new conversation that begins with these items."""
        conversation = self._new_id("conv_")
        values = {
            "id": conversation,
            "project": project,
            "parent": None,
            "parent_position": 0,
            "tip": 0,
            "is_conversation": True,
            "body": text_of(metadata),
            "created_at": now,
        }
        async with self._database.writing() as connection:
            await connection.execute(insert(THREADS).values(values))
            await append(connection, project, Place(conversation, 0), items, None)
        return StoredConversation(id=conversation, created_at=now, metadata=metadata)

    async def get(self, project: str, conversation: str) -> StoredConversation:
        """Its own fields."""
        query = select(THREADS).where(*_owned(project, conversation))
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            raise NotThere(conversation)
        metadata = msgspec.json.decode(row.body)
        return StoredConversation(id=row.id, created_at=row.created_at, metadata=metadata)

    async def end(self, project: str, conversation: str) -> Place:
        """Where it is continued."""
        query = select(THREADS.c.tip).where(*_owned(project, conversation))
        async with self._database.reading() as connection:
            tip: int | None = (await connection.execute(query)).scalar()
        if tip is None:
            raise NotThere(conversation)
        return Place(conversation, tip)

    async def set_metadata(self, project: str, conversation: str, metadata: dict[str, str]) -> None:
        """Replace the metadata."""
        query = update(THREADS).where(*_owned(project, conversation)).values(body=text_of(metadata))
        async with self._database.writing() as connection:
            if (await connection.execute(query)).rowcount != 1:
                raise NotThere(conversation)

    async def delete(self, project: str, conversation: str) -> list[str]:
        """Delete it and what was added to it directly; returns keys of bytes.

        Items of its responses stay with these responses, in the thread of the same id, until they go.
        """
        async with self._database.writing() as connection:
            query = update(THREADS).where(*_owned(project, conversation))
            if (await connection.execute(query.values(is_conversation=False, body="{}"))).rowcount != 1:
                raise NotThere(conversation)
            living = select(RESPONSES.c.id).where(RESPONSES.c.thread == conversation)
            return await remove_items(
                connection,
                (ITEMS.c.thread == conversation) & (ITEMS.c.response.is_(None) | ITEMS.c.response.not_in(living)),
                (PICTURES.c.thread == conversation)
                & (PICTURES.c.response.is_(None) | PICTURES.c.response.not_in(living)),
            )

    async def add(self, project: str, conversation: str, items: Sequence[StoredItem]) -> None:
        """Put items at its end. Raises `Busy` while a response is being made in it."""
        async with self._database.writing() as connection:
            place = await open_conversation(connection, project, conversation)
            await append(connection, project, place, items, None)

    async def item(self, project: str, conversation: str, item: str) -> StoredItem:
        """One item."""
        await self.end(project, conversation)
        query = select(ITEMS).where(ITEMS.c.thread == conversation, ITEMS.c.id == item).limit(1)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
            if not rows:
                raise NotThere(item)
            return (await with_pictures(connection, rows))[0]

    async def delete_item(self, project: str, conversation: str, item: str) -> list[str]:
        """Delete one item; returns keys of bytes."""
        async with self._database.writing() as connection:
            await open_conversation(connection, project, conversation)
            query = select(ITEMS).where(ITEMS.c.thread == conversation, ITEMS.c.id == item)
            row = (await connection.execute(query.limit(1))).one_or_none()
            if row is None:
                raise NotThere(item)
            position = item_of(row).position
            return await remove_items(
                connection,
                (ITEMS.c.thread == conversation) & (ITEMS.c.position == position),
                (PICTURES.c.thread == conversation) & (PICTURES.c.position == position),
            )


class Pages:
    """Lists of items, page by page."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of_conversation(self, conversation: str, after: str | None, limit: int, *, ascending: bool) -> Page:
        """Items of a conversation. Raises `NotThere` for an ``after`` that is not among them."""
        return await self._page(ITEMS.c.thread == conversation, after, limit, ascending=ascending)

    async def of_input(self, response: str, after: str | None, limit: int, *, ascending: bool) -> Page:
        """Items that a response was given in its own call."""
        condition = (ITEMS.c.response == response) & ~ITEMS.c.is_output
        return await self._page(condition, after, limit, ascending=ascending)

    async def _page(
        self, condition: ColumnElement[bool], after: str | None, limit: int, *, ascending: bool
    ) -> Page:
        query = select(ITEMS).where(condition)
        order = ITEMS.c.position.asc() if ascending else ITEMS.c.position.desc()
        async with self._database.reading() as connection:
            if after is not None:
                found = (await connection.execute(query.where(ITEMS.c.id == after).limit(1))).one_or_none()
                if found is None:
                    raise NotThere(after)
                beyond = ITEMS.c.position > found.position if ascending else ITEMS.c.position < found.position
                query = query.where(beyond)
            rows = (await connection.execute(query.order_by(order).limit(limit + 1))).all()
            items = await with_pictures(connection, rows[:limit])
        return Page(tuple(items), len(rows) > limit)


def _owned(project: str, conversation: str) -> tuple[ColumnElement[bool], ...]:
    return THREADS.c.id == conversation, THREADS.c.project == project, THREADS.c.is_conversation
