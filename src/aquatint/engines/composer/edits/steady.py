"""Keeping still what an instruction does not speak of.

Most changes leave the layout of other things as it was planned. A new pose may change it, because a sitting dog is
wider than a standing one: then the others are brought back to where they stood.
"""

from __future__ import annotations

from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

STILL = 0.5
"""Way in pixels, and growth in per cent, that nobody sees."""


def steadied(before: Scene, after: Scene, size: Size) -> Scene:
    """The scene ``after`` an instruction with all things that are as they were where they were ``before``."""
    same_stage = before.kind == after.kind == "scene" and (before.backdrop, before.camera, before.view) == (
        after.backdrop,
        after.camera,
        after.view,
    )
    if not same_stage or not _changed_in_looks(before, after):
        return after
    then, now = _first(before, size), _first(after, size)
    touched = {item.id for item in after.items if before.item(item.id) != item}
    for item in after.items:
        if (
            item.id in touched
            or item.target in touched
            or item.spread
            or item.id not in then
            or item.id not in now
        ):
            continue
        after = _brought_back(after, item, then[item.id], now[item.id], size)
    return after


def _changed_in_looks(before: Scene, after: Scene) -> bool:
    """Whether an item of the plan has another pose or age than before: only that changes the layout of others."""
    old = {item.id: item for item in before.items}
    return any(
        item.id in old and not settled.is_added(item) and _looks(item) != _looks(old[item.id])
        for item in after.items
    )


def _looks(item: Item) -> tuple[str, ...]:
    return (item.art, *(item.attributes.get(key, "") for key in ("pose", "age", "look", "build")))


def _first(scene: Scene, size: Size) -> dict[str, Placement]:
    found = sorted(placements(scene, size), key=lambda one: -one.instance)
    return {one.item.id: one for one in found}


def _brought_back(scene: Scene, item: Item, then: Placement, now: Placement, size: Size) -> Scene:
    way = max(abs(a - b) for a, b in zip(then.foot, now.foot, strict=True))
    if way > STILL:
        scene = operations.moved(scene, item.id, (then.foot[0] / size.width, then.foot[1] / size.height))
        now = _first(scene, size).get(item.id, now)
    if abs(then.height / now.height - 1) > STILL / 100:
        scene = operations.resized(scene, item.id, then.height / now.height)
    return scene
