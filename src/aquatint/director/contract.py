"""What a director is: it reads a `Turn` and makes `Move`s, one after the other.

The server carries each move out before it asks for the next, and answers a `Paint` or a `Show` with the cards of
the pictures that came of it. A move that cannot be carried out ends the turn.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Role = Literal["user", "assistant", "system", "developer"]
Action = Literal["generate", "edit"]
Origin = Literal["generate", "edit", "given"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known of one picture of the conversation. Empty fields are not known."""

    id: str
    number: int = 0
    """Which picture of the conversation, from 1."""
    origin: Origin = "given"
    """How it came to be; "given" by the caller."""
    prompt: str = ""
    """What it was made from: a description, or an instruction on ``parent``."""
    parent: str = ""
    """The id of the picture that it was edited from."""
    copy_of: str = ""
    """The id of the picture that it shows again."""
    size: str = ""
    """As "1536x1024", in pixels."""
    quality: str = ""
    background: str = ""
    output_format: str = ""
    engine: str = ""
    seed: int | None = None
    drawn: tuple[str, ...] = ()
    undrawn: tuple[str, ...] = ()
    approximated: tuple[str, ...] = ()
    plan: dict[str, Any] | None = None
    """What the picture shows, as data, when its engine can say."""


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said or shown."""

    role: Role
    text: str = ""
    pictures: tuple[Card, ...] = ()


class Gallery(Protocol):
    """The pictures of the conversation, those of this turn's input included."""

    @property
    def latest(self) -> Sequence[Card]:
        """The last few, in order."""

    @property
    def count(self) -> int:
        """How many there have been: the number of the last."""

    async def number(self, number: int) -> Card | None:
        """Picture ``number``, from 1; None if there is none or it was deleted."""

    async def by_id(self, picture: str) -> Card | None:
        """The picture of that id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the caller allows and wants on this turn."""

    may_paint: bool
    """Whether the image tool is there and allowed."""
    must_paint: bool = False
    """Whether a picture must come of it."""
    action: Literal["auto", "generate", "edit"] = "auto"
    open_size: bool = False
    """Whether the size of pictures is left to the director."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One turn: what was said before, what is said now, and what the caller wants of it."""

    instructions: str
    history: Sequence[Said]
    """The latest things said before, in order; older ones may be left out."""
    said: Sequence[Said]
    """This turn's input, in order."""
    gallery: Gallery
    rules: Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One picture to make: from a description, or by an instruction on pictures of the gallery."""

    action: Action
    prompt: str
    sources: tuple[str, ...] = ()
    """Ids of pictures; the first is the one that is edited."""
    size: str = ""
    """As "1536x1024", where `Rules.open_size` leaves it to the director: the nearest legal size is taken. Empty
    leaves it to the engine."""


@dataclass(frozen=True, slots=True)
class Paint:
    """Make these pictures, at the same time if there is room. Answered with their cards."""

    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """Show a picture of the gallery again. Answered with the card of the copy."""

    picture: str


@dataclass(frozen=True, slots=True)
class Say:
    """Text for the caller. Texts that follow one another are one message, each of them sent as it comes."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What the main model's turn cost, when the director knows; else the server counts words."""

    input_tokens: int
    output_tokens: int
    cached_tokens: int = 0
    reasoning_tokens: int = 0


Move = Paint | Show | Say | Spent
Moves = AsyncGenerator[Move, Sequence[Card] | None]


class Director(Protocol):
    """Decides. One director serves many turns at the same time."""

    def open(self) -> None:
        """Load what is heavy. Called once, on a thread, before the first turn."""

    def direct(self, turn: Turn) -> Moves:
        """The moves of one turn. Raises `aquatint.errors.PublicError` for what the caller should know."""
