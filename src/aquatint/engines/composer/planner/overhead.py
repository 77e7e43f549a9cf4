"""Views from the air: the place as it is seen straight from above, if what is in it can be seen so too."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.nouns import WATER_POSES
from aquatint.engines.composer.lexicon.states import place_shows_besides
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.phrases import Parse, Phrase

_FLAT = 0.8
"""Height in metres of the largest things that lie on a table."""
_IN_HAND = frozenset({"foods", "things", "household", "crafted", "plants"})
_LOOSE = frozenset({"", "running", "floating", "diving", "playing"})
"""Poses of those in the water that are strokes there."""


def seen_from_above(backdrop: str, parse: Parse) -> str:
    """The backdrop that shows a place from straight above; itself where none does, or where things stand in it.

    Drawings of people, houses and animals are seen from the side, and stand on no map.
    """
    data = table("words/places")
    words = [data["above_words"].get(place.word.lower().rpartition(" ")[2], "") for place in parse.places]
    above = str(next(filter(None, words), "") or data["above"].get(backdrop, ""))
    if not above or not all(_fits(phrase, above) for phrase in parse.phrases):
        return backdrop
    if above in data["edges"]["afloat"]:
        _let_swim(parse.phrases)
    return above


def _fits(phrase: Phrase, above: str) -> bool:
    noun = phrase.noun
    if place_shows_besides(above, noun.key) or noun.role == "sky":
        return True
    afloat = above in table("words/places")["edges"]["afloat"]
    if noun.group == "people":
        return afloat and phrase.attributes.get("pose", "") in _LOOSE | WATER_POSES
    on_top = above in table("words/places")["edges"]["tabletops"]
    small = on_top and noun.group in _IN_HAND and noun.metres <= _FLAT
    return small or (afloat and noun.role == "swims")


def _let_swim(phrases: Sequence[Phrase]) -> None:
    for phrase in phrases:
        if phrase.noun.group == "people":
            phrase.attributes["pose"] = "swimming"
