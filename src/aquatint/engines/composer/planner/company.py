"""Things said together share what one of them is on: "an apple next to a pear on a plate"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Phrase
from aquatint.engines.composer.planner.tags import Tag

_BESIDE = frozenset({"beside", "left of", "right of"})
NEAREST = 4
"""Words between two things of which one is "with" the other."""


def share_supports(phrases: Sequence[Phrase], tags: Sequence[Tag]) -> None:
    """Put what is beside or with a thing on the support that bears the thing, if it is such as bears company."""
    for before, phrase in itertools.pairwise(phrases):
        support = phrase.target
        if phrase.relation != "on" or support is None or not _bears_company(support) or before is support:
            continue
        if before.target is phrase and before.relation in _BESIDE:
            before.relation, before.target = "", None
            before.relate("on", support)
        elif not before.relation and _is_with(before, phrase, tags):
            before.relate("on", support)


def take_off_candles(phrases: Sequence[Phrase]) -> None:
    """A birthday cake on which candles are counted has no others."""
    bare = table("words/states")["candled"]
    for candle in phrases:
        cake = candle.target
        if candle.noun.key == "candle" and candle.counted and cake is not None and cake.noun.key in bare:
            cake.art = bare[cake.noun.key]


def _bears_company(support: Phrase) -> bool:
    return support.noun.role == "surface" or support.noun.key in table("words/counts")["supports"]["names"]


def _is_with(before: Phrase, phrase: Phrase, tags: Sequence[Tag]) -> bool:
    between = tags[before.index + 1 : phrase.index]
    return len(between) <= NEAREST and any(tag.folded == "with" for tag in between)
