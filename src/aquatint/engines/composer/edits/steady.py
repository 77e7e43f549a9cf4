"""Keeping still what an instruction does not speak of.

Most changes leave the layout of other things as it was planned. A new pose may change it, because a sitting dog is
wider than a standing one, and what has its place by another thing goes where that goes: then the others are
brought back to where they stood. Only what a thing bears goes with it.
"""

from __future__ import annotations

from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.where import placements
from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.singled import FACING
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import facing
from aquatint.engines.composer.scene import Item, Scene
from aquatint.sizes import Size

BORNE = frozenset({"on", "in", "riding", "holding", "wearing", "leaning on", "around", "under", "through"})
"""Relations whose things go where their target goes."""
STILL = 0.5
"""Way in pixels, and growth in per cent, that nobody sees."""


def steadied(before: Scene, after: Scene, size: Size) -> Scene:
    """The scene ``after`` an instruction with all things that are as they were where they were ``before``."""
    same_stage = before.kind == after.kind == "scene" and (before.backdrop, before.camera, before.view) == (
        after.backdrop,
        after.camera,
        after.view,
    )
    if not same_stage or not (_changed_in_looks(before, after) or _left_company(before, after)):
        return after
    then, now = _first(before, size), _first(after, size)
    touched = {item.id for item in after.items if before.item(item.id) != item}
    for item in after.items:
        if (
            item.id in touched
            or (item.target in touched and item.relation in BORNE)
            or item.spread
            or item.id not in then
            or item.id not in now
        ):
            continue
        after = _brought_back(after, item, then[item.id], now[item.id], size)
    return after


def carried(before: Scene, after: Scene, size: Size) -> Scene:
    """The scene ``after`` an instruction with what edits had put upon a thing gone where the thing went."""
    riders = [one for one in after.items if settled.host_of(one) and before.item(one.id) == one]
    if not riders or before.kind != "scene" or after.kind != "scene" or before.backdrop != after.backdrop:
        return after
    then, now = _first(before, size), _first(after, size)
    for item in riders:
        host = settled.host_of(item)
        if item.id in then and host in then and host in now:
            after = _brought_along(after, item, (then[item.id], then[host], now[host]), size)
    return after


def _brought_along(scene: Scene, item: Item, seen: tuple[Placement, Placement, Placement], size: Size) -> Scene:
    """``seen`` are the thing and its host as they were, and the host as it is."""
    own, host, there = seen
    growth = there.height / host.height
    turned = -1 if there.flip != host.flip else 1
    foot = tuple(c + growth * side * (a - b) for a, b, c, side in
                 zip(own.foot, host.foot, there.foot, (turned, 1), strict=True))  # fmt: skip
    if max(abs(a - b) for a, b in zip(foot, own.foot, strict=True)) <= STILL and abs(growth - 1) < STILL / 100:
        return scene
    if turned < 0 and (now := item.attributes.get(FACING, facing(item))) in ("left", "right"):
        scene = operations.with_attributes(scene, item.id, {FACING: "left" if now == "right" else "right"})
    depth = own.depth + there.depth - host.depth
    scene = operations.moved(scene, item.id, (foot[0] / size.width, foot[1] / size.height), depth)
    return scene if abs(growth - 1) < STILL / 100 else operations.resized(scene, item.id, growth)


def _changed_in_looks(before: Scene, after: Scene) -> bool:
    """Whether an item of the plan has another pose or age than before: only that changes the layout of others."""
    old = {item.id: item for item in before.items}
    return any(
        item.id in old and not settled.is_added(item) and _looks(item) != _looks(old[item.id])
        for item in after.items
    )


def _left_company(before: Scene, after: Scene) -> bool:
    """Whether a thing was moved by which others have their places that it does not bear."""
    old = {item.id: item for item in before.items}
    moved = {one.id for one in after.items if one.id in old and _place(one) != _place(old[one.id])}
    return any(one.target in moved and one.relation not in BORNE for one in after.items)


def _place(item: Item) -> tuple[object, ...]:
    return settled.moved_to(item), item.position, item.scale


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
