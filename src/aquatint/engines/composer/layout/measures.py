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

ALONE, TOGETHER, BEFORE_LANDMARK = 0.6, 0.52, 0.47
"""Height of the subject in shorter sides: alone, in company, and alone before something large."""
WIDE_POWER = 0.62
"""Heights of wide subjects go down with this power of width by height."""
SLENDER, SLIM = 1.2, 0.6
"""Things narrower than the second number (width by height) may be so much taller."""
ELONGATED = 0.24
"""Pictures much higher than wide give the subject more height: this power of long by short side."""
WIDEST = 0.8
"""No subject is wider than this share of the picture, before the camera comes closer."""
LARGEST = 0.74
"""Nothing in the main row is taller than this many shorter sides."""
LOOMING = 0.88
"""The same seen from below."""
SMALLEST_RATIO, LARGEST_RATIO, LANDMARK_RATIO = 0.24, 1.6, 2.0
"""Heights of other things as multiples of the subject's, after compression; the last one for landmarks."""
GIANT, GIANT_RATIO = 5.0, 2.6
"""Things more than so many times as tall as the subject are giants, and drawn up to so many times as tall."""
TINIEST_RATIO = 0.13
"""Height of what lies on or in another thing as a multiple of the subject's: seen, if not real."""
PROMINENT_RATIO = 0.52
"""Height of what the picture is of beside the large thing by which it stands."""
POWER = 0.64
"""Real ratios of size are raised to this power at most, so that a cat and a house both read."""
ZOOM: dict[Camera, float] = {"eye": 1.0, "close": 1.3, "wide": 0.6, "low": 1.22, "aerial": 0.62}
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
    far: frozenset[str] = frozenset()
    """Ids of what stands behind all others: large things far away."""
    prominent: str = ""
    """The id of what must not vanish beside the large thing by which it stands."""

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
        most = LANDMARK_RATIO if item.id in self.far else largest_ratio(ratio)
        least = PROMINENT_RATIO if item.id == self.prominent else TINIEST_RATIO
        times = max(least, min(ratio**self.power, most))
        tall = self.base * times * scale**SCALE_POWER
        widest = 0.86 * self.stage.size.width / max(0.05, self.measures.aspect(item))
        return float(min(tall, widest, 0.86 * self.stage.size.height))


def ruler(
    items: Sequence[Item], measures: Measures, stage: Stage, camera: Camera, subject: Item | None = None,
    far: frozenset[str] = frozenset(), burden: float = 0.0, prominent: str = "",
) -> Ruler:  # fmt: skip
    """The ruler of a scene: its subject decides, the others follow by compressed ratios.

    ``items`` have places of their own. The subject is the first of them unless it is given; ``far`` are the ids of
    what stands behind all others and makes nobody smaller; ``burden`` says how many heights of the subject lie on
    top of it, ``prominent`` is the id of what must not vanish beside its host.
    """
    short = 1000 * stage.unit
    solid = [item for item in items if measures.role(item) != "sky" and not item.spread]
    if not solid:
        return Ruler(measures, stage, 1.0, TOGETHER * short, POWER, far)
    subject = subject if subject in solid else solid[0]
    metre = max(1e-3, measures.metres(subject))
    ratios = [max(1e-3, measures.metres(item)) / metre for item in solid if item.id not in far]
    power = _power(min(ratios, default=1.0), max(ratios, default=1.0))
    alone = subject.count == 1 and all(item.id in far or item is subject for item in solid)
    share = TOGETHER if not alone else BEFORE_LANDMARK if far else ALONE
    base = share * short * _shape(measures.aspect(subject), stage)
    base = min(base, WIDEST * stage.size.width / max(0.05, measures.aspect(subject)))
    base /= 1 + burden / max(1.0, measures.aspect(subject)) ** 0.7
    limit = (LOOMING if camera == "low" else LARGEST) * short * max(1.0, (stage.size.height / short) ** ELONGATED)
    largest = max(ratios, default=1.0)
    base = min(base * ZOOM[camera], limit / max(1.0, min(largest_ratio(largest), largest**power)))
    return Ruler(measures, stage, metre, float(base), power, far, prominent)


def _shape(aspect: float, stage: Stage) -> float:
    """The factor on a subject's height that its width by height asks for."""
    tall = stage.size.height / (1000 * stage.unit)
    slender = SLENDER if aspect < SLIM else 1.0
    return float(slender * tall**ELONGATED / max(1.0, aspect) ** WIDE_POWER)


def largest_ratio(ratio: float) -> float:
    """How many times taller than the subject a thing of a real ratio may be drawn: an elephant beside a mouse."""
    grown = math.log(max(1.0, ratio) / GIANT) / math.log(GIANT)
    return LARGEST_RATIO + (GIANT_RATIO - LARGEST_RATIO) * min(1.0, max(0.0, grown))


def _power(smallest: float, largest: float) -> float:
    """The compression that keeps every ratio between `SMALLEST_RATIO` and `largest_ratio`."""
    power = POWER
    if largest > 1:
        power = min(power, math.log(largest_ratio(largest)) / math.log(largest))
    if smallest < 1:
        power = min(power, math.log(SMALLEST_RATIO) / math.log(smallest))
    return power
