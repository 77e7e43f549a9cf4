"""Rows as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["queued", "in_progress", "completed", "incomplete", "failed", "cancelled"]
UNFINISHED: tuple[Status, ...] = ("queued", "in_progress")
KEPT: tuple[Status, ...] = ("completed", "incomplete")
"""Statuses with which a turn becomes part of its conversation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """The bytes of one picture of an item.

    ``owned`` bytes go when the item goes; others belong to the item that this one is a copy of.
    """

    id: str
    blob: str
    byte_count: int
    owned: bool = True
    part: int = 0
    """Which picture of the item, from 0."""
    number: int = 0
    """Which picture of the thread, from 1; given when it is stored."""
    card: dict[str, Any] = field(default_factory=dict)
    """What is known of the picture, JSON-ready: the director reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredItem:
    """One item. ``body`` is its JSON without picture bytes."""

    id: str
    body: dict[str, Any]
    is_output: bool = False
    pictures: tuple[StoredPicture, ...] = ()
    position: int = 0
    """In its thread; given when it is stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredResponse:
    """One response. ``body`` is its JSON without output and status."""

    id: str
    thread: str
    last: int
    """Position of its last item."""
    status: Status
    body: dict[str, Any]
    context_tokens: int = 0
    """Tokens of everything up to its end, as the main model would read it."""
    created_at: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a thread is read or continued: after this position."""

    thread: str
    position: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list."""

    items: tuple[StoredItem, ...]
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """An uploaded file. Times are Unix seconds."""

    id: str
    filename: str
    purpose: str
    blob: str
    byte_count: int
    created_at: int
    expires_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredConversation:
    """A conversation's own fields."""

    id: str
    created_at: int
    metadata: dict[str, str]
