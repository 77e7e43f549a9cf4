"""What a turn tells while it goes on: events in order, and the items that come of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from aquatint.api.documents import compose
from aquatint.api.responses.items import text_part
from aquatint.store.records import StoredItem, StoredPicture


@dataclass(frozen=True, slots=True)
class TurnEvent:
    """One event; ``fields`` may hold slots."""

    name: str
    fields: dict[str, Any]

    def chunks(self) -> Iterator[bytes]:
        """The event as it goes over the wire."""
        yield f"event: {self.name}\ndata: ".encode()
        yield from compose({"type": self.name, **self.fields}).chunks()
        yield b"\n\n"


@dataclass(slots=True)
class _Message:
    id: str
    index: int
    text: str = ""


class Script:
    """Numbers the events of one turn and keeps its output in order."""

    def __init__(self, new_id: Callable[[str], str]) -> None:
        self.output: list[dict[str, Any]] = []
        """Items as they are shown, with slots."""
        self.stored: list[StoredItem] = []
        """The finished ones, as they are to be kept."""
        self.texts: list[str] = []
        """What was said, for counting."""
        self._new_id = new_id
        self._sequence = -1
        self._message: _Message | None = None

    def event(self, name: str, **fields: Any) -> TurnEvent:
        """The next event; ``name`` without "response."."""
        self._sequence += 1
        return TurnEvent(f"response.{name}", {"sequence_number": self._sequence, **fields})

    def begin(self, item: dict[str, Any]) -> tuple[int, TurnEvent]:
        """A new item of the output; its index and its first event."""
        index = len(self.output)
        self.output.append(item)
        return index, self.event("output_item.added", output_index=index, item=item)

    def end(self, index: int, item: dict[str, Any], kept: StoredItem) -> TurnEvent:
        """The item is finished."""
        self.output[index] = item
        self.stored.append(kept)
        return self.event("output_item.done", output_index=index, item=item)

    def say(self, text: str) -> Iterator[TurnEvent]:
        """Text, added to the message that is being said or beginning one."""
        if self._message is None:
            yield from self._open()
        assert self._message is not None
        message = self._message
        message.text += text
        if text:
            yield self.event("output_text.delta", **_place(message), delta=text, logprobs=[])

    def said(self) -> str:
        """All text so far."""
        return "".join(self.texts) + (self._message.text if self._message is not None else "")

    def hush(self) -> Iterator[TurnEvent]:
        """The message that is being said, if there is one, is finished."""
        message, self._message = self._message, None
        if message is None:
            return
        part = text_part(message.text)
        yield self.event("output_text.done", **_place(message), text=message.text, logprobs=[])
        yield self.event("content_part.done", **_place(message), part=part)
        item = _message_item(message.id, "completed", [part])
        self.texts.append(message.text)
        yield self.end(message.index, item, StoredItem(id=message.id, body=item, is_output=True))

    def _open(self) -> Iterator[TurnEvent]:
        id = self._new_id("msg_")
        index, event = self.begin(_message_item(id, "in_progress", []))
        self._message = _Message(id, index)
        yield event
        yield self.event("content_part.added", **_place(self._message), part=text_part(""))


def kept_call(item: dict[str, Any], picture: StoredPicture) -> StoredItem:
    """An image call as it is kept: without the picture's bytes."""
    return StoredItem(id=item["id"], body={**item, "result": None}, is_output=True, pictures=(picture,))


def _place(message: _Message) -> dict[str, Any]:
    return {"item_id": message.id, "output_index": message.index, "content_index": 0}


def _message_item(id: str, status: str, content: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": id, "type": "message", "status": status, "content": content, "role": "assistant"}
