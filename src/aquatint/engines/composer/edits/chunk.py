"""A chunk: one part of a clause, with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from aquatint.engines.composer.lexicon.vocabulary import Sense
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag

ChunkKind = Literal[
    "thing", "group", "quality", "spot", "nudge", "growth", "share", "relation", "quote", "pronoun", "one",
    "alike", "ground", "word",
]  # fmt: skip


@dataclass(slots=True)
class Chunk:
    """One part of a clause."""

    kind: ChunkKind
    tags: tuple[Tag, ...]
    """The words it is made of."""
    phrase: Phrase | None = None
    """For things."""
    definite: bool = False
    """For things: whether the words point at something that is there ("the fox")."""
    more: bool = False
    """For things: whether the words ask for more of them ("another fox")."""
    sense: Sense | None = None
    """For qualities."""
    spot: tuple[float, float] | None = None
    """For places; and for things, where the one stands that is meant."""
    pick: str = ""
    """For things: which one of several is meant, an entry of the table of picks, or "=2" for any two."""
    factor: float = 1.0
    """For comparatives and shares."""
    groups: tuple[str, ...] = field(default=())
    """For groups: the nouns' groups; empty for everything."""

    @property
    def word(self) -> str:
        """As the text wrote it."""
        return " ".join(each.word for each in self.tags)
