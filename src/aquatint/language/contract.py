"""What a language model is: it reads messages, may call functions, and answers bit by bit."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Choice = Literal["auto", "required", "none"]


@dataclass(frozen=True, slots=True)
class Call:
    """A function that the model wants called; ``arguments`` is JSON text as the model wrote it."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. A "tool" message answers the call ``call_id``; an assistant's may hold ``calls``."""

    role: Literal["system", "user", "assistant", "tool"]
    text: str = ""
    calls: tuple[Call, ...] = ()
    call_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function that the model may call. ``parameters`` is a JSON schema of an object."""

    name: str
    description: str
    parameters: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """What one answer cost."""

    input: int
    output: int
    cached: int = 0
    reasoning: int = 0


Piece = str | Call | Tokens
"""A bit of text as it comes, a call once it is complete, and at the end the tokens if the server tells."""


class LanguageModel(Protocol):
    """One model somewhere."""

    def answer(
        self, messages: Sequence[Message], functions: Sequence[Function] = (), choice: Choice = "auto"
    ) -> AsyncIterator[Piece]:
        """The answer in pieces. Raises `aquatint.errors.LanguageModelFailed`."""

    async def structured(self, messages: Sequence[Message], name: str, schema: dict[str, Any]) -> str:
        """An answer that is JSON text of that schema. Raises `aquatint.errors.LanguageModelFailed`."""

    async def close(self) -> None:
        """Let go of all connections."""
