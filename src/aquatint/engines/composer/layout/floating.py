"""What has no ground under it: things in the air, in water, in the sky; and things strewn over the ground."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.desk import AIR_DEPTH, SKY_DEPTH, Desk
from aquatint.engines.composer.layout.flocks import flock, flocks
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.measures import SCALE_POWER, Kind
from aquatint.engines.composer.layout.proportion import height_of, side
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.scatter import STREWN, best_foot, boxes_at, shrink_for, strewn
from aquatint.engines.composer.layout.stage import Placement, Tether
from aquatint.engines.composer.layout.waterline import afloat
from aquatint.engines.composer.scene import Item

COUNTED = 40
"""Strewn things in smaller numbers were counted by someone; larger numbers only say "many"."""

LARGEST_BESIDES = 0.4
"""Side of a square as large as the largest that floats and is not the hero, in shorter sides."""
CROWDED, SHRINKS = 0.32, 5
"""What finds no place less crowded than this is made smaller, up to so many times."""
DISCS = frozenset({"sun", "smiling sun", "moon", "crescent moon"})
"""What gives the picture its light."""
RAINBOW = "rainbow"
SPAN = 0.84
"""How wide a rainbow is, in widths of the picture."""
BELOW_BOUGH = 0.9
"""Where what hangs from a bough ends at the lowest, in heights of the picture."""
IN_STRIP = 0.6
"""Height of an animal in such water at the most, in heights of the water."""
AFAR = 0.72
"""Size of things on a stretch of water that lies behind the ground."""


def in_order(desk: Desk, items: Sequence[Item]) -> list[Item]:
    """What floats, the largest first: what comes later and finds less room is smaller anyway."""
    return sorted(items, key=lambda item: -side(desk.ruler.height(item), desk.measures.aspect(item)))


def _cap(desk: Desk, item: Item, height: float) -> float:
    """The height, lower where a larger thing of the same kind had to become smaller than that."""
    aspect = desk.measures.aspect(item)
    own = side(height, aspect)
    for other in desk.scene.items:
        larger = desk.measures.side(other) > desk.measures.side(item) and desk.kind(other) == desk.kind(item)
        if other.id != item.id and larger and other.id in desk.placed and not desk.stands(other):
            smallest = min(one.height for one in desk.placed[other.id])
            own = min(own, side(smallest, desk.measures.aspect(other)))
    return height_of(own, aspect)


def float_all(desk: Desk, item: Item, count: int, first: int = 0) -> None:
    """Place ``count`` instances, numbered from ``first``, each where there is most room."""
    kind = desk.kind(item)
    aspect, afar = desk.measures.aspect(item), kind == "water" and _afar(desk)
    height = desk.ruler.height(item) * (AFAR if afar and item is not desk.cast.subject else 1.0)
    height = _cap(desk, item, height)
    if afar and group_of(item) == "animals" and desk.stage.water is not None:
        # A fish is in the pond, and not over it.
        top, bottom = desk.stage.water
        height = min(height, IN_STRIP * (bottom - top))
    if item is not desk.cast.hero:
        height = min(height, height_of(LARGEST_BESIDES * 1000 * desk.stage.unit, aspect))
    area = _area(desk, kind, height)
    if first == 0 and not afar and kind in ("air", "water") and flocks(desk, item, count):
        desk.put(flock(desk, item, count, area))
        return
    height *= shrink_for(count, height * aspect, height, area, 0.42 if count > 1 else 0.8)
    for instance in range(first, first + count):
        random = desk.chance.fork(item.id, instance)
        size = height * (random.uniform(0.82, 1.08) if count > 2 else 1.0)
        area = _area(desk, kind, size)
        wish = _wish(desk, item, area, size) if instance == 0 else None
        if item.noun == RAINBOW and kind == "sky":
            _span(desk, item, instance)
            continue
        if wish is not None and item.noun in DISCS:
            desk.put([Placement(item, instance, wish, size, SKY_DEPTH, False, shadow=False, behind_front=True)])
            continue
        foot = best_foot(area, size * aspect, size, desk.room, random, wish=wish)
        for _ in range(SHRINKS):
            if desk.room.crowding(boxes_at(np.array([foot]), size * aspect, size))[0] <= CROWDED:
                break
            size *= 0.86
            area = _area(desk, kind, size)
            foot = best_foot(area, size * aspect, size, desk.room, random, wish=wish)
        nearer = 0.25 * (size / max(1.0, height) - 0.82)
        depth = SKY_DEPTH if kind == "sky" or afar else min(0.98, AIR_DEPTH + nearer)
        flip = foot[0] < desk.stage.size.width / 2
        one = Placement(item, instance, foot, size, depth, flip, shadow=False, behind_front=kind == "sky")
        if item.attributes.get("pose") == "hanging":
            one = _suspended(desk, one)
        desk.put([afloat(desk, one)])


def _suspended(desk: Desk, one: Placement) -> Placement:
    """On a string from above the picture, or from the bough; who hangs by hands or feet is right at the bough."""
    grip, (x, _) = desk.measures.anchors.hung(one.item), one.foot
    top = desk.stage.ground[1] if desk.stage.perch else -one.height
    turn = 180.0 if grip.upside_down else 0.0
    if grip.string:
        return replace(one, tether=Tether((x, top), grip.point), rotation=turn)
    up = (1 - grip.point[1] if grip.upside_down else grip.point[1]) * one.height
    return replace(one, foot=(x, max(top, 0.0) + one.height - up), rotation=turn)


def _wish(desk: Desk, item: Item, area: Rect, size: float) -> tuple[float, float] | None:
    """Where the first of them should be: the subject in the middle, sun and moon where the light comes from."""
    stage = desk.stage
    if item.noun in DISCS and desk.kind(item) == "sky":
        x = stage.size.width * (0.5 + 0.5 * stage.light.x)
        y = stage.horizon * (1 - 0.12 - stage.light.height) + size / 2
        return x, max(y, size + desk.margin)
    middle = (area.left + area.right) / 2
    if desk.scene.items[0].id != item.id:
        return None
    return middle, (area.top + area.bottom) / 2 + size / 2


def _span(desk: Desk, item: Item, instance: int) -> None:
    """A rainbow over the far ground, wide, a little to the side away from the sun; a second one is larger."""
    stage = desk.stage
    wide = SPAN * stage.size.width * (1 + 0.16 * instance)
    size = min(wide / desk.measures.aspect(item), 0.94 * stage.ground[0])
    x = stage.size.width * (0.5 - math.copysign(0.07, stage.light.x))
    foot = (x, stage.ground[0] + size * 0.02)
    one = Placement(item, instance, foot, size, SKY_DEPTH, False, shadow=False, behind_front=True)
    desk.placed.setdefault(item.id, []).append(one)


def _afar(desk: Desk) -> bool:
    """Whether the stage's water is a strip behind the ground, and not all around."""
    return desk.stage.water is not None and desk.stage.water[1] < desk.stage.ground[0]


def _area(desk: Desk, kind: Kind, height: float) -> Rect:
    """Where things of a kind may float."""
    stage, size, margin = desk.stage, desk.stage.size, desk.margin
    far, near = stage.ground
    if kind == "sky":
        return Rect(margin * 2, margin * 2, size.width - 2 * margin, max(stage.sky[1], margin * 4))
    if kind == "water" and stage.water is not None:
        surface = stage.water[0] - (height if _afar(desk) else 0.0)
        return Rect(margin, surface, size.width - margin, stage.water[1])
    if kind == "water":
        return Rect(margin, stage.horizon + 0.05 * size.height, size.width - margin, near)
    if kind == "hangs" and stage.perch:
        return Rect(margin * 3, near + 0.04 * size.height, size.width - 3 * margin, BELOW_BOUGH * size.height)
    if kind == "hangs":
        return Rect(margin * 3, margin * 2, size.width - 3 * margin, stage.sky[1] + 0.06 * size.height)
    open_space = stage.floor == "air" or desk.scene.backdrop == "studio"  # a plain ground has no sky above it
    bottom = 0.9 * size.height if open_space else max(stage.sky[1], far - 0.02 * size.height)
    return Rect(margin * 2, max(margin * 2, stage.sky[0] * 0.7), size.width - 2 * margin, bottom)


def strew(desk: Desk, item: Item) -> None:
    """Small ones all over the ground in perspective: as many as were counted, or enough for everywhere."""
    asked = settled.planned_count(item)
    span = desk.stage.size.width / (1000 * desk.stage.unit)
    counted = 1 < asked < COUNTED
    count = asked if counted else max(asked, round(STREWN * span))
    aspect, metres = desk.measures.aspect(item), max(0.02, desk.measures.metres(item))
    short = 1000 * desk.stage.unit
    height = short * min(0.3, 0.085 * (metres / 0.4) ** 0.35) * settled.planned_scale(item) ** SCALE_POWER
    height *= 1.0 if counted else min(1.0, (160 * span / count) ** 0.5)
    chance = desk.chance.fork(item.id, "strewn")
    for instance, (x, y, size) in enumerate(strewn(desk.stage, count, height, aspect, chance)):
        flip = chance.fork(instance, "flip").random() < 0.5
        shadow = size > 0.05 * short and not desk.aloft
        desk.put([Placement(item, instance, (x, y), size, desk.depth_at(y), flip, shadow=shadow)], blocks=False)
