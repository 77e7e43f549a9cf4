"""One of several: "the middle one wears a hat", "the third one is green"."""

from __future__ import annotations

from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.scene import RANKED

WHOSE = "whose"
"""The attribute of a thing which one of several has: the number of that one."""
MIDDLE = 0.5
"""The rank of the one in the middle; others count from 1 at the left, or from -1 at the right."""


def number_of(rank: float, count: int) -> int:
    """The number, from 0 at the left, of the one of ``count`` that has a rank."""
    if rank == MIDDLE:
        return (count - 1) // 2
    return int(rank) - 1 if rank > 0 else count + int(rank)


def give_to_one(thing: Phrase, bearer: Phrase, number: int) -> None:
    """Let one of several have a thing."""
    bearer.attributes[RANKED] = "yes"
    thing.attributes[WHOSE] = str(number)
    thing.count = 1 if not thing.counted else thing.count
