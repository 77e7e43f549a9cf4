"""Carrying out what a director wants made: pictures are ordered, told as they grow, and kept."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from aquatint.api.authoring import thought_out
from aquatint.api.documents import Slot
from aquatint.api.gathering import Gathering
from aquatint.api.metering import Meter
from aquatint.api.reply import extension
from aquatint.api.responses.cards import card_of
from aquatint.api.responses.context import Context, Held, stored_picture
from aquatint.api.responses.script import Script, TurnEvent, kept_call
from aquatint.api.responses.tool import ImageTool, order_call
from aquatint.api.services import Services
from aquatint.api.wire.call import Call
from aquatint.director.contract import Card, Order
from aquatint.runtime.messages import Finished, PreviewReady
from aquatint.sizes import Size
from aquatint.spool import discard
from aquatint.tokens import Usage
from aquatint.types import SEED_LIMIT, Rendered, Source


class Painter:
    """Makes the pictures of one turn. ``files`` belong to whoever holds the painter, and go at the turn's end."""

    def __init__(
        self,
        services: Services,
        tool: ImageTool,
        context: Context,
        script: Script,
        mask: Path | None,
        *,
        keep: bool,
    ) -> None:
        self.usage = Usage()
        self.cards: list[Card] = []
        """What came of the last order."""
        self.files: list[Path] = []
        self.made = 0
        self._services = services
        self._tool = tool
        self._context = context
        self._script = script
        self._mask = mask
        self._keep = keep
        self._gatherings: list[Gathering] = []

    async def paint(self, orders: Sequence[Order], *, together: bool) -> AsyncGenerator[TurnEvent, None]:
        """Make these pictures: all at the same time, or one after the other; told one after the other."""
        self.cards = []
        calls = [await self._call(order) for order in orders]
        batches = [calls] if together else [[call] for call in calls]
        at = 0
        for batch in batches:
            tickets = self._services.runtime.submit_all([call.order.request for call in batch])
            gatherings = [Gathering([ticket]) for ticket in tickets]
            self._gatherings += gatherings
            for call, gathering in zip(batch, gatherings, strict=True):
                async for event in self._tell(orders[at], call, gathering):
                    yield event
                at += 1

    async def show(self, picture: str) -> AsyncGenerator[TurnEvent, None]:
        """Show a picture of the thread again; nothing is made, and nothing is counted."""
        card = await self._context.gallery.by_id(picture)
        path = await self._context.gallery.file(picture)
        self.files.append(path)
        assert card is not None
        id = self._services.new_id("ig_")
        copy = replace(card, id=id, copy_of=card.copy_of or card.id)
        index, event = self._script.begin(_beginning(id))
        yield event
        yield self._script.event("image_generation_call.in_progress", item_id=id, output_index=index)
        held = Held(copy, path=path, byte_count=path.stat().st_size)
        for event in await self._end(index, held, _call_item(copy, Slot(path, held.byte_count))):
            yield event

    async def close(self) -> None:
        """Cancel what is still being made, and remove the files."""
        for gathering in self._gatherings:
            await gathering.close()
        discard(*self.files)

    async def _call(self, order: Order) -> Call:
        paths = [await self._context.gallery.file(picture) for picture in order.sources]
        self.files += paths
        first = self._tool.seed
        seed = self._services.new_seed() if first is None else (first + self.made) % SEED_LIMIT
        self.made += 1
        sources = tuple(Source(path, f"image {number}") for number, path in enumerate(paths, 1))
        mask = Source(self._mask, "mask") if self._mask is not None and order.action == "edit" else None
        call = order_call(
            self._tool,
            operation=order.action,
            prompt=order.prompt,
            size=self._size(order),
            seed=seed,
            sources=sources,
            mask=mask,
        )
        return await thought_out(call, self._services)

    def _size(self, order: Order) -> Size | None:
        """The caller's size, else the director's as far as the model has it, else none."""
        request = self._tool.call.order.request
        if request.size is not None or not order.size:
            return request.size
        width, height = order.size.split("x")
        return request.size_rule.nearest(int(width), int(height))

    async def _tell(self, order: Order, call: Call, gathering: Gathering) -> AsyncGenerator[TurnEvent, None]:
        id = self._services.new_id("ig_")
        index, event = self._script.begin(_beginning(id))
        yield event
        place = {"item_id": id, "output_index": index}
        yield self._script.event("image_generation_call.in_progress", **place)
        yield self._script.event("image_generation_call.generating", **place)
        started = time.perf_counter()
        partials = 0
        while True:
            _, update = await gathering.next()
            if isinstance(update, PreviewReady):
                self.files.append(update.rendered.path)
                yield self._partial(place, partials, update.rendered, call)
                partials += 1
            elif isinstance(update, Finished):
                break
        self._count(call, update.rendered, partials, time.perf_counter() - started)
        for event in await self._finished(index, id, order, call, update.rendered):
            yield event

    def _partial(self, place: dict[str, Any], number: int, rendered: Rendered, call: Call) -> TurnEvent:
        return self._script.event(
            "image_generation_call.partial_image",
            **place,
            partial_image_index=number,
            partial_image_b64=Slot(rendered.path, rendered.byte_count),
            size=str(rendered.size),
            quality=call.order.request.quality,
            background=rendered.background,
            output_format=rendered.output_format,
        )

    def _count(self, call: Call, rendered: Rendered, partials: int, seconds: float) -> None:
        usage = Meter(call, self._services.text_counter).picture(rendered, partials)
        self.usage += usage
        self._services.metrics.delivered(call.order.model, 1, usage, seconds)

    async def _finished(
        self, index: int, id: str, order: Order, call: Call, rendered: Rendered
    ) -> list[TurnEvent]:
        self.files.append(rendered.path)
        card = card_of(
            rendered,
            id=id,
            origin=order.action,
            prompt=order.prompt,
            parent=order.sources[0] if order.sources else "",
            quality=call.order.request.quality,
        )
        item = _call_item(card, Slot(rendered.path, rendered.byte_count))
        if rendered.notes is not None:
            item["aquatint"] = extension(rendered.notes, call.order.request.want_plan)
        return await self._end(index, Held(card, path=rendered.path, byte_count=rendered.byte_count), item)

    async def _end(self, index: int, held: Held, item: dict[str, Any]) -> list[TurnEvent]:
        if self._keep:
            assert held.path is not None
            held.blob = await self._services.store.keep("pic_", held.path)
        self.cards.append(self._context.gallery.add(held))
        picture = replace(stored_picture(held, 0), blob=held.blob or "")
        place = {"item_id": item["id"], "output_index": index}
        return [
            self._script.event("image_generation_call.completed", **place),
            self._script.end(index, item, kept_call(item, picture)),
        ]


def _beginning(id: str) -> dict[str, Any]:
    return {"id": id, "type": "image_generation_call", "status": "in_progress", "result": None}


def _call_item(card: Card, result: Slot) -> dict[str, Any]:
    return {
        "id": card.id,
        "type": "image_generation_call",
        "status": "completed",
        "action": "auto" if card.origin == "given" else card.origin,
        "background": card.background or "auto",
        "output_format": card.output_format or "png",
        "quality": card.quality or "auto",
        "size": card.size or None,
        "revised_prompt": card.prompt,
        "result": result,
    }
