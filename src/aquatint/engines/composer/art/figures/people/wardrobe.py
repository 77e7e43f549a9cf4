"""What a person wears: the calling's clothes, the words of the prompt over them, chance for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from aquatint.engines.composer.art.figures.people.roles import Garb, Role, looks
from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, shift

HEX = re.compile(r"#[0-9a-f]{6}")
CASUAL = (
    ("tee", 0.0, "trousers"),
    ("shirt", 0.0, "trousers"),
    ("sweater", 0.0, "trousers"),
    ("jacket", 0.0, "trousers"),
)
CASUAL_WOMAN = (*CASUAL, ("dress", 0.5, "tights"), ("dress", 0.68, "tights"), ("skirt", 0.42, "tights"))
CASUAL_CHILD = (("tee", 0.0, "shorts"), ("tee", 0.0, "trousers"), ("sweater", 0.0, "trousers"))
LONG = 0.7
"""A man has a suit where a woman would have a dress that reaches down so far."""
PATTERNS = {
    "stripes": "stripes", "striped": "stripes", "dots": "dots", "dotted": "dots", "spotted": "dots",
    "polka dot": "dots",    "polka dots": "dots", "plaid": "plaid", "checkered": "plaid", "tartan": "plaid",
}  # fmt: skip
"""Words for patterns of cloth."""


@dataclass(frozen=True, slots=True)
class Outfit:
    """Clothes with their colours."""

    cut: str
    hem: float
    main: Colour
    accent: Colour
    trim: Colour
    bottom: str
    bottom_colour: Colour
    shoes: Colour
    boots: bool
    hat: str
    hat_colour: Colour
    pattern: str
    worn: tuple[str, ...]
    socks: bool = False
    sock_colour: Colour | None = None
    glove_colour: Colour | None = None


def choose_outfit(
    role: Role, sex: str, age: str, attributes: Mapping[str, str], colour: Colour | None, chance: Chance
) -> Outfit:
    """The clothes of the role, changed by the words "clothes", "clothes colour" and "<garment> colour"."""
    cut, hem, bottom = _garment(role, sex, age, chance)
    main = colour or Colour.of(chance.fork("colour").choice(looks().everyday if role.casual else role.main))
    below = chance.fork("bottom").choice(looks().trousers) if role.casual else role.bottom_colour
    outfit = Outfit(
        cut=cut,
        hem=hem,
        main=main,
        accent=Colour.of(role.accent),
        trim=Colour.of(role.trim) if role.trim else shift(main, lightness=-0.14),
        bottom=bottom,
        bottom_colour=shift(main, lightness=-0.03) if role.matching else Colour.of(below),
        shoes=Colour.of(role.shoes),
        boots=role.boots,
        hat=role.hat,
        hat_colour=Colour.of(role.hat_colour) if role.hat_colour else main,
        pattern=role.pattern or (chance.fork("pattern").choice(looks().patterns) if role.casual else ""),
        worn=role.worn,
        socks=role.socks,
    )
    for word in _words(attributes.get("clothes", "")):
        garb = looks().clothes[word]
        outfit = _dressed(outfit, garb)
        if garb.colour:
            outfit = _painted(outfit, garb.paints, garb.colour, role.matching)
    if attributes.get("bareheaded"):
        outfit = replace(outfit, hat="")
    return _coloured(outfit, attributes, role.matching)


def is_accessory(word: str) -> bool:
    """Whether a word names something that is worn besides other clothes: a hat, a scarf, glasses."""
    garb = looks().clothes.get(word)
    return garb is not None and not garb.cut and bool(garb.hat or garb.worn)


def is_headwear(word: str) -> bool:
    """Whether a word names something that is worn on the head."""
    garb = looks().clothes.get(word)
    return garb is not None and not garb.cut and bool(garb.hat)


def _words(said: str) -> list[str]:
    """The garments that a text names: "coat, red scarf" is not split further than at its commas."""
    return [word for word in (part.strip() for part in said.split(",")) if word in looks().clothes]


def _garment(role: Role, sex: str, age: str, chance: Chance) -> tuple[str, float, str]:
    if not role.casual:
        if sex == "man" and role.cut in {"dress", "tutu"}:
            return ("suit" if role.hem > LONG else "shirt"), 0.0, "trousers"
        dressed = role.cut in {"dress", "tutu"} and role.bottom == "trousers"
        return role.cut, role.hem, "tights" if dressed else role.bottom
    choices = CASUAL_WOMAN if sex == "woman" else CASUAL
    cut, hem, bottom = chance.fork("cut").choice(choices)
    if age in {"child", "toddler"} and cut in {"jacket", "shirt"}:
        return chance.fork("small cut").choice(CASUAL_CHILD)
    return cut, hem, bottom


def _dressed(outfit: Outfit, garb: Garb) -> Outfit:
    """The outfit with one more garment put on."""
    changed = replace(
        outfit,
        worn=(*outfit.worn, *(one for one in garb.worn if one not in outfit.worn)),
        hat=garb.hat or outfit.hat,
        boots=outfit.boots if garb.boots is None else garb.boots,
        bottom=garb.bottom or outfit.bottom,
        socks=outfit.socks or garb.socks,
    )
    if not garb.cut:
        return changed
    legs = garb.bottom or ("tights" if garb.cut in {"dress", "skirt"} else "trousers")
    return replace(changed, cut=garb.cut, hem=garb.hem, bottom=legs, pattern="")


def _coloured(outfit: Outfit, attributes: Mapping[str, str], matching: bool) -> Outfit:
    """Colours said of single garments ("hat colour"), and "clothes colour" for the last garment that was named."""
    named = _words(attributes.get("clothes", ""))
    said = {
        name.removesuffix(" colour"): value
        for name, value in attributes.items()
        if name.endswith(" colour") and HEX.fullmatch(value)
    }
    general = said.pop("clothes", "")
    if general:
        outfit = _painted(outfit, looks().clothes[named[0]].paints if named else "main", general, matching)
    for word, value in said.items():
        if word in looks().clothes:
            outfit = _painted(outfit, looks().clothes[word].paints, value, matching)
    pattern = PATTERNS.get(attributes.get("pattern", "") or attributes.get("material", ""), "")
    return replace(outfit, pattern=pattern) if pattern else outfit


def _painted(outfit: Outfit, what: str, value: str, matching: bool) -> Outfit:
    colour = Colour.of(value)
    match what:
        case "accent":
            return replace(outfit, accent=colour)
        case "trim":
            return replace(outfit, trim=colour)
        case "hat":
            return replace(outfit, hat_colour=colour)
        case "bottom":
            return replace(outfit, bottom_colour=colour)
        case "shoes":
            return replace(outfit, shoes=colour)
        case "socks":
            return replace(outfit, sock_colour=colour)
        case "gloves":
            return replace(outfit, glove_colour=colour)
        case "skirt":
            return replace(outfit, bottom_colour=colour) if outfit.cut == "skirt" else replace(outfit, main=colour)
    below = shift(colour, lightness=-0.03) if matching else outfit.bottom_colour
    hat = colour if outfit.hat == "hood" else outfit.hat_colour
    return replace(outfit, main=colour, bottom_colour=below, hat_colour=hat)
