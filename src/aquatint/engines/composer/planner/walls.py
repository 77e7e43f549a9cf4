"""The walls of a room: their colour ("a living room with blue walls"), and what hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.planner.chains import LIVING
from aquatint.engines.composer.planner.ledger import Ledger
from aquatint.engines.composer.planner.phrases import Parse, Phrase, PlaceWord
from aquatint.engines.composer.planner.tags import Tag

_WALLS = frozenset({"wall", "walls", "wallpaper", "walled"})
_TILES = frozenset({"tiles", "tiling", "tiled", "wall tiles"})
_ON_WALL = frozenset({"on", "hanging from", "leaning on"})
_NEVER_HUNG = {*LIVING, "vehicles"}
LARGEST_HUNG = 1.2
"""Height in metres of the largest thing that hangs on a wall."""
_BETWEEN = 2
"""So many words may stand between the colour and the wall: "red brick walls"."""


def wall_colour(tags: Sequence[Tag], parse: Parse, backdrop: str, ledger: Ledger) -> str:
    """The colour that the text gives the walls of the room that is the backdrop, or "". Notes its words."""
    if not is_room(backdrop):
        return ""
    for index, tag in enumerate(tags):
        if tag.folded.rpartition(" ")[2] not in _WALLS and tag.folded not in _TILES:
            continue
        for at in range(index - 1, max(-1, index - 2 - _BETWEEN), -1):
            if (colour := tags[at].sense("colour")) is not None:
                ledger.note(at, tags[at].word, "drawn", overrule=True)
                # What the walls are made of is the room's own.
                plain = tag.folded in _WALLS and at == index - 1
                ledger.note(index, tag.word, "drawn" if plain else "approximated", overrule=True)
                return colour.value
            if tags[at].sense("noun") is not None or tags[at].kind != "word":
                break
    return _of_room(tags, parse, ledger)


def _of_room(tags: Sequence[Tag], parse: Parse, ledger: Ledger) -> str:
    """The colour that stands right before the word for a room."""
    for place in parse.places:
        before = tags[place.index - 1] if place.index else None
        colour = before.sense("colour") if before is not None and is_room(place.backdrop) else None
        if before is not None and colour is not None:
            ledger.note(place.index - 1, before.word, "drawn", overrule=True)
            return colour.value
    return ""


def is_room(backdrop: str) -> bool:
    """Whether the backdrop is a room with walls, seen as a whole or behind a table."""
    data = table("words/places")
    room = backdrop.removesuffix(" table")
    return room in data["tables"]["rooms"] or room in data["edges"]["painted"]


def hang_up(parse: Parse) -> None:
    """Let what is on a wall of a room hang there: "a guitar on the wall". Without a place it is a room.

    Furniture that is too large stands in the room.
    """
    walls = [phrase for phrase in parse.phrases if phrase.noun.key == "wall" and not phrase.colour]
    elsewhere = (place.backdrop for place in parse.places if not place.implied)
    outside = any(not is_room(backdrop) and backdrop not in ("table", "studio") for backdrop in elsewhere)
    if outside or not walls:
        return
    hung = [one for one in parse.phrases if one.target in walls and one.relation in _ON_WALL]
    if not hung or any(one.noun.group in _NEVER_HUNG for one in hung):
        return
    for one in hung:
        leaning = one.relation == "leaning on"
        one.relation, one.target = "", None
        if not leaning:
            _hang(one)
    parse.phrases[:] = [phrase for phrase in parse.phrases if phrase not in walls or _bears(phrase, parse)]
    if not parse.places:
        parse.places.append(PlaceWord("room", "wall", walls[0].index, near=False, preposition="in", implied=True))


def _hang(one: Phrase) -> None:
    """Furniture stands; of what is larger than a picture, a picture hangs."""
    if one.noun.group == "household" and one.noun.metres > LARGEST_HUNG:
        return
    one.attributes["pose"] = "hung"
    if one.noun.metres > LARGEST_HUNG:
        one.scale, one.near = max(0.3, LARGEST_HUNG / one.noun.metres), True


def _bears(wall: Phrase, parse: Parse) -> bool:
    return any(phrase.target is wall for phrase in parse.phrases)
