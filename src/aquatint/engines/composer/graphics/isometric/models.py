"""The models of isometric pictures: solids for nouns, from ``data/models-*.toml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aquatint.engines.composer.drawing.chance import Chance
from aquatint.engines.composer.drawing.colour import Colour, mix
from aquatint.engines.composer.graphics.cues import data
from aquatint.engines.composer.graphics.isometric.order import back_to_front
from aquatint.engines.composer.graphics.isometric.parts import Part, read, turned
from aquatint.engines.composer.graphics.isometric.solids import Coat
from aquatint.engines.composer.scene import NATURAL_COLOUR, Item

SHEETS = ("models-home", "models-life", "models-town", "models-land")
SNOW = Colour.of("#f3f7fa")
AUTUMN = ("#d9822b", "#c2562d", "#e0a83a")


@dataclass(frozen=True, slots=True)
class Model:
    """A thing made of solids, its front towards the lower left."""

    name: str
    width: float
    depth: float
    """Footprint along x and y, in metres."""
    height: float
    at: str
    """Where it stands in a room; "" for things of the open air."""
    entry: Mapping[str, Any] = field(hash=False, compare=False)

    @property
    def top(self) -> float | None:
        """Height of the surface on which other things may stand, if it has one."""
        return self.entry.get("top")

    def flag(self, name: str) -> bool:
        """Whether the row of the model says so: "building", "tree", "vehicle", "afloat", "flat"."""
        return bool(self.entry.get(name))

    def footprint(self, quarter: int) -> tuple[float, float]:
        """Extent along x and y once it was turned."""
        return (self.width, self.depth) if quarter % 2 == 0 else (self.depth, self.width)

    def parts(self, quarter: int) -> tuple[Part, ...]:
        """Its parts from back to front, turned to face: 0 the lower left, 1 the lower right, 2 and 3 away."""
        return _parts(self.name, quarter)


@functools.cache
def catalogue() -> dict[str, Model]:
    """All models by their names."""
    return {name: _model(name, entry) for sheet in SHEETS for name, entry in data(sheet).items()}


def _model(name: str, entry: Mapping[str, Any]) -> Model:
    width, depth = entry["size"]
    height = max(part.high[2] for part in read(entry["rows"]) if part.kind != "glow")
    return Model(name, width, depth, height, entry.get("at", ""), entry)


@functools.cache
def _parts(name: str, quarter: int) -> tuple[Part, ...]:
    model = catalogue()[name]
    parts = [turned(part, quarter, model.width, model.depth) for part in read(model.entry["rows"])]
    if quarter in (0, 1):
        return tuple(parts)
    parts.reverse()
    glows = [part for part in parts if part.kind == "glow"]
    solid = [part for part in parts if part.kind != "glow"]
    order = back_to_front([(part.low, part.high) for part in solid])
    return (*(solid[i] for i in order), *glows)


@functools.cache
def _by_noun() -> dict[str, str]:
    return {noun: name for name, model in catalogue().items() for noun in model.entry["nouns"]}


def find_model(noun: str, word: str = "") -> Model | None:
    """The model that stands for the prompt's own word, else for a noun of the lexicon."""
    names = _by_noun()
    word = word.lower()
    for each in (word, word.removesuffix("es"), word.removesuffix("s"), noun):
        if each in names:
            return catalogue()[names[each]]
    return None


def model_of(item: Item) -> Model | None:
    """The model of an item of a scene. Hobbies of people are not told by it: whoever it is, it stands."""
    found = find_model(item.noun, item.word)
    if found is None and item.art.startswith("person"):
        return catalogue()["person"]
    return found


def coat_of(model: Model, item: Item, chance: Chance, *, autumn: bool, snow: bool) -> Coat:
    """The colours of one thing: the one that was asked, else by chance among those of the model."""
    own: dict[str, Colour] = {}
    for role in ("main", "second"):
        if choices := model.entry.get(role):
            own[role] = Colour.of(chance.fork(role).choice(choices))
    if natural := model.entry.get("colours", {}).get(item.noun):
        own["main"] = Colour.of(natural)
    if snow and model.flag("building") and "second" in own:
        own["second"] = mix(own["second"], SNOW, 0.86)
    if snow and model.flag("tree"):
        own["main"] = mix(own["main"], SNOW, 0.4)
    if model.entry.get("life") == "person":
        own |= _person(item, chance)
    if autumn and model.flag("turns"):
        own["main"] = Colour.of(chance.fork("leaves").choice(AUTUMN))
    if colour := item.colour or item.attributes.get(NATURAL_COLOUR, ""):
        own["main"] = Colour.of(colour)
    return Coat(own, chance.fork("lights"))


def _person(item: Item, chance: Chance) -> dict[str, Colour]:
    life = data("models")["life"]
    own = {role: Colour.of(chance.fork(role).choice(life[role])) for role in ("skin", "hair", "main", "trousers")}
    if coat := life["coats"].get(item.noun):
        own["main"] = Colour.of(coat)
    return own


def floats(noun: str) -> bool:
    """Whether the thing belongs on water where there is any."""
    return noun in data("models")["places"]["afloat"]
