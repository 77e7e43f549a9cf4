"""Bringing things to other places: there, a bit that way, or where another thing is."""

from __future__ import annotations

from collections.abc import Sequence

from aquatint.engines.composer import backdrops
from aquatint.engines.composer.edits import operations
from aquatint.engines.composer.edits.draft import Draft
from aquatint.engines.composer.edits.where import (
    at_spot,
    feet_of,
    first_placement,
    foot_of,
    group_box,
    placements,
    with_room,
)
from aquatint.engines.composer.layout import settled, singled
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.lexicon.nouns import facing, role
from aquatint.engines.composer.scene import Item, RelationName, Scene

FEW = 4
"""Up to this many things look for room of their own when they are moved together."""
_UPON = frozenset({"on", "riding", "in", "above", "holding", "wearing"})
"""Relations whose things do not stand on the ground."""
_BESIDE = frozenset({"beside", "left of", "right of"})
SIMILAR = 0.04
"""Heights that differ by less are alike."""


def move(draft: Draft, items: Sequence[Item], spots: Sequence[tuple[float, float]]) -> bool:
    """Move the items to a place in the picture; only scenes with depth have places."""
    if draft.scene.kind != "scene":
        return False
    items = apart(draft, items)
    feet = feet_of(draft.scene, draft.size)
    for item in items:
        if (foot := feet.get(item.id)) is not None:
            if role(item) == "stands" and all(spot[1] < 0 for spot in spots):
                # What was on another thing does not go on at the height of it.
                foot = _foot_below(draft, item) or foot
            where = at_spot(foot, spots)
            if len(items) <= FEW and all(spot[1] < 0 for spot in spots):
                where = with_room(draft.scene, draft.size, item.id, where)
            draft.scene = operations.moved(draft.scene, item.id, where)
    return bool(items)


def apart(draft: Draft, items: Sequence[Item]) -> list[Item]:
    """The items, with single drawings that are meant made items of their own on the same spot."""
    return [one for item in items for one in (_split(draft, item) if item.id in draft.picked else [item])]


def _split(draft: Draft, item: Item) -> list[Item]:
    found: list[Item] = []
    seen = [one for one in placements(draft.scene, draft.size) if one.item.id == item.id]
    for one in [one for one in seen if one.instance in draft.picked[item.id]]:
        rest = operations.without_some(draft.scene, item.id, [one.instance])
        if rest is None or len(rest.items) >= operations.ITEM_LIMIT:
            return found
        foot = one.foot[0] / draft.size.width, one.foot[1] / draft.size.height
        looks = {key: value for key, value in item.attributes.items() if not settled.is_own(key)}
        own = operations.replaced(
            item, id=fresh_id(rest, item.noun), count=1, position=foot, relation="", target="", attributes=looks
        )
        if item.relation in _UPON and item.target and not one.shadow:
            # What is on another thing stays there.
            on = settled.moved(operations.replaced(own, position=None), foot, one.depth)
            own = settled.set_on(on, item.target)
        draft.scene = operations.with_new(rest, operations.replaced(own, colour=one.item.colour))
        _as_tall(draft, own, one.height)
        found += [item for item in [draft.scene.item(own.id)] if item is not None]
    draft.picked.pop(item.id, None)
    return found


def spread(draft: Draft, items: Sequence[Item]) -> None:
    """Let things that came to the same place stand side by side there, about where the first of them stands."""
    boxes = [box for item in items if (box := group_box(draft.scene, draft.size, item.id)) is not None]
    if len(boxes) != len(items):
        return
    widths = [0.92 * (box.right - box.left) for box in boxes]
    left = (boxes[0].left + boxes[0].right) / 2 - sum(widths) / 2
    left = max(0.0, min(left, 1.0 - sum(widths)))
    for item, box, width in zip(items, boxes, widths, strict=True):
        way = left + width / 2 - (box.left + box.right) / 2
        left += width
        _slide(draft, item, way)


def _slide(draft: Draft, item: Item, way: float) -> None:
    """Move a thing sideways on what it stands on."""
    now = first_placement(draft.scene, draft.size, item.id)
    if now is not None:
        foot = now.foot[0] / draft.size.width + way, now.foot[1] / draft.size.height
        current = draft.scene.item(item.id)
        depth = settled.moved_depth(current) if current is not None else None
        draft.scene = operations.moved(draft.scene, item.id, foot, depth)


def put_down(draft: Draft, items: Sequence[Item]) -> bool:
    """Bring things that are upon others down to the ground before them."""
    if draft.scene.kind != "scene":
        return False
    done = False
    for item in apart(draft, items):
        foot = _foot_below(draft, item)
        if foot is not None:
            draft.scene = operations.moved(draft.scene, item.id, with_room(draft.scene, draft.size, item.id, foot))
            done = True
    return done


def _foot_below(draft: Draft, item: Item) -> tuple[float, float] | None:
    """Where the foot of a thing that is upon another one would be on the ground; None for what stands there."""
    now = first_placement(draft.scene, draft.size, item.id)
    if now is None or (now.shadow and settled.moved_depth(item) is None):
        return None
    host = first_placement(draft.scene, draft.size, item.target) if item.target else None
    far, near = backdrops.find(draft.scene.backdrop).stage(draft.scene, draft.size).ground
    y = host.foot[1] if host is not None and host.foot[1] >= now.foot[1] else max(now.foot[1], (far + near) / 2)
    return now.foot[0] / draft.size.width, min(near, y + 0.1 * (near - far)) / draft.size.height


def fresh_id(scene: Scene, noun: str) -> str:
    """An id for one more item of a noun."""
    taken, key = {one.id for one in scene.items}, noun.replace(" ", "-")
    return next(name for number in range(1, 99) if (name := f"{key}-{number}") not in taken)


def nudge(draft: Draft, items: Sequence[Item], way: tuple[float, float]) -> bool:
    """Move the items a way across and down, in shares of the picture; what stands on the ground stays on it."""
    if draft.scene.kind != "scene":
        return False
    stage = backdrops.find(draft.scene.backdrop).stage(draft.scene, draft.size)
    items = apart(draft, items)
    feet = feet_of(draft.scene, draft.size)
    for item in items:
        if (foot := feet.get(item.id)) is None:
            continue
        x, y = min(1.0, max(0.0, foot[0] + way[0])), min(1.0, max(0.02, foot[1] + way[1]))
        now = first_placement(draft.scene, draft.size, item.id)
        if role(item) == "stands" and now is not None and not now.shadow and stage.floor not in ("water", "air"):
            # What is on another thing stays as far away as that.
            draft.scene = operations.moved(draft.scene, item.id, (x, y), now.depth)
            continue
        if role(item) not in ("sky", "flies", "hangs", "swims"):
            y = max(y, stage.ground[0] / draft.size.height)
        draft.scene = operations.moved(draft.scene, item.id, (x, y))
    return bool(items)


def move_beside(draft: Draft, item: Item, relation: RelationName, target: Item) -> bool:
    """Move an item to where another one says: "put the cat on the sofa"."""
    if draft.scene.kind != "scene" or item.id == target.id:
        return False
    scale = settled.planned_scale(item)
    looks = {key: value for key, value in item.attributes.items() if key in ("pose", "age", "material")}
    free = operations.replaced(item, id="twin", position=None, attributes=looks, scale=scale)
    twin = operations.replaced(free, relation=relation, target=target.id)
    trial = operations.replaced(draft.scene, items=[*draft.scene.items, settled.added(twin)])
    there = first_placement(trial, draft.size, "twin")
    if there is None:
        return False
    foot = there.foot[0] / draft.size.width, there.foot[1] / draft.size.height
    if relation in ("left of", "right of") and _lacks_room(draft, item, relation, target):
        return exchange(draft, item, target)
    depth = there.depth if relation in _UPON else None
    draft.scene = operations.moved(draft.scene, item.id, foot, depth)
    if relation in _UPON:
        draft.scene = operations.with_item(draft.scene, item.id, lambda one: settled.set_on(one, target.id))
    if relation == "riding":
        _look_along(draft, item, there)
    if relation in _UPON:
        _as_tall(draft, item, there.height)
    elif relation in _BESIDE:
        roomy = with_room(draft.scene, draft.size, item.id, foot)
        draft.scene = operations.moved(draft.scene, item.id, roomy)
    return True


def _look_along(draft: Draft, item: Item, there: Placement) -> None:
    """Riders look where their mounts go."""
    looks = facing(item)
    if looks != "front":
        ahead = looks if not there.flip else "right" if looks == "left" else "left"
        draft.scene = operations.with_attributes(draft.scene, item.id, {singled.FACING: ahead})


def _lacks_room(draft: Draft, item: Item, relation: RelationName, target: Item) -> bool:
    """Whether the edge of the picture is too near, and the two can change places instead."""
    own, other = group_box(draft.scene, draft.size, item.id), group_box(draft.scene, draft.size, target.id)
    if own is None or other is None or item.count > 1 or target.count > 1:
        return False
    left = relation == "left of"
    room = other.left if left else 1 - other.right
    beyond = own.left > other.left if left else own.left < other.left
    return beyond and room < own.right - own.left


def _as_tall(draft: Draft, item: Item, height: float) -> None:
    """Upon another thing, things are as large as the layout makes them there."""
    now = first_placement(draft.scene, draft.size, item.id)
    if now is not None and abs(now.height / height - 1) > SIMILAR:
        draft.scene = operations.resized(draft.scene, item.id, height / now.height)


def exchange(draft: Draft, first: Item, second: Item) -> bool:
    """Let two items change places."""
    feet = foot_of(draft.scene, draft.size, first.id), foot_of(draft.scene, draft.size, second.id)
    if draft.scene.kind != "scene" or feet[0] is None or feet[1] is None:
        return False
    draft.scene = operations.moved(draft.scene, first.id, feet[1])
    draft.scene = operations.moved(draft.scene, second.id, feet[0])
    return True
