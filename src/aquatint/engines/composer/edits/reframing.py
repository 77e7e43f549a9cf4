"""A picture in another frame: things keep their arrangement, and the place goes on around them.

A layout for another shape would put everything elsewhere. So all things are brought to where they stood, at one
scale for all: on the ground as far back as they were, in the air as high above the horizon.
"""

from __future__ import annotations

import itertools
from typing import NamedTuple

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.layout.arrange import BORNE
from aquatint.engines.composer.layout.stage import Placement, Stage
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

SMALLEST = 0.6
"""Scale below which things would be lost in the new frame: then the scene is arranged anew."""
SAME = 0.005
"""Growth that nobody sees."""


class Framing(NamedTuple):
    """A scene and the size at which it was drawn."""

    scene: Scene
    size: Size

    def stage(self) -> Stage:
        """Its geometry."""
        return backdrops.find(self.scene.backdrop).stage(self.scene, self.size)


def kept_in_frame(before: Framing, after: Scene, size: Size, anchor: float) -> Scene:
    """The scene ``after`` an instruction at another size, with things arranged as they were ``before``.

    ``anchor`` is where the old frame lies across the new one: 0 at the left, 1 at the right.
    """
    scale = min(size.width / before.size.width, size.height / before.size.height)
    same_place = before.scene.kind == after.kind == "scene" and (before.scene.backdrop, before.scene.camera) == (
        after.backdrop,
        after.camera,
    )
    if not same_place or before.scene.view is not None or after.view is not None or scale < SMALLEST:
        return after
    shape = before.size.width * size.height / (before.size.height * size.width)
    if abs(shape - 1) < SAME:
        return after
    across = size.width - scale * before.size.width
    offset = across * (1 - anchor if after.mirrored else anchor)
    old, new = before.stage(), Framing(after, size).stage()
    for item in after.items:
        was = before.scene.item(item.id)
        if was is None or item.spread or item.relation in BORNE or _replaced(was, item):
            continue
        seen = [one for one in placements(before.scene, before.size) if one.item.id == item.id]
        seen.sort(key=lambda one: one.instance)
        feet = [((offset + scale * one.foot[0]) / size.width, _carried(one.foot[1], old, new)) for one in seen]
        after = _settled(after, size, item, seen, feet, scale)
    return after


def _replaced(was: Item, now: Item) -> bool:
    """Whether the instruction moved it."""
    return (was.position, was.relation, was.target, settled.moved_to(was)) != (
        now.position,
        now.relation,
        now.target,
        settled.moved_to(now),
    )


def _carried(y: float, old: Stage, new: Stage) -> float:
    """A y in pixels of the old stage as a share of the new one: between the same landmarks."""
    marks = [(0.0, 0.0), *zip(old.ground, new.ground, strict=True), (old.size.height, new.size.height)]
    for (low, new_low), (high, new_high) in itertools.pairwise(marks):
        if y <= high and high > low:
            return (new_low + (y - low) / (high - low) * (new_high - new_low)) / new.size.height
    return y / old.size.height


def _settled(
    scene: Scene,
    size: Size,
    item: Item,
    seen: list[Placement],
    feet: list[tuple[float, float]],
    scale: float,
) -> Scene:
    """The scene with all drawings of an item on their feet, as tall as before in the same measure."""
    if not seen:
        return scene
    scene = operations.moved(scene, item.id, feet[0], settled.moved_depth(item))
    for one, foot in zip(seen[1:], feet[1:], strict=True):
        own = round(foot[0], 4), round(foot[1], 4)
        scene = operations.with_single(scene, item.id, [one.instance], at=own) or scene
    heights = _heights(scene, size, item.id)
    first = seen[0].instance
    if first in heights and abs(heights[first] / (scale * seen[0].height) - 1) > SAME:
        scene = operations.resized(scene, item.id, scale * seen[0].height / heights[first])
        heights = _heights(scene, size, item.id)
    for one in seen[1:]:
        factor = scale * one.height / heights.get(one.instance, scale * one.height)
        if abs(factor - 1) > SAME:
            taller = min(10.0, max(0.1, round(factor * singled.size_of(one), 3)))
            scene = operations.with_single(scene, item.id, [one.instance], factor=taller) or scene
    return scene


def _heights(scene: Scene, size: Size, item_id: str) -> dict[int, float]:
    return {one.instance: one.height for one in placements(scene, size) if one.item.id == item_id}
