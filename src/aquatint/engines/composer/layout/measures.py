"""What the layout needs to know of things, and the sizes they get in a picture."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from aquatint.engines.composer.layout.bearing import Anchors, NoAnchors
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.proportion import compressed, height_of, side
from aquatint.engines.composer.layout.settled import planned_count, planned_scale
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Camera, Item

Role = Literal["stands", "lies", "hangs", "flies", "swims", "sky", "surface", "backdrop"]
Facing = Literal["left", "right", "front"]
Kind = Literal["ground", "air", "water", "sky", "hangs", "strewn"]
"""How the layout treats an item, after role, pose and floor are known."""

ALONE, BEARING, TOGETHER, BEFORE_LANDMARK, COMPANY = 0.6, 0.74, 0.52, 0.4, 0.37
"""Height of the hero in shorter sides: alone, with others on it, in company, before something large, and where the
picture is of the large thing that it stands before."""
SLIGHTEST, SLIGHT_POWER = 0.62, 0.25
"""How much smaller a small thing is before a large one than somebody would be: a gull before a lighthouse."""
WIDE_POWER = 0.62
"""Heights of wide subjects go down with this power of width by height."""
SLENDER, SLIM = 1.2, 0.6
"""Things narrower than the second number (width by height) may be so much taller."""
ELONGATED = 0.24
"""Pictures much higher than wide give the subject more height: this power of long by short side."""
WIDEST = 0.8
"""Nothing in the main row is wider than this share of the picture, before the camera comes closer."""
LOW = 2.4
"""What is so wide (by its height) becomes smaller for what is on it only where that would not fit in."""
LONG, MOST_NARROWED = 3.0, 1.25
"""Wider than so many heights, a thing that is too wide makes the others smaller by no more than the second number:
beyond, only it becomes smaller."""
LARGEST = 0.74
"""Nothing in the main row is taller than this many shorter sides."""
LOOMING = 0.88
"""The same seen from below."""
LEAST = 0.085
"""Nothing is smaller than a square of this many shorter sides: it could not be read."""
HEAPS, HEAPED, LARGEST_HEAP = frozenset({"pyramid", "stack", "pile", "heap"}), 0.4, 16
"""In these formations things are so much smaller: their number, up to the last one, to this power."""
MOST_RATIO, LANDMARK_RATIO = 3.0, 2.8
"""How many times as large as the hero other things are drawn at the most; the last one for landmarks."""
TALLEST_FAR = 0.62
"""Height of landmarks at the most, in heights of the picture."""
POWER = 0.64
"""Real ratios of two things beside each other, raised to this power, are about those in which they are drawn."""
ZOOM: dict[Camera, float] = {"eye": 1.0, "close": 1.3, "wide": 0.6, "low": 1.22, "aerial": 0.62}
ON_TABLE, TOY_POWER = 0.4, 0.16
"""What is taller than so many metres is on a table in another size: its own one, raised to this power."""
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

    def side(self, item: Item) -> float:
        """The real size of an item's natural form: the side of a square as large as it, in metres."""
        return side(max(1e-3, self.metres(item)), self.aspect(item))

    def on(self, stage: Stage) -> Measures:
        """The measures of things on that stage: on a table a cactus is a small one, and an elephant a toy."""
        if stage.floor != "table":
            return self
        metres = self.metres
        return replace(self, metres=lambda item: _for_table(metres(item)))

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
            return "sky" if floor != "table" or stage.outlook else "ground"
        if floor == "air" or item.attributes.get("pose") in ("flying", "floating", "riding a broom"):
            return "air"
        if role == "swims" and (floor == "water" or stage.water is not None):
            return "water"
        hanging = item.attributes.get("pose") in ("hanging", "hung")
        if floor == "table" and not (hanging and stage.perch):
            return "ground"
        if role == "hangs" or hanging:
            return "hangs"
        return "air" if role == "flies" else "ground"


SCALE_POWER = 0.85
"""Heights go with this power of `Item.scale`."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Turns real sizes into heights in pixels, for one scene."""

    measures: Measures
    stage: Stage
    hero: float
    """The hero's real size: the `side` of it, in metres."""
    base: float
    """The `side` of it in the picture, in pixels at the middle of the ground."""
    far: frozenset[str] = frozenset()
    """Ids of what stands behind all others: large things far away."""
    burdens: Mapping[str, float] = field(default_factory=dict)
    """How many heights of an item lie on top of it, by the item's id."""

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
        aspect = self.measures.aspect(item)
        far = item.id in self.far
        most, least = LANDMARK_RATIO if far else MOST_RATIO, _least(item) * self.short
        times = compressed(self.measures.side(item) / self.hero, least / self.base, most)
        own_side = max(self.base * times * scale**SCALE_POWER, min(scale, 1.0) ** 0.2 * least)
        tall = height_of(own_side, aspect)
        # What is far away is seen smaller than what is said here.
        away = scale_at(self.stage, self.stage.ground[0]) if far else 1.0
        highest = (TALLEST_FAR / (1 + self.burdens.get(item.id, 0.0)) if far else 0.86) * self.stage.size.height
        return float(min(tall, 0.86 * self.stage.size.width / max(0.05, aspect), highest) / away)


def ruler(
    items: Sequence[Item], measures: Measures, stage: Stage, camera: Camera, hero: Item | None = None,
    far: frozenset[str] = frozenset(), burdens: Mapping[str, float] | None = None, *, before: bool = False,
    bearing: bool = False,
) -> Ruler:  # fmt: skip
    """The ruler of a scene: its hero decides, the others follow by compressed ratios.

    ``items`` have places of their own. The hero is the first of them unless it is given; ``far`` are the ids of
    what stands behind all others and makes nobody smaller; ``burdens`` says how many heights of an item lie on
    top of it; ``bearing`` is whether others are on a hero that is large by nature; ``before`` is whether the
    picture is of something large that the hero stands before.
    """
    short = 1000 * stage.unit
    solid = [item for item in items if measures.role(item) != "sky" and not item.spread]
    hero = hero or next(iter(solid), None)
    burdens = burdens or {}
    if hero is None:
        return Ruler(measures, stage, 1.0, TOGETHER * short, far, burdens)
    aspect = measures.aspect(hero)
    alone = hero.count == 1 and all(item is hero for item in solid)
    share = BEFORE_LANDMARK if far else BEARING if alone and bearing else ALONE if alone else TOGETHER
    share = COMPANY * _slight(measures.side(hero)) if before else share
    base = share * short * _shape(aspect, stage)
    base = min(base, WIDEST * stage.size.width / max(0.05, aspect))
    burden = burdens.get(hero.id, 0.0)
    base = (
        min(base, LARGEST * short / (1 + burden))
        if aspect > LOW
        else base / (1 + burden / max(1.0, aspect) ** 0.7)
    )
    found = Ruler(measures, stage, measures.side(hero), side(base * ZOOM[camera], aspect), far, burdens)
    limit = (LOOMING if camera == "low" else LARGEST) * short * max(1.0, (stage.size.height / short) ** ELONGATED)
    excess = max((_excess(found, item, limit) for item in (hero, *solid) if item.id not in far), default=1.0)
    return replace(found, base=found.base / max(1.0, excess))


def _excess(scale: Ruler, item: Item, limit: float) -> float:
    """How many times too large an item would be: taller than ``limit`` in pixels, or too wide."""
    aspect = scale.measures.aspect(item)
    times = compressed(scale.measures.side(item) / scale.hero, LEAST * scale.short / scale.base, MOST_RATIO)
    tall = height_of(scale.base * times, aspect)
    narrowed = tall * aspect / (WIDEST * scale.stage.size.width)
    return max(tall / limit, min(MOST_NARROWED, narrowed) if aspect > LONG else narrowed)


def _least(item: Item) -> float:
    """Side of a square as large as such a thing is at the least, in shorter sides: a heap is read as one."""
    heap = item.attributes.get("formation") in HEAPS and planned_count(item) > 1
    return LEAST / min(LARGEST_HEAP, planned_count(item)) ** HEAPED if heap else LEAST


def _for_table(metres: float) -> float:
    return metres if metres <= ON_TABLE else float(ON_TABLE * (metres / ON_TABLE) ** TOY_POWER)


def _slight(metres: float) -> float:
    """The factor on the size of somebody (1) or of something smaller that stands before a large thing."""
    return float(max(SLIGHTEST, min(1.0, metres**SLIGHT_POWER)))


def _shape(aspect: float, stage: Stage) -> float:
    """The factor on a subject's height that its width by height asks for."""
    tall = stage.size.height / (1000 * stage.unit)
    slender = SLENDER if aspect < SLIM else 1.0
    return float(slender * tall**ELONGATED / max(1.0, aspect) ** WIDE_POWER)
