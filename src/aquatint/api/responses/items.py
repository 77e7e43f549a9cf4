"""Items as they are kept, and as they are shown again.

Kept bodies hold no pictures: an image call has ``"result": null``, a message's picture has neither data URL nor
bytes. Shown bodies have slots in these places.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from aquatint.api.documents import Slot
from aquatint.api.responses.cards import unkept
from aquatint.api.responses.content import GivenMessage, ImagePart, TextPart
from aquatint.api.services import Services
from aquatint.api.uploads import fetch_blob
from aquatint.director.contract import Role, Said
from aquatint.store.blobs import BlobMissing
from aquatint.store.records import StoredItem, StoredPicture

IMAGE_URLS = "message.input_image.image_url"
"""What ``include`` says to have the pictures of messages shown, too."""


def message_body(id: str, message: GivenMessage) -> dict[str, Any]:
    """A message of the input, as it is kept."""
    return {
        "id": id,
        "type": "message",
        "status": "completed",
        "role": message.role,
        "content": [_part_body(part) for part in message.parts],
    }


def _part_body(part: TextPart | ImagePart) -> dict[str, Any]:
    if isinstance(part, ImagePart):
        return {"type": "input_image", "detail": part.detail, "file_id": part.file_id, "image_url": part.url}
    if part.kind == "refusal":
        return {"type": "refusal", "refusal": part.text}
    if part.kind == "output_text":
        return text_part(part.text)
    return {"type": "input_text", "text": part.text}


def text_part(text: str) -> dict[str, Any]:
    """Text of an answer."""
    return {"type": "output_text", "text": text, "annotations": [], "logprobs": []}


def said_of(item: StoredItem) -> Said | None:
    """A kept item as the director reads it; None for what says nothing to it."""
    cards = tuple(unkept(each.card, id=each.id, number=each.number) for each in item.pictures)
    if item.body.get("type") == "image_generation_call":
        return Said("assistant", pictures=cards)
    if item.body.get("type") != "message":
        return None
    role: Role = item.body["role"]
    texts = [part.get("text", part.get("refusal", "")) for part in item.body["content"]]
    return Said(role, "\n".join(text for text in texts if text), cards)


class Shower:
    """Shows kept items with their pictures fetched; ``files`` are the caller's to remove."""

    def __init__(self, services: Services, include: Collection[str] = ()) -> None:
        self._services = services
        self._image_urls = IMAGE_URLS in include
        self.files: list[Any] = []

    async def show(self, items: Sequence[StoredItem]) -> list[dict[str, Any]]:
        """All of them, in order."""
        return [await self._show(item) for item in items]

    async def _show(self, item: StoredItem) -> dict[str, Any]:
        if item.body.get("type") == "image_generation_call":
            return {**item.body, "result": await self._slot(item.pictures[0], "") if item.pictures else None}
        if item.body.get("type") == "message" and item.pictures and self._image_urls:
            return {**item.body, "content": await self._content(item)}
        return item.body

    async def _content(self, item: StoredItem) -> list[dict[str, Any]]:
        pictures = {each.part: each for each in item.pictures}
        shown, part_number = [], 0
        for part in item.body["content"]:
            if part["type"] == "input_image":
                picture = pictures.get(part_number)
                part_number += 1
                if part["image_url"] is None and part["file_id"] is None and picture is not None:
                    kind = picture.card.get("output_format", "png")
                    part = {**part, "image_url": await self._slot(picture, f"data:image/{kind};base64,")}
            shown.append(part)
        return shown

    async def _slot(self, picture: StoredPicture, prefix: str) -> Slot | None:
        try:
            path = await fetch_blob(self._services, picture.blob)
        except BlobMissing:
            return None
        self.files.append(path)
        return Slot(path, picture.byte_count, prefix)
