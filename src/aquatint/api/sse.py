"""The reply of a call that streams: server-sent events, pictures put into base64 a block at a time.

Events and their fields are those of the Images API; ``aquatint`` is ours and says which of n pictures an event
belongs to. There is no ``[DONE]``: the stream ends after the last picture.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aquatint.api.eventstream import ServerSentEvents
from aquatint.api.reply import base64_chunks, compact, extension
from aquatint.spool import discard
from aquatint.types import Operation, Rendered

_NAMES: dict[Operation, str] = {"generate": "image_generation", "edit": "image_edit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamHead:
    """What all events of one stream share."""

    operation: Operation
    created: int
    """Unix time in seconds."""
    quality: str
    """What was made, never "auto"."""
    want_plan: bool = False
    safety_identifier: str | None = None


@dataclass(frozen=True, slots=True)
class PartialImage:
    """A picture in the making. ``index`` is the picture's number, ``partial_index`` the partial's, both from 0."""

    index: int
    partial_index: int
    rendered: Rendered


@dataclass(frozen=True, slots=True)
class CompletedImage:
    """A finished picture and its tokens, as an event shows them (`Usage.as_event`)."""

    index: int
    rendered: Rendered
    usage: Mapping[str, Any]


StreamEvent = PartialImage | CompletedImage


class EventStream(ServerSentEvents[StreamEvent]):
    """Sends the events of the Images API as they come, and removes each event's file once it is sent."""

    def __init__(
        self,
        head: StreamHead,
        events: AsyncGenerator[StreamEvent, None],
        *,
        headers: Mapping[str, str] | None = None,
        keep_alive_seconds: float = 15.0,
        on_close: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        super().__init__(
            events,
            lambda event: event_chunks(event, head),
            release=lambda event: discard(event.rendered.path),
            headers=headers,
            keep_alive_seconds=keep_alive_seconds,
            on_close=on_close,
        )


def event_chunks(event: StreamEvent, head: StreamHead) -> Iterator[bytes]:
    """One event as it goes over the wire, at most 128 KiB at a time."""
    suffix = "partial_image" if isinstance(event, PartialImage) else "completed"
    name = f"{_NAMES[head.operation]}.{suffix}"
    yield f'event: {name}\ndata: {{"type":"{name}","b64_json":"'.encode()
    yield from base64_chunks(event.rendered)
    yield b'",' + compact(_fields(event, head))[1:] + b"\n\n"


def _fields(event: StreamEvent, head: StreamHead) -> dict[str, Any]:
    rendered = event.rendered
    fields: dict[str, Any] = {
        "created_at": head.created,
        "size": str(rendered.size),
        "quality": head.quality,
        "background": rendered.background,
        "output_format": rendered.output_format,
    }
    if isinstance(event, PartialImage):
        return {**fields, "partial_image_index": event.partial_index, "aquatint": {"index": event.index}}
    fields["usage"] = dict(event.usage)
    if head.safety_identifier is not None:
        fields["safety_identifier"] = head.safety_identifier
    notes = extension(rendered.notes, head.want_plan) if rendered.notes is not None else {}
    return {**fields, "aquatint": {"index": event.index, **notes}}
