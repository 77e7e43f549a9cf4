"""One of several: "the middle one wears a hat", "the third one is green"."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase

ORDER, WHOSE = "order", "whose"
"""The attribute of several things that are numbered from the left, and that of a thing which one of them has."""
FROM_LEFT = "from left"
_BY_PLACE = frozenset({"left", "right"})
COUNTED = 3
"""From so many on, "the second" is counted from the left; of two it only means the other one."""


def number_of(word: str, count: int) -> int | None:
    """The number of the one that a word means of ``count`` in a row, from 0 at the left; None for no place."""
    data = table("words/counts")
    if word in data["middle"]["names"]:
        return count // 2 if count % 2 else None
    at = data["from_left"].get(word)
    if at is None or (count < COUNTED and not _BY_PLACE & set(word.split())):
        return None
    return int(at) % count if -count <= at < count else None


def give_to_one(thing: Phrase, bearer: Phrase, number: int) -> None:
    """Let one of several have a thing."""
    bearer.attributes[ORDER] = FROM_LEFT
    thing.attributes[WHOSE] = str(number)
    thing.count = 1 if not thing.counted else thing.count


def colour_one(several: Phrase, number: int, colour: str) -> None:
    """Let one of several have a colour of its own."""
    several.attributes[ORDER] = FROM_LEFT
    several.singles = [one for one in several.singles if one[0] != number] + [(number, colour)]
