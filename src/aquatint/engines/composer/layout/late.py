"""What is not composed with the others: things that an edit pinned to a place, and late ones, where room is."""

from __future__ import annotations

import numpy as np

from aquatint.engines.composer.layout import settled
from aquatint.engines.composer.layout.desk import AIR_DEPTH, SKY_DEPTH, Desk
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.scatter import best_foot, boxes_at
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.waterline import afloat
from aquatint.engines.composer.scene import Item

LATE_SHRINKS, LATE_CROWDED, LATE_SPREAD = 7, 0.4, 0.55
"""Late things shrink up to so many times, until they are hardly crowded and take no more of the width."""
FEW = 10
"""More late instances than this do not look for the size that fits."""


def pin(desk: Desk, item: Item) -> None:
    """Stand an item where the scene says; more instances stand beside the first."""
    assert item.position is not None
    size, kind = desk.stage.size, desk.kind(item)
    x, y = item.position[0] * size.width, item.position[1] * size.height
    grounded = kind in ("ground", "strewn")
    height = desk.ruler.height(item) * (scale_at(desk.stage, y) if grounded else 1.0)
    depth = desk.depth_at(y) if grounded else SKY_DEPTH if kind == "sky" else AIR_DEPTH
    step_width = 1.15 * height * desk.measures.aspect(item)
    for instance in range(settled.planned_count(item)):
        step = (instance + 1) // 2 * (1 if instance % 2 else -1)
        flip = desk.chance.fork(item.id, instance, "flip").random() < 0.5
        shadow = grounded and not desk.aloft
        desk.put([Placement(item, instance, (x + step * step_width, y), height, depth, flip, shadow=shadow)])


def _late_height(desk: Desk, item: Item, count: int) -> float:
    """Height of late instances: as small as the room that is left asks for."""
    far, near = desk.stage.ground
    aspect, size = desk.measures.aspect(item), desk.stage.size
    height = desk.ruler.height(item)
    for _ in range(LATE_SHRINKS if count <= FEW else 0):
        area = Rect(desk.margin, far - height, size.width - desk.margin, near)
        foot = best_foot(area, height * aspect, height, desk.room, desk.chance.fork(item.id, 0))
        crowding = desk.room.crowding(boxes_at(np.array([foot]), height * aspect, height))[0]
        if crowding <= LATE_CROWDED and count * height * aspect < LATE_SPREAD * size.width:
            break
        height *= 0.9
    return height


def stand_in(desk: Desk, item: Item, count: int, first: int) -> None:
    """Stand ``count`` late instances, numbered from ``first``, where the ground is least crowded."""
    far, near = desk.stage.ground
    aspect, size = desk.measures.aspect(item), desk.stage.size
    before = desk.placed.get(item.id)
    height = before[0].height if before else _late_height(desk, item, count)
    for instance in range(first, first + count):
        one = desk.chance.fork(item.id, instance)
        area = Rect(desk.margin, far - height, size.width - desk.margin, near)
        x, y = best_foot(area, height * aspect, height, desk.room, one)
        tall = height if before else height * scale_at(desk.stage, y)
        flip = x < size.width / 2
        late = Placement(item, instance, (x, y), tall, desk.depth_at(y), flip, shadow=not desk.aloft)
        desk.put([afloat(desk, late)])
