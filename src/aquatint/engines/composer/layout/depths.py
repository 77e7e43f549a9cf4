"""Who stands behind a thing or in front of it: a dog behind a car, geese behind a girl, a horse behind a fence."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host, slot
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.ties import PEEKS

FEW, UNDER_EDGE, OTHERWISE = 3, 0.08, 0.25
"""So many behind a thing, or before it, stand loosely on one side of it; how far they reach under its edge, in its
widths; how many look the other way."""
HIDES = 0.75
"""Who is in front of a thing and has so many of its heights would hide it."""
CLASPED = 0.8
"""From so many heights of a thing on, who is curled around it lies behind it, and below before it."""
PEEPS = 0.5
"""How much of who looks over a thing is above it, at the least."""
AT_TAIL = 0.25
"""How far behind a vehicle's ground line those stand who are at its back end, in their heights."""


def stand_in_depth(bond: Attachment) -> list[Placement]:
    """Behind or in front of the target and shifted to the side, so that both are seen."""
    box = bond.spread()
    behind = bond.relation == "behind"
    if behind and bond.item.attributes.get(PEEKS):
        return [_peeking(bond, instance) for instance in range(bond.count)]
    height = bond.ruler.height(bond.item) * bond.perspective() * (0.92 if behind else 1.06)
    far, near = bond.ruler.stage.ground
    step = 0.55 * (box.bottom - far) if behind else min(0.22 * height, near - box.bottom + 0.04 * (near - far))
    y = box.bottom - step if behind else box.bottom + max(step, 0.03 * (near - far))
    if not _is_aloft(bond) and bond.ruler.measures.kind(bond.target[0].item, bond.ruler.stage) != "ground":
        # On the shore before a ship, on the ground before what flies one is as large as one is there.
        y = min(near, max(y, far + (0.3 if behind else 0.6) * (near - far)))
        height = bond.ruler.height(bond.item) * scale_at(bond.ruler.stage, y)
    height = min(height, 0.95 * y)
    hides_all = behind and height < 0.9 * (box.bottom - box.top)
    tail = _tail(bond) if behind else 0.0
    side = tail or bond.chance.fork("side").choice((-1.0, 1.0))
    reach = 0.62 if hides_all or not behind else 0.4
    if bond.count >= FEW:
        return _throng(bond, box, (y, height), side, behind=behind)
    centre = (box.left + box.right) / 2 + side * reach * box.width
    if not behind and height > HIDES * (box.bottom - box.top):
        # Who would hide what they are in front of stands at its end.
        centre = (box.left + box.right) / 2 + side * (0.5 * box.width + 0.2 * height * bond.aspect)
    if tail:
        # At its back end, on the same ground.
        centre = (box.right if side > 0 else box.left) + side * 0.5 * bond.count * height * bond.aspect
        y = max(y, box.bottom - AT_TAIL * height)
    found = []
    for instance in range(bond.count):
        part = instance - (bond.count - 1) / 2
        foot = (centre + part * 1.1 * height * bond.aspect, y)
        placed = at_host(bond, instance, foot, height, -0.15 if behind else 0.15)
        found.append(replace(placed, shadow=True, flip=side < 0))
    return found


def _peeking(bond: Attachment, instance: int) -> Placement:
    """Right behind a thing, however low, with the head above it."""
    box, height = bond.box(instance), bond.ruler.height(bond.item) * bond.perspective()
    height = min(height, 0.95 * box.bottom)
    level = box.bottom - 0.12 * min(height, box.bottom - box.top)
    y = min(level, box.top + (1 - PEEPS) * height)
    number = bond.count if len(bond.target) == 1 else 1
    x = slot(bond, instance, box) if number > 1 else (box.left + box.right) / 2
    placed = at_host(bond, instance, (x, y), height, -STEP)
    return replace(placed, shadow=y == level, flip=bond.host(instance).flip)


def curled(bond: Attachment, instance: int) -> Placement:
    """About a thing: behind it, so that it is before the belly; about a larger one before its foot."""
    box, whole = bond.box(instance), bond.spread()
    height = min(bond.ruler.height(bond.item) * bond.perspective(), 0.95 * whole.bottom)
    if height > CLASPED * (box.bottom - box.top):
        foot, change = ((whole.left + whole.right) / 2, whole.bottom - 0.1 * height), -STEP
    else:
        foot, change = ((box.left + box.right) / 2, box.bottom + 0.08 * height), STEP
    placed = at_host(bond, instance, foot, height, change)
    return replace(placed, shadow=True)


def _tail(bond: Attachment) -> float:
    """The side of a vehicle's back end: -1 left, 1 right; 0 for what has none."""
    host = bond.target[0]
    has_end = group_of(host.item) == "vehicles" and bond.ruler.measures.facing(host.item) != "front"
    return (-1.0 if host.flip else 1.0) if has_end and len(bond.target) == 1 else 0.0


def _throng(
    bond: Attachment, box: Rect, at: tuple[float, float], side: float, *, behind: bool
) -> list[Placement]:  # fmt: skip
    """Many behind or before a thing, loosely in rows on one side of it, each of them seen."""
    (y, height), stage = at, bond.ruler.stage
    margin = 0.03 * bond.ruler.short
    edge = (box.right if side > 0 else box.left) - side * UNDER_EDGE * box.width
    room = (stage.size.width - margin - edge) if side > 0 else edge - margin
    if room < 0.2 * stage.size.width:
        side, edge = -side, (box.left if side > 0 else box.right) + side * UNDER_EDGE * box.width
        room = (stage.size.width - margin - edge) if side > 0 else edge - margin
    rows = 1 if bond.count < 2 * FEW - 1 else 2
    columns = -(-bond.count // rows)
    wide = min(height * bond.aspect, room / (1.1 * (columns + 0.5 * (rows - 1))))
    height = wide / bond.aspect
    found = []
    for instance in range(bond.count):
        one = bond.chance.fork("throng", instance)
        column, row = instance // rows, instance % rows
        out = (column + 0.5 + 0.5 * row + one.uniform(-0.1, 0.1)) * 1.1 * wide
        level = y + (0.45 * row + one.uniform(-0.06, 0.06)) * height
        change = (-0.15 if behind else 0.15) + STEP * row
        placed = at_host(bond, instance, (edge + side * out, level), height, change)
        looks_back = one.random() < OTHERWISE
        found.append(replace(placed, shadow=True, flip=(side < 0) ^ looks_back))
    return found


def _is_aloft(bond: Attachment) -> bool:
    """Whether the thing needs no ground, or there is none."""
    stage = bond.ruler.stage
    return stage.floor in ("air", "water") or bond.ruler.measures.kind(bond.item, stage) != "ground"
