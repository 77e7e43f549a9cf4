"""One turn: the director decides, its moves are carried out, and all that comes of it is told and kept."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Any

from aquatint.api.responses.context import Context, drop_kept, keep_pictures
from aquatint.api.responses.objects import body_of, error_of, response_object, tool_usage_of, usage_of
from aquatint.api.responses.painting import Painter
from aquatint.api.responses.reading import Ask
from aquatint.api.responses.script import Script, TurnEvent
from aquatint.api.services import Services
from aquatint.director.contract import Card, Director, Move, Order, Paint, Rules, Say, Show, Spent, Turn
from aquatint.errors import (
    ConversationLocked,
    NoImageToEdit,
    NotFound,
    PreviousResponseNotFound,
    PublicError,
    ResponseUnfinished,
    ServerError,
)
from aquatint.spool import discard
from aquatint.store.records import Status, StoredResponse
from aquatint.store.threads import Busy, NotThere
from aquatint.tokens import Usage

_log = logging.getLogger(__name__)
_LONG = 50_000
"""Characters that are counted in a few milliseconds."""


class TurnRun:
    """Call `begin`, read `events` to their end (or close them, which cancels), then `close`."""

    def __init__(
        self,
        services: Services,
        project: str,
        ask: Ask,
        context: Context,
        director: Director,
        mask: Path | None,
        files: Sequence[Path],
    ) -> None:
        """``files`` are the input's, the mask's too; they are removed by `close`."""
        self.id = services.new_id("resp_")
        self.status: Status = "queued" if ask.fields["background"] else "in_progress"
        self.failure: PublicError | None = None
        """Why the turn failed, if it did."""
        self._services = services
        self._project = project
        self._ask = ask
        self._context = context
        self._director = director
        self._files = tuple(files)
        self._script = Script(services.new_id)
        self._body = body_of(ask, created_at=int(services.clock()))
        self._row: StoredResponse | None = None
        self._spent: Spent | None = None
        self._told = False
        self._instructed = services.text_counter.count(ask.fields["instructions"] or "")
        """Tokens of the instructions, which the next turn does not inherit."""
        self._painter: Painter | None = None
        if ask.tools.image is not None:
            self._painter = Painter(
                services, ask.tools.image, context, self._script, mask, keep=bool(ask.fields["store"])
            )

    def snapshot(self) -> dict[str, Any]:
        """The response as it is now; it may hold slots, whose files stay until `close`."""
        return response_object(self.id, self.status, self._body, self._script.output)

    async def begin(self) -> None:
        """Keep the response and its input, so that it is there from now on. Raises `PublicError`."""
        fields = self._ask.fields
        if not fields["store"]:
            return
        draft = StoredResponse(
            id=self.id,
            thread="",
            last=0,
            status=self.status,
            body=self._body,
            created_at=self._body["created_at"],
        )
        items = await keep_pictures(self._context, self._services)
        try:
            self._row = await self._services.store.threads.begin(
                self._project,
                draft,
                items,
                previous=fields["previous_response_id"],
                conversation=fields["conversation"],
            )
        except BaseException as trouble:
            await drop_kept(items, self._services)
            if isinstance(trouble, NotThere | Busy):
                raise _refusal(trouble, fields) from None
            raise

    async def events(self) -> AsyncGenerator[TurnEvent, None]:
        """The turn itself. A failure is the last event, and `failure`."""
        yield self._script.event("created", response=self.snapshot())
        if self.status == "queued":
            yield self._script.event("queued", response=self.snapshot())
        self.status = "in_progress"
        yield self._script.event("in_progress", response=self.snapshot())
        try:
            async for event in self._perform():
                yield event
            self._body["completed_at"] = int(self._services.clock())
            await self._settle("incomplete" if self._body["incomplete_details"] else "completed")
        except PublicError as error:
            await self._fail(error)
        except Exception:
            _log.exception("a response failed")
            await self._fail(ServerError("The server had an error while making this response. Sorry about that!"))
        finally:
            if not self._told:
                await self._cancelled()
        if not self._is_cancelled():  # of which there is no event: the stream just ends
            yield self._script.event(self.status, response=self.snapshot())

    async def close(self) -> None:
        """Remove the files of the turn. A turn whose events were never read is cancelled."""
        if not self._told:
            await self._cancelled()
        if self._painter is not None:
            await self._painter.close()
        discard(*self._files)

    async def _perform(self) -> AsyncGenerator[TurnEvent, None]:
        moves = self._director.direct(self._turn())
        answer: Sequence[Card] | None = None
        try:
            while True:
                try:
                    move = await moves.asend(answer)
                except StopAsyncIteration:
                    break
                answer = None
                async for event in self._carry_out(move):
                    yield event
                if isinstance(move, Paint | Show):
                    assert self._painter is not None
                    answer = tuple(self._painter.cards)
                if self._body["incomplete_details"]:
                    break
        finally:
            await moves.aclose()
        for event in self._script.hush():
            yield event

    async def _carry_out(self, move: Move) -> AsyncGenerator[TurnEvent, None]:
        if isinstance(move, Spent):
            self._spent = move
            return
        if isinstance(move, Say):
            for event in self._script.say(self._within_limit(move.text)):
                yield event
            return
        for event in self._script.hush():
            yield event
        if self._painter is None or self._ask.tools.mode == "none":
            raise ServerError("The director wanted a picture where none was allowed.")
        self._painter.cards = []
        if isinstance(move, Show):
            async for event in self._painter.show(move.picture):
                yield event
            return
        async for event in self._painter.paint(
            self._allowed(move), together=self._ask.fields["parallel_tool_calls"]
        ):
            yield event

    def _allowed(self, move: Paint) -> Sequence[Order]:
        """As many orders as ``max_tool_calls`` leaves."""
        most = self._ask.fields["max_tool_calls"]
        assert self._painter is not None
        orders = move.orders if most is None else move.orders[: max(0, most - self._painter.made)]
        if any(order.action == "edit" and not order.sources for order in orders):
            raise NoImageToEdit
        return orders

    def _within_limit(self, text: str) -> str:
        """The text, cut after a word where ``max_output_tokens`` ends it."""
        limit = self._ask.fields["max_output_tokens"]
        if limit is None:
            return text
        count = self._services.text_counter.count
        words = text.split(" ")
        while words and count(self._script.said() + " ".join(words)) > limit:
            words.pop()
            self._body["incomplete_details"] = {"reason": "max_output_tokens"}
        return " ".join(words)

    def _turn(self) -> Turn:
        tools = self._ask.tools
        context = self._context
        return Turn(
            instructions=self._ask.fields["instructions"] or "",
            history=context.history,
            said=context.said,
            gallery=context.gallery,
            rules=Rules(
                may_paint=tools.image is not None and tools.mode != "none",
                must_paint=tools.mode == "required",
                action=tools.image.action if tools.image is not None else "auto",
                open_size=tools.image is not None and tools.image.call.order.request.size is None,
            ),
        )

    async def _fail(self, error: PublicError) -> None:
        self.failure = error
        self._body["error"] = error_of(error)
        await self._settle("failed")

    async def _settle(self, status: Status) -> None:
        """Take down how it ended; nothing of it is lost from here on."""
        self.status = status
        self._told = True
        # Counting a megabyte takes a while; nobody else should wait for it.
        tokens = await asyncio.to_thread(self._tokens) if self._is_long() else self._tokens()
        images = self._painter.usage if self._painter is not None else Usage()
        self._body["usage"] = usage_of(
            tokens.input_tokens, tokens.cached_tokens, tokens.output_tokens, tokens.reasoning_tokens
        )
        self._body["tool_usage"] = tool_usage_of(images)
        if self._row is None:
            return
        row = StoredResponse(
            id=self.id,
            thread=self._row.thread,
            last=self._row.last,
            status=status,
            body=self._body,
            context_tokens=max(0, tokens.input_tokens - self._instructed) + tokens.output_tokens,
            created_at=self._row.created_at,
        )
        if not await self._services.store.threads.finish(self._project, row, self._script.stored):
            await self._gone()

    async def _gone(self) -> None:
        """Cancelled or deleted by another call while it was being made: the bytes kept for it go again."""
        self.status = "cancelled"
        blobs = [picture.blob for item in self._script.stored for picture in item.pictures if picture.blob]
        await self._services.store.blobs.delete(blobs)

    async def _cancelled(self) -> None:
        """The caller is gone, or someone cancelled: what was made so far stays, the rest is given up."""
        self._told = True
        if self._painter is not None:
            await self._painter.close()
        settling = asyncio.ensure_future(self._settle("cancelled"))
        try:
            await asyncio.shield(settling)
        except asyncio.CancelledError:
            await settling
            raise

    def _is_cancelled(self) -> bool:
        return self.status == "cancelled"

    def _is_long(self) -> bool:
        return sum(len(said.text) for said in [*self._context.history, *self._context.said]) > _LONG

    def _tokens(self) -> Spent:
        if self._spent is not None:
            return self._spent
        count = self._services.text_counter.count
        texts = [said.text for said in self._context.said]
        if self._ask.fields["conversation"] is not None:
            texts += [said.text for said in self._context.history]
        return Spent(
            input_tokens=self._instructed + self._context.context_tokens + sum(count(text) for text in texts),
            output_tokens=sum(count(text) for text in self._script.texts),
        )


def _refusal(trouble: Exception, fields: dict[str, Any]) -> PublicError:
    name = str(trouble.args[0])
    if fields["conversation"] is not None:
        return ConversationLocked() if isinstance(trouble, Busy) else NotFound("Conversation", name)
    return ResponseUnfinished(name) if isinstance(trouble, Busy) else PreviousResponseNotFound(name)
