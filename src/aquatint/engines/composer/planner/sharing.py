"""Several things of one kind that are not all alike: colours in turn, one of them asleep, the third one green."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.ones import number_of
from aquatint.engines.composer.planner.phrases import Phrase, Share
from aquatint.engines.composer.scene import FROM_LEFT, RANKED

MOST = 60
"""Single ones of which something can be said."""
ROW = 9
"""How many of which one is told by its place stand in a row."""


def shared_out(phrase: Phrase) -> list[Phrase]:
    """The phrase, or one for each colour where that is said of all its things.

    What is said of a few of them, or of one by its place, becomes theirs alone: they stay one group.
    """
    shares = list(_fitting(phrase))
    if phrase.mixed and not shares:
        _mix(phrase)
        return [phrase]
    told = sum(share.count for share in shares)
    if not shares:
        return [phrase]
    if told < phrase.count or any(share.rank or share.attributes for share in shares):
        _single_out(phrase, shares)
        return [phrase]
    parts = [replace(phrase, count=share.count, colour=share.colour, shares=[]) for share in shares[1:]]
    phrase.count, phrase.colour = shares[0].count, shares[0].colour
    return [phrase, *parts]


def colours_in_turn(number: int, *, pale: bool = False) -> list[str]:
    """So many colours that go well together, strong or pale ones."""
    data = table("words/colours")
    names: list[str] = data["assortment"]["pale" if pale else "names"]
    return [data["colours"][name] for name in names[: max(2, min(number, len(names)))]]


def _fitting(phrase: Phrase) -> Iterator[Share]:
    """The shares, of no more things in all than there are."""
    left = phrase.count
    for share in phrase.shares:
        if left > 0:
            yield replace(share, count=min(share.count, left))
            left -= share.count


def _mix(phrase: Phrase) -> None:
    for number in range(min(phrase.count, MOST)):
        phrase.singles[number] = Share(1, phrase.mixed[number % len(phrase.mixed)])


def _single_out(phrase: Phrase, shares: list[Share]) -> None:
    """Say of single ones what the shares say: of those whose place is told, then of others near the middle."""
    ranked = [share for share in shares if share.rank]
    for share in ranked:
        _say(phrase, number_of(share.rank, phrase.count), share)
    others = [share for share in shares if not share.rank]
    start = (phrase.count - sum(share.count for share in others)) // 2
    free = [number for number in range(phrase.count) if number not in phrase.singles]
    numbers = iter(free[start:] + free[:start])
    for share in others:
        for _ in range(share.count):
            _say(phrase, next(numbers, MOST), share)
    if ranked:
        phrase.attributes[RANKED] = FROM_LEFT
    if ranked and phrase.count <= ROW and phrase.target is None:
        phrase.attributes.setdefault("formation", "row")


def _say(phrase: Phrase, number: int, share: Share) -> None:
    if number >= min(phrase.count, MOST):
        return
    before = phrase.singles.get(number)
    if before is not None:
        share = replace(
            share, colour=share.colour or before.colour, attributes=before.attributes | share.attributes
        )
    phrase.singles[number] = share
