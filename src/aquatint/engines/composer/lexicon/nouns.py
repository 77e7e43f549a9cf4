"""The nouns that can be drawn: what draws them, how big they really are, how they stand in a scene."""

from __future__ import annotations

import functools
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from aquatint.engines.composer.lexicon.tables import noun_tables
from aquatint.engines.composer.scene import Item

Role = Literal["stands", "lies", "hangs", "flies", "swims", "sky", "surface", "backdrop"]
"""How a thing is placed: on its foot, flat on a surface, from above, in the air, in water, in the sky far away,
covering ground or water, or drawn by the backdrop itself."""
Facing = Literal["left", "right", "front"]


class Noun(Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """One sense of a noun."""

    key: str = ""
    """The name by which scenes refer to it."""
    art: str
    """What draws it, see `art.find`; "" for things drawn by the backdrop."""
    metres: Annotated[float, Meta(gt=0, le=2_000_000)]
    """Real height (as the art shows the thing) in metres."""
    role: Role = "stands"
    facing: Facing = "front"
    """Where the art looks before it is mirrored."""
    home: str = ""
    """The backdrop it belongs to when the prompt names no place."""
    group: str = ""
    """The file it comes from: "animals", "foods"..."""
    also: tuple[str, ...] = ()
    """Synonyms, young and female forms: drawn as themselves."""
    like: tuple[str, ...] = ()
    """Kinds of it, or things close to it: drawn as this, and reported as approximated."""
    plural: tuple[str, ...] | None = None
    """Plural forms of the key, when English has others than `inflect` makes; empty for none."""
    colours: dict[str, str] = {}
    """Art for colours that nature has: {"green": "noto:green-apple"}; "" keeps the art as it is."""
    views: dict[str, str] = {}
    """Art for what the usual art cannot show: a pose, a formation, a state, or the thing without another one
    that is told besides: {"sleeping": "own:dragon-curled", "without birthday candle": "own:birthday-cake"}."""
    tint: Annotated[str, Meta(pattern=r"^(#[0-9a-f]{6})?$")] = ""
    """Colour that makes the art of a kin look like this: a golden retriever is a golden dog."""
    vessels: tuple[str, ...] = ()
    """Containers that the art shows already: a "bowl" of ramen."""
    shows: tuple[str, ...] = ()
    """Other things that the art shows already: a sofa with its lamp."""
    scenic: bool = False
    """Whether the backdrop of the same word shows it better than its art, where there is a backdrop."""
    verb: bool = False
    """Whether the word is a common verb too ("watch"), so that it needs the place of a noun."""
    time: str = ""
    """Time of day that it asks for: a moon asks for night."""
    near: bool = False
    """Whether even the key is drawn only as something close to it, and reported as approximated."""
    depicts: bool = False
    """Whether it is of something else when a noun stands before it: "a dragon statue" is first of all a dragon."""
    part: bool = False
    """Whether it is usually a part of something: a door of "a house with a red door"."""


def _rows(group: str, content: dict[str, Any]) -> list[Noun]:
    defaults = content.get("defaults", {})
    rows = ({**defaults, **row, "key": key, "group": group} for key, row in content["nouns"].items())
    return [msgspec.convert(row, Noun) for row in rows]


@functools.cache
def nouns() -> dict[str, Noun]:
    """Every noun by its key. Raises ValueError when two files define the same key."""
    found: dict[str, Noun] = {}
    for group, content in noun_tables():
        for noun in _rows(group, content):
            if noun.key in found:
                raise ValueError(f"The noun {noun.key!r} is defined in {found[noun.key].group} and in {group}")
            found[noun.key] = noun
    return found


def find_noun(key: str) -> Noun | None:
    """The noun of that key."""
    return nouns().get(key)


UPRIGHT, UPRIGHT_POWER = 1.3, 0.2
"""Height of a storybook beast of which the animal is a metre tall, and how much others differ from that."""
FLYING_POSES = frozenset({"flying", "floating", "hovering", "soaring", "riding a broom"})
WATER_POSES = frozenset({"swimming"})


def role(item: Item) -> Role:
    """How the item is placed. What the prompt lets fly or swim does so; unknown nouns stand."""
    if item.attributes.get("pose") in FLYING_POSES:
        return "flies"
    if item.attributes.get("pose") in WATER_POSES:
        return "swims"
    noun = find_noun(item.noun)
    return noun.role if noun and not item.art.startswith("beast:") else "stands"


def metres(item: Item) -> float:
    """Real height of the item's natural size in metres; 1 for unknown nouns. Children are shorter than adults."""
    noun = find_noun(item.noun)
    tall = noun.metres if noun else 1.0
    # Storybook beasts are of one size, or nearly so.
    return UPRIGHT * float(tall**UPRIGHT_POWER) if item.art.startswith("beast:") else tall


def facing(item: Item) -> Facing:
    """Where the item's art looks before it is mirrored."""
    noun = find_noun(item.noun)
    return noun.facing if noun else "front"
