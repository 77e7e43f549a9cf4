"""What a turn begins with: what was said before, what is said now, and the pictures of both."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from aquatint.api.responses.cards import card_of_file, kept, unkept
from aquatint.api.responses.content import (
    GivenCall,
    GivenItem,
    GivenMessage,
    GivenOther,
    GivenReference,
    ImagePart,
    as_invalid_request,
)
from aquatint.api.responses.items import message_body, said_of
from aquatint.api.services import Services
from aquatint.api.uploads import fetch_blob, uploads_of
from aquatint.api.wire.fetching import Fetcher
from aquatint.api.wire.fields import Picture
from aquatint.director.contract import Card, Said
from aquatint.errors import InputImageRefused, NotFound, PreviousResponseNotFound, ResponseUnfinished
from aquatint.spool import discard
from aquatint.store.blobs import BlobMissing
from aquatint.store.records import UNFINISHED, Place, StoredItem, StoredPicture
from aquatint.store.threads import NotThere

ITEMS_READ = 60
"""How many earlier items a director is told; so a turn costs the same in a thread of any length."""
PICTURES_READ = 24
"""How many pictures it is told of at once. Older ones it can ask for by number."""


@dataclass(slots=True)
class Held:
    """A picture of the thread: its card, and where its bytes are."""

    card: Card
    path: Path | None = None
    blob: str | None = None
    byte_count: int = 0


@dataclass(slots=True)
class ThreadGallery:
    """The pictures of a thread, as `aquatint.director.contract.Gallery` says."""

    services: Services
    project: str
    place: Place | None
    held: dict[str, Held]
    """The latest, in order, by id."""
    count: int

    @property
    def latest(self) -> Sequence[Card]:
        """The last few, in order."""
        return [each.card for each in self.held.values()]

    async def number(self, number: int) -> Card | None:
        """Picture ``number``, from 1."""
        for each in self.held.values():
            if each.card.number == number:
                return each.card
        if self.place is None:
            return None
        stored = await self.services.store.threads.picture_number(self.place, number)
        return None if stored is None else self._hold(stored).card

    async def by_id(self, picture: str) -> Card | None:
        """The picture of that id."""
        if picture in self.held:
            return self.held[picture].card
        stored = await self.services.store.threads.picture(self.project, picture)
        return None if stored is None else self._hold(stored).card

    async def file(self, picture: str) -> Path:
        """The bytes of a picture in a new spool file that the caller owns. Raises `PublicError`."""
        await self.by_id(picture)
        held = self.held.get(picture)
        if held is not None and held.blob is not None:
            try:
                return await fetch_blob(self.services, held.blob)
            except BlobMissing:
                held = None
        if held is None or held.path is None:
            text = f"The image '{picture}' of this conversation has been deleted."
            raise InputImageRefused(text, param="input", code="image_file_not_found")
        path = self.services.spool.new()
        await asyncio.to_thread(shutil.copyfile, held.path, path)
        return path

    def add(self, held: Held) -> Card:
        """Put a picture at the end; its card with its number."""
        self.count += 1
        held.card = replace(held.card, number=self.count)
        self.held[held.card.id] = held
        return held.card

    def _hold(self, stored: StoredPicture) -> Held:
        held = held_of(stored)
        self.held = {held.card.id: held, **self.held}
        return held


@dataclass(slots=True, kw_only=True)
class Context:
    """What a turn begins with."""

    history: list[Said]
    said: list[Said]
    gallery: ThreadGallery
    inputs: list[StoredItem]
    """This turn's input as it is to be kept. Its pictures have no bytes kept yet, see `keep_pictures`."""
    context_tokens: int
    files: list[Path] = field(default_factory=list)
    """Spool files of this turn's pictures; whoever holds the context removes them."""


def held_of(stored: StoredPicture) -> Held:
    """A kept picture."""
    card = unkept(stored.card, id=stored.id, number=stored.number)
    return Held(card, blob=stored.blob, byte_count=stored.byte_count)


class ContextReader:
    """Reads contexts for one project."""

    def __init__(self, services: Services, project: str) -> None:
        self._services = services
        self._project = project

    async def read(
        self, given: Sequence[GivenItem], *, previous: str | None = None, conversation: str | None = None
    ) -> Context:
        """The context of a turn. Raises `PublicError`; then no file of its own is left."""
        place, tokens = await self._place(previous, conversation)
        context = await self._before(place, tokens)
        files = await self._fetch(given)
        context.files = [path for path in files if isinstance(path, Path)]
        try:
            await self._add(context, given, files)
        except BaseException:
            discard(*context.files)
            raise
        return context

    async def _place(self, previous: str | None, conversation: str | None) -> tuple[Place | None, int]:
        store = self._services.store
        if conversation is not None:
            try:
                return await store.conversations.end(self._project, conversation), 0
            except NotThere:
                raise NotFound("Conversation", conversation) from None
        if previous is None:
            return None, 0
        response = await store.threads.get(self._project, previous)
        if response is None:
            raise PreviousResponseNotFound(previous)
        if response.status in UNFINISHED:
            raise ResponseUnfinished(previous)
        return Place(response.thread, response.last), response.context_tokens

    async def _before(self, place: Place | None, tokens: int) -> Context:
        items: list[StoredItem] = []
        pictures: list[StoredPicture] = []
        count = 0
        if place is not None:
            items, pictures, count = await self._services.store.threads.before(place, ITEMS_READ, PICTURES_READ)
        held = {each.id: held_of(each) for each in pictures}
        return Context(
            history=[said for item in items if (said := said_of(item)) is not None],
            said=[],
            gallery=ThreadGallery(self._services, self._project, place, held, count),
            inputs=[],
            context_tokens=tokens,
        )

    async def _fetch(self, given: Sequence[GivenItem]) -> list[Path]:
        """The pictures of all messages, in order."""
        wanted: list[Picture] = []
        for item in given:
            if isinstance(item, GivenMessage):
                wanted += [part.picture for part in item.parts if isinstance(part, ImagePart)]
        services = self._services
        with as_invalid_request():
            return await Fetcher(services.remote_images, uploads_of(services, self._project)).paths(wanted)

    async def _add(self, context: Context, given: Sequence[GivenItem], files: Sequence[Path]) -> None:
        ids = [item.id for item in given if isinstance(item, GivenReference | GivenCall)]
        known = await self._services.store.threads.items_by_id(self._project, ids)
        fetched = iter(files)
        for item in given:
            if isinstance(item, GivenMessage):
                paths = [next(fetched) for part in item.parts if isinstance(part, ImagePart)]
                await self._add_message(context, item, paths)
            elif isinstance(item, GivenOther):
                body = {"id": self._services.new_id("rs_"), **item.body}
                context.inputs.append(StoredItem(id=str(body["id"]), body=body))
            elif item.id in known:
                self._add_known(context, known[item.id])
            elif isinstance(item, GivenCall) and item.result is not None:
                await self._add_replayed(context, item, item.result)
            else:
                raise NotFound("Item", item.id, param="input")

    async def _add_message(self, context: Context, message: GivenMessage, paths: Sequence[Path]) -> None:
        cards, pictures = [], []
        for part, path in enumerate(paths):
            held = Held(await card_of_file(path, self._services.new_id("img_")), path=path)
            held.byte_count = path.stat().st_size
            cards.append(context.gallery.add(held))
            pictures.append(stored_picture(held, part))
        body = message_body(self._services.new_id("msg_"), message)
        context.inputs.append(StoredItem(id=body["id"], body=body, pictures=tuple(pictures)))
        context.said.append(Said(message.role, message.text, tuple(cards)))

    def _add_known(self, context: Context, item: StoredItem) -> None:
        """An item that is kept already: its pictures stay where they are."""
        pictures = tuple(replace(each, owned=False) for each in item.pictures)
        context.inputs.append(StoredItem(id=item.id, body=item.body, pictures=pictures))
        for each in item.pictures:
            context.gallery.add(held_of(each))
        said = said_of(item)
        if said is not None:
            numbered = tuple(context.gallery.held[card.id].card for card in said.pictures)
            context.said.append(Said(said.role, said.text, numbered))

    async def _add_replayed(self, context: Context, call: GivenCall, path: Path) -> None:
        """A picture that was not kept, or elsewhere, and comes back in full."""
        card = replace(
            await card_of_file(path, call.id),
            origin="edit" if call.fields.get("action") == "edit" else "generate",
            prompt=call.fields.get("revised_prompt", ""),
            size=call.fields.get("size", ""),
            quality=call.fields.get("quality", ""),
            background=call.fields.get("background", ""),
        )
        held = Held(card, path=path, byte_count=path.stat().st_size)  # noqa: ASYNC240
        card = context.gallery.add(held)
        body: dict[str, Any] = {
            "id": call.id,
            "type": "image_generation_call",
            "status": "completed",
            **call.fields,
            "result": None,
        }
        context.inputs.append(StoredItem(id=call.id, body=body, pictures=(stored_picture(held, 0),)))
        context.said.append(Said("assistant", pictures=(card,)))


def stored_picture(held: Held, part: int) -> StoredPicture:
    """A picture of this turn as it is to be kept; its bytes are not yet."""
    return StoredPicture(id=held.card.id, blob="", byte_count=held.byte_count, part=part, card=kept(held.card))


async def keep_pictures(context: Context, services: Services) -> list[StoredItem]:
    """The input with the bytes of its pictures kept."""
    return [
        replace(item, pictures=tuple([await _keep(each, context, services) for each in item.pictures]))
        for item in context.inputs
    ]


async def drop_kept(items: Sequence[StoredItem], services: Services) -> None:
    """Remove the bytes that `keep_pictures` kept for items which are not kept after all."""
    blobs = [picture.blob for item in items for picture in item.pictures if picture.owned and picture.blob]
    if blobs:
        await services.store.blobs.delete(blobs)


async def _keep(picture: StoredPicture, context: Context, services: Services) -> StoredPicture:
    held = context.gallery.held.get(picture.id)
    if picture.blob or held is None or held.path is None:
        return picture
    held.blob = await services.store.keep("pic_", held.path)
    return replace(picture, blob=held.blob)
