"""Where people of a calling are when the text names no place: a judge in a courtroom, a goalkeeper on a pitch."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from aquatint.engines.composer.lexicon.inflect import plurals
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.lexicon.vocabulary import entry_key
from aquatint.engines.composer.planner.phrases import Phrase

_MANY = 3
"""How many kinds of people of different haunts are in none: a nurse, a firefighter and a judge."""
_CARRIED = frozenset({"holding", "wearing"})
_GROUNDS = frozenset({"meadow", "garden", "street", "city", "studio", "room", "table", "sky", ""})
"""Homes of things that may be in any place."""
_WATERS = frozenset({"sea", "underwater", "lake", "river", "beach"})
_LARGE, _SMALL = 1.0, 0.5
"""Metres from which a thing is in no room where it does not belong, and an animal of the woods in no place."""


@functools.cache
def _places(kind: str) -> Mapping[str, str]:
    """The haunt of each word of a table, and of its plurals."""
    rows = table("words/haunts")[kind].items()
    found = {form: place for place, words in rows for word in words for form in plurals(word)}
    return found | {word: place for place, words in rows for word in words}


def haunt(phrases: Sequence[Phrase]) -> str:
    """The place of those who are at work or at play, or "" where nobody is or something tells of another place."""
    people = [phrase for phrase in phrases if phrase.noun.group == "people"]
    callings = [found for phrase in people if (found := _of_calling(phrase))]
    if not callings and people:
        callings = [found for phrase in phrases if (found := _places("tools").get(phrase.noun.key, ""))][:1]
    if not callings or (len(set(callings)) > 1 and len(people) >= _MANY):
        return ""
    place = callings[0]
    return "" if any(_tells_of_another(phrase, place) for phrase in phrases) else place


def _of_calling(phrase: Phrase) -> str:
    places = _places("callings")
    return places.get(entry_key(phrase.word)) or places.get(phrase.noun.key, "")


def _tells_of_another(phrase: Phrase, place: str) -> bool:
    """Whether a thing or an animal cannot well be in that place: a horse in a kitchen, a bed in a stadium."""
    noun, indoors = phrase.noun, _is_indoors(place)
    aloft = noun.role in ("flies", "sky") and not (indoors and noun.metres > _LARGE)
    held = noun.group in table("words/haunts")["holds"].get(place, ())
    if noun.group == "people" or phrase.relation in _CARRIED or noun.home == place or aloft or held:
        return False
    elsewhere = noun.home not in _GROUNDS
    if noun.group == "buildings" or (noun.group in ("vehicles", "plants") and indoors):
        return noun.metres > _LARGE
    if noun.group == "animals":
        return noun.metres > _LARGE or (elsewhere and noun.metres > _SMALL) or noun.home in _WATERS
    furniture = noun.home == "room" and noun.key in table("words/postures")["furniture"]["names"]
    return (furniture and not indoors) or (elsewhere and noun.metres > _LARGE)


def _is_indoors(place: str) -> bool:
    data = table("words/places")
    return place in data["edges"]["indoors"] or place in data["tables"]["rooms"]


def stand_alone(phrases: Sequence[Phrase], backdrop: str) -> bool:
    """Whether only people, and what they carry, are in a room that no words ask for."""
    people = any(phrase.noun.group == "people" for phrase in phrases)
    alone = all(phrase.noun.group == "people" or phrase.relation in _CARRIED for phrase in phrases)
    return people and alone and _is_indoors(backdrop)
