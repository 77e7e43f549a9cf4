"""Where things stand in a scene as it is drawn, and where an edit puts them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits.operations import HEIGHT_POWER, LARGEST, SMALLEST, replaced
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.measures import POWER
from aquatint.engines.composer.layout.room import Rect, box_of
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import metres
from aquatint.engines.composer.scene import Item, Scene
from aquatint.engines.composer.staging import item_aspect, place_items
from aquatint.sizes import Size

OPEN = -1.0
"""A coordinate that the words leave open."""
IN_THE_SKY = (-1.0, 0.3)
"""The spot of things put "in the sky"."""
FITTED = 0.96
"""Share of a mask's box that a thing put there fills."""

ROW_PITCH = 1.15
"""Widths from one to the next of several things that stand side by side."""
LIKE, TOLERANCE = 1.0, 1.15
"""Things of like size differ by less than this (natural logarithm); drawn sizes may differ by this factor."""
EXHIBIT, HANDFUL = 0.34, 0.3
"""Height of a caller's picture in shorter sides, and of one that is held in heights of who holds it."""
CROWD = 12
"""So many of a thing are enough to say where it stands."""
HIDING = 2.0
"""How much a hidden share of a thing counts against a step aside, in shares of the picture."""
_ASIDE = (0.0, -0.04, 0.04, -0.08, 0.08, -0.12, 0.12)
_NEARER = (0.0, 0.05, 0.1)


class Area(NamedTuple):
    """A box in shares of the picture."""

    left: float
    top: float
    right: float
    bottom: float


def placements(scene: Scene, size: Size) -> list[Placement]:
    """The placements of a scene's items, as rendering at that size makes them.

    Of a crowd that an edit added only the first `CROWD` are placed, because each looks for room among the others.
    """
    scene = replaced(scene, items=[_thinned(item) for item in scene.items])
    stage = backdrops.find(scene.backdrop).stage(scene, size)
    return place_items(scene, stage)


def _thinned(item: Item) -> Item:
    crowded = settled.is_added(item) and item.count > CROWD
    return replaced(item, count=CROWD) if crowded else item


def first_placement(scene: Scene, size: Size, item_id: str) -> Placement | None:
    """The placement of an item's first drawing; None if it is not seen."""
    found = [one for one in placements(scene, size) if one.item.id == item_id]
    return min(found, key=lambda one: one.instance, default=None)


def foot_of(scene: Scene, size: Size, item_id: str) -> tuple[float, float] | None:
    """The foot of an item's first drawing, as shares of the picture."""
    first = first_placement(scene, size, item_id)
    return None if first is None else (first.foot[0] / size.width, first.foot[1] / size.height)


def feet_of(scene: Scene, size: Size) -> dict[str, tuple[float, float]]:
    """The feet of the first drawings of all items that are seen, as shares of the picture."""
    found = sorted(placements(scene, size), key=lambda one: -one.instance)
    return {one.item.id: (one.foot[0] / size.width, one.foot[1] / size.height) for one in found}


def group_box(scene: Scene, size: Size, item_id: str) -> Area | None:
    """The box around all drawings of an item, in shares of the picture."""
    boxes = [box_of(one, item_aspect(one.item)) for one in placements(scene, size) if one.item.id == item_id]
    if not boxes:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    return Area(left / size.width, top / size.height, right / size.width, bottom / size.height)


def narrowed(scene: Scene, size: Size, item_id: str, width: float) -> Scene:
    """The scene with an added item so small that its row is no wider than ``width``, a share of the picture."""
    first, item = first_placement(scene, size, item_id), scene.item(item_id)
    if first is None or item is None:
        return scene
    room = width * size.width / (ROW_PITCH * item_aspect(item) * item.count)
    scale = item.scale * min(1.0, room / first.height) ** (1 / HEIGHT_POWER)
    smaller = replaced(item, scale=max(SMALLEST, scale))
    return replaced(scene, items=[smaller if one.id == item_id else one for one in scene.items])  # type: ignore[no-any-return]


def as_exhibit(scene: Scene, size: Size, item_id: str) -> Scene:
    """The scene with a caller's picture about as large as the subject: nobody knows how large it is in the world.

    What is held is a handful; what lies on or in another thing has the size that the layout gave it there.
    """
    for _ in range(3):
        # Sizes near the limits of the layout are cut off, so one step does not always lead there.
        first, item = first_placement(scene, size, item_id), scene.item(item_id)
        if first is None or item is None or item.relation in ("on", "in"):
            return scene
        host = first_placement(scene, size, item.target) if item.relation in ("holding", "wearing") else None
        room = HANDFUL * host.height if host is not None else EXHIBIT * min(size.width, size.height)
        wanted = room / max(1.0, item_aspect(item)) ** 0.75
        scale = item.scale * (wanted / first.height) ** (1 / HEIGHT_POWER)
        fitting = replaced(item, scale=min(LARGEST, max(SMALLEST, scale)))
        scene = replaced(scene, items=[fitting if one.id == item_id else one for one in scene.items])
    return scene


def in_proportion(scene: Scene, size: Size, item_id: str) -> Scene:
    """The scene with an added item no larger than things of like size that stand there already.

    A layout draws many things smaller than a single one, and what comes late has to follow.
    """
    firsts = {one.item.id: one for one in reversed(placements(scene, size)) if one.shadow}
    own, item = firsts.pop(item_id, None), scene.item(item_id)
    kin = [one for one in firsts.values() if own is not None and abs(_times(own, one)) < LIKE]
    if own is None or item is None or not kin:
        return scene
    nearest = min(kin, key=lambda one: abs(_times(own, one)))
    expected = nearest.height * math.exp(POWER * _times(own, nearest))
    expected *= (own.item.scale / nearest.item.scale) ** HEIGHT_POWER
    if own.height <= TOLERANCE * expected:
        return scene
    scale = own.item.scale * (expected / own.height) ** (1 / HEIGHT_POWER)
    smaller = replaced(item, scale=max(SMALLEST, scale))
    return replaced(scene, items=[smaller if one.id == item_id else one for one in scene.items])  # type: ignore[no-any-return]


def _times(first: Placement, second: Placement) -> float:
    """How many times larger the first thing really is, as a logarithm."""
    return math.log(max(1e-3, metres(first.item)) / max(1e-3, metres(second.item)))


def at_spot(foot: tuple[float, float], spots: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """A foot moved to where the words say; what they leave open stays."""
    x, y = foot
    for wish_x, wish_y in spots:
        x = x if wish_x == OPEN else wish_x
        y = y if wish_y == OPEN else wish_y
    return x, y


def with_room(scene: Scene, size: Size, item_id: str, wish: tuple[float, float]) -> tuple[float, float]:
    """The place near ``wish`` where an item hides the others, and they it, the least.

    Only things on the ground make room, by a step aside or towards the viewer.
    """
    found = placements(scene, size)
    own = min((one for one in found if one.item.id == item_id), key=lambda one: one.instance, default=None)
    if own is None or not own.shadow:
        return wish
    others = [box_of(one, item_aspect(one.item)) for one in found if one.item.id != item_id and one.shadow]
    near = backdrops.find(scene.backdrop).stage(scene, size).ground[1] / size.height
    steps = [(across, down) for down in _NEARER for across in _ASIDE if down == 0 or wish[1] + down <= near]
    width, height = own.height * item_aspect(own.item) / size.width, own.height / size.height

    def cost(step: tuple[float, float]) -> float:
        x, y = wish[0] + step[0], wish[1] + step[1]
        box = Rect(
            (x - width / 2) * size.width, (y - height) * size.height, (x + width / 2) * size.width, y * size.height
        )
        return HIDING * sum(_hidden(box, other) for other in others) + abs(step[0]) + 0.5 * step[1]

    across, down = min(steps, key=cost)
    return wish[0] + across, wish[1] + down


def _hidden(first: Rect, second: Rect) -> float:
    """Share of the smaller box that the larger one covers."""
    wide = min(first.right, second.right) - max(first.left, second.left)
    tall = min(first.bottom, second.bottom) - max(first.top, second.top)
    if wide <= 0 or tall <= 0:
        return 0.0
    return wide * tall / max(1.0, min(_area(first), _area(second)))


def _area(box: Rect) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def inside(scene: Scene, item_id: str, area: Area, size: Size) -> Scene:
    """The scene with a newly added item in a box: standing at its lower edge, as large as it holds."""
    item = scene.item(item_id)
    first = first_placement(scene, size, item_id)
    if item is None or first is None:
        return scene
    height = first.height
    wide, tall = (area.right - area.left) * size.width, (area.bottom - area.top) * size.height
    room = FITTED * min(tall, wide / (item_aspect(item) * item.count))
    foot = ((area.left + area.right) / 2, area.bottom - (tall - room) / 2 / size.height)
    for _ in range(2):
        # Depth changes the height of what stands on the ground, so the second round measures on the new foot.
        at = scene.item(item_id)
        assert at is not None
        scale = at.scale * (room / height) ** (1 / HEIGHT_POWER)
        changed = replaced(at, position=foot, scale=min(LARGEST, max(SMALLEST, scale)), relation="", target="")
        scene = replaced(scene, items=[changed if one.id == item_id else one for one in scene.items])
        first = first_placement(scene, size, item_id)
        height = first.height if first is not None else height
    return scene
