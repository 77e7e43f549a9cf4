"""What a drawing bears out by itself: a burning candle, the steam of a coffee, the stripes of a zebra."""

from __future__ import annotations

from aquatint.engines.composer.lexicon.nouns import Noun
from aquatint.engines.composer.lexicon.tables import table


def _named(entries: tuple[str, ...], noun: Noun) -> bool:
    return noun.key in entries or f"*{noun.group}" in entries


def shows_state(noun: Noun, word: str) -> bool:
    """Whether the noun's drawing is as the folded adjective says."""
    return _named(tuple(table("words/states")["shown"].get(word, ())), noun)


def drawing_of(noun: Noun, word: str) -> str:
    """The drawing of the noun in the state that the folded word names, or "" where it has none."""
    return str(table("words/states")["drawings"].get(word, {}).get(noun.key, ""))


def place_shows_state(backdrop: str, word: str) -> bool:
    """Whether the backdrop is as the folded adjective says."""
    return f"@{backdrop}" in table("words/states")["shown"].get(word, ())


def shows_besides(noun: Noun, word: str) -> bool:
    """Whether the noun's drawing also shows the thing or part that the folded word names."""
    return _named(tuple(table("words/states")["besides"].get(word, ())), noun)


def place_shows_besides(backdrop: str, word: str) -> bool:
    """Whether the backdrop also shows the thing that the folded word names."""
    return f"@{backdrop}" in table("words/states")["besides"].get(word, ())
