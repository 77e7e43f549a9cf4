"""What the layout needs to know of things, and the sizes they get in a picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aquatint.engines.composer.layout.bearing import Anchors, NoAnchors
from aquatint.engines.composer.layout.settled import planned_scale
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Camera, Item

Role = Literal["stands", "lies", "hangs", "flies", "swims", "sky", "surface", "backdrop"]
Facing = Literal["left", "right", "front"]
Kind = Literal["ground", "air", "water", "sky", "hangs", "strewn"]
"""How the layout treats an item, after role, pose and floor are known."""

ALONE, TOGETHER = 0.54, 0.47
"""Height of the subject in shorter sides, alone and in company."""
WIDE_POWER = 0.7
"""Heights of wide subjects go down with this power of width by height."""
SLENDER = 1.12
"""Narrow things may be this much taller."""
LARGEST = 0.66
"""No standing thing is taller than this many shorter sides."""
SMALLEST_RATIO, LARGEST_RATIO = 0.3, 1.9
"""Heights of other things as multiples of the subject's, after compression."""
POWER = 0.55
"""Real ratios of size are raised to this power at most, so that a cat and a house both read."""
ZOOM: dict[Camera, float] = {"eye": 1.0, "close": 1.3, "wide": 0.66, "low": 1.08, "aerial": 0.6}
SKY_SIZE, SKY_METRES = 0.17, 2.0
"""Height of a sun, moon or cloud in shorter sides: real sizes mean little there. The lexicon gives a sun so many
metres; what it gives more (a rainbow, a comet) is drawn larger."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What other rooms know of an item: width by height, real height in metres, how it is in the world."""

    aspect: Callable[[Item], float]
    metres: Callable[[Item], float]
    role: Callable[[Item], Role]
    facing: Callable[[Item], Facing] = lambda item: "left"
    anchors: Anchors = NoAnchors(lambda item: 1.0)  # noqa: RUF009 - it has no state

    def mirrored(self, one: Placement) -> Placement:
        """The layout wants ``flip`` to mean "looks to the right"; other art is mirrored accordingly."""
        looks = self.facing(one.item)
        if looks == "left":
            return one
        return replace(one, flip=looks == "right" and not one.flip)

    def kind(self, item: Item, stage: Stage) -> Kind:
        """How the item is laid out on that stage."""
        if item.spread:
            return "strewn"
        role, floor = self.role(item), stage.floor
        if role == "sky":
            return "sky" if floor != "table" else "ground"
        if floor == "air" or item.attributes.get("pose") in ("flying", "floating", "riding a broom"):
            return "air"
        if role == "swims" and (floor == "water" or stage.water is not None):
            return "water"
        if floor == "table":
            return "ground"
        if role == "hangs":
            return "hangs"
        return "air" if role == "flies" else "ground"


SCALE_POWER = 0.85
"""Heights go with this power of `Item.scale`."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Turns real sizes into heights in pixels, for one scene."""

    measures: Measures
    stage: Stage
    metre: float
    """Real height of the subject."""
    base: float
    """Its height in pixels."""
    power: float

    @property
    def short(self) -> float:
        """The shorter side in pixels."""
        return 1000 * self.stage.unit

    def height(self, item: Item) -> float:
        """Height in pixels of an item at the middle of the ground, with the scale it was planned with."""
        scale = planned_scale(item)
        if self.measures.role(item) == "sky":
            grand = min(3.2, max(0.6, (self.measures.metres(item) / SKY_METRES) ** 0.65))
            return float(grand * SKY_SIZE * self.short * scale / max(1.0, self.measures.aspect(item)) ** 0.35)
        ratio = max(1e-3, self.measures.metres(item)) / self.metre
        tall = self.base * ratio**self.power * scale**SCALE_POWER
        widest = 0.8 * self.stage.size.width / max(0.05, self.measures.aspect(item))
        return float(min(tall, widest, 0.8 * self.stage.size.height))


def ruler(items: Sequence[Item], measures: Measures, stage: Stage, camera: Camera) -> Ruler:
    """The ruler of a scene: its subject (the first item) decides, the others follow by compressed ratios."""
    short = 1000 * stage.unit
    solid = [item for item in items if measures.role(item) != "sky" and not item.spread]
    if not solid:
        return Ruler(measures, stage, 1.0, TOGETHER * short, POWER)
    subject = solid[0]
    metre = max(1e-3, measures.metres(subject))
    ratios = [max(1e-3, measures.metres(item)) / metre for item in solid]
    power = _power(min(ratios), max(ratios))
    share = ALONE if len(solid) == 1 and subject.count == 1 else TOGETHER
    slender = SLENDER if measures.aspect(subject) < 0.6 else 1.0
    base = slender * share * short / max(1.0, measures.aspect(subject)) ** WIDE_POWER
    base = min(base * ZOOM[camera], LARGEST * short / max(1.0, max(ratios) ** power))
    return Ruler(measures, stage, metre, base, power)


def _power(smallest: float, largest: float) -> float:
    """The compression that keeps every ratio between `SMALLEST_RATIO` and `LARGEST_RATIO`."""
    power = POWER
    if largest > 1:
        power = min(power, math.log(LARGEST_RATIO) / math.log(largest))
    if smallest < 1:
        power = min(power, math.log(SMALLEST_RATIO) / math.log(smallest))
    return power
