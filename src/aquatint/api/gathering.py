"""The updates of all pictures of one order, in one line as they come."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from aquatint.errors import PublicError
from aquatint.runtime.messages import Finished, PreviewReady, Update
from aquatint.runtime.ticket import Ticket
from aquatint.spool import discard
from aquatint.types import Rendered


class Gathering:
    """Follows several tickets at once. Whoever holds it calls `close`, which gives up what is not finished."""

    def __init__(self, tickets: Sequence[Ticket]) -> None:
        self._updates: asyncio.Queue[tuple[int, Update | BaseException]] = asyncio.Queue()
        self._followers = [
            asyncio.create_task(self._follow(index, ticket)) for index, ticket in enumerate(tickets)
        ]
        self._tickets = tickets
        self._unfinished = len(tickets)

    @property
    def done(self) -> bool:
        """Whether every picture is finished and read."""
        return self._unfinished == 0

    async def next(self) -> tuple[int, Update]:
        """The next update and the number of its picture. Raises `PublicError` when one of them failed."""
        index, update = await self._updates.get()
        if isinstance(update, BaseException):
            raise update
        if isinstance(update, Finished):
            self._unfinished -= 1
        return index, update

    async def pictures(self) -> list[Rendered]:
        """All finished pictures in order. The files are the caller's; if one fails, the others' are removed."""
        finished: dict[int, Rendered] = {}
        try:
            while not self.done:
                index, update = await self.next()
                if isinstance(update, Finished):
                    finished[index] = update.rendered
                elif isinstance(update, PreviewReady):
                    discard(update.rendered.path)
        except BaseException:
            discard(*(rendered.path for rendered in finished.values()))
            raise
        return [finished[index] for index in sorted(finished)]

    async def close(self) -> None:
        """Cancel what is still being made and remove the files that nobody read."""
        for follower in self._followers:
            follower.cancel()
        await asyncio.gather(*self._followers, return_exceptions=True)
        for ticket in self._tickets:
            ticket.cancel()
        while not self._updates.empty():
            _, update = self._updates.get_nowait()
            if isinstance(update, Finished | PreviewReady):
                discard(update.rendered.path)

    async def _follow(self, index: int, ticket: Ticket) -> None:
        try:
            async for update in ticket.events():
                self._updates.put_nowait((index, update))
        except PublicError as error:
            self._updates.put_nowait((index, error))
