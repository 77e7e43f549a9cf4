"""Things that stand where another thing says: on it, under it, beside it, in its hand."""

from __future__ import annotations

import math
from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host, size_within, slot
from aquatint.engines.composer.layout.carrying import hold, on_body, perch, ride, wear
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.stage import Placement

MOST_IN_A_ROW = 3
"""Of what is under a thing; more stand in two rows."""


def attach(bond: Attachment) -> list[Placement]:
    """Places of the thing at its target."""
    match bond.relation:
        case "on":
            return _on_top(bond)
        case "riding":
            return ride(bond)
        case "in":
            return _inside(bond)
        case "above":
            return _above(bond)
        case "under":
            return _under(bond)
        case "holding":
            return hold(bond)
        case "wearing":
            return wear(bond)
        case "around":
            return _around(bond)
        case "behind" | "in front of":
            return _in_depth(bond)
        case _:
            return _beside(bond)


def _on_top(bond: Attachment) -> list[Placement]:
    if on_body(bond):
        return perch(bond)
    flat = bond.ruler.measures.role(bond.target[0].item) == "surface" or bond.target_aspect > 1.15
    sink = 0.2 if flat else 0.1
    grand = bond.ruler.measures.metres(bond.target[0].item) > 2 * bond.ruler.measures.metres(bond.item)
    found = []
    for instance in range(bond.count):
        box = bond.box(instance)
        height = min(size_within(bond, box.width, 0.86), (0.45 if grand else 9.0) * (box.bottom - box.top))
        foot = (slot(bond, instance, box), box.top + sink * (box.bottom - box.top))
        found.append(at_host(bond, instance, foot, height, STEP))
    return found


def _inside(bond: Attachment) -> list[Placement]:
    found = []
    for instance in range(bond.count):
        box = bond.box(instance)
        height = size_within(bond, box.width, 0.82)
        x = slot(bond, instance, box)
        found.append(
            at_host(bond, instance, (x, box.top + 0.42 * min(height, box.bottom - box.top)), height, -STEP)
        )
    return found


def _above(bond: Attachment) -> list[Placement]:
    found, box = [], bond.spread()
    wide = max(box.width, bond.count * 1.15 * bond.ruler.height(bond.item) * bond.aspect)
    height = max(min(bond.ruler.height(bond.item), 0.8 * box.top), 0.08 * bond.ruler.short)
    centre = (box.left + box.right) / 2
    for instance in range(bond.count):
        one = bond.chance.fork("above", instance)
        part = (instance + 0.5) / bond.count - 0.5
        lift = box.top - min(0.3 * height, 0.12 * box.top) * one.uniform(0.6, 1.0)
        found.append(at_host(bond, instance, (centre + part * wide, lift), height, STEP))
    return found


def _under(bond: Attachment) -> list[Placement]:
    """Below the target: at the foot of a tree, in the water under a boat, on the ground under a bird."""
    found, stage = [], bond.ruler.stage
    number = bond.count if len(bond.target) == 1 else 1
    rows = 2 if number > MOST_IN_A_ROW else 1
    columns = math.ceil(number / rows)
    for instance in range(bond.count):
        box = bond.box(instance)
        height, y = _below(bond, box)
        step = 1.08 * bond.aspect
        height = min(height, 0.92 * stage.size.width / ((columns + 0.5 * (rows - 1)) * step))
        row, column = instance % rows, instance % max(1, number) // rows
        part = column + 0.5 * row - (columns - 1 + 0.5 * (rows - 1)) / 2
        half = (columns + 0.5 * (rows - 1)) * step * height / 2
        centre = min(max((box.left + box.right) / 2, half), stage.size.width - half)
        foot = (centre + part * step * height, y - row * 0.42 * height)
        placed = at_host(bond, instance, foot, height * (1 - 0.06 * row), (4 - 2 * row) * STEP)
        found.append(replace(placed, shadow=stage.floor not in ("water", "air")))
    return found


def _below(bond: Attachment, box: Rect) -> tuple[float, float]:
    """Height of what is under the target, and the y of its foot."""
    stage = bond.ruler.stage
    tall = bond.ruler.height(bond.item)
    if stage.floor == "water":
        room = stage.size.height - box.bottom
        tall = min(tall, 0.8 * room)
        return tall, box.bottom + 0.12 * room + tall
    if box.bottom < stage.ground[0]:
        return tall, (stage.ground[0] + stage.ground[1]) / 2
    tall *= bond.perspective()
    return tall, box.bottom + 0.1 * tall


def _around(bond: Attachment) -> list[Placement]:
    """Instances on an ellipse about the target: half of them behind it, half before it."""
    found, box = [], bond.spread()
    share = 0.8 if bond.count <= 3 else 0.5
    height = min(bond.ruler.height(bond.item) * bond.perspective(), share * (box.bottom - box.top))
    rx = box.width / 2 + height * bond.aspect * 0.75
    far, near = bond.ruler.stage.ground
    ry = min(0.3 * rx, 0.5 * (near - far))
    for instance in range(bond.count):
        angle = math.tau * (instance + 0.25) / max(bond.count, 1) + 0.35
        y = box.bottom + ry * math.sin(angle)
        foot = ((box.left + box.right) / 2 + rx * math.cos(angle), y)
        size = height * (1 + 0.12 * math.sin(angle))
        placed = at_host(
            bond, instance, foot, size, 0.12 * math.sin(angle) + STEP * math.copysign(1, math.sin(angle))
        )
        found.append(replace(placed, shadow=True, flip=math.cos(angle) < 0))
    return found


def _in_depth(bond: Attachment) -> list[Placement]:
    """Behind or in front of the target and shifted to the side, so that both are seen."""
    box = bond.spread()
    behind = bond.relation == "behind"
    height = bond.ruler.height(bond.item) * bond.perspective() * (0.92 if behind else 1.06)
    far, near = bond.ruler.stage.ground
    step = 0.55 * (box.bottom - far) if behind else min(0.22 * height, near - box.bottom + 0.04 * (near - far))
    y = box.bottom - step if behind else box.bottom + max(step, 0.03 * (near - far))
    hides_all = behind and height < 0.9 * (box.bottom - box.top)
    side = bond.chance.fork("side").choice((-1.0, 1.0))
    reach = 0.62 if hides_all or not behind else 0.4
    centre = (box.left + box.right) / 2 + side * reach * box.width
    found = []
    for instance in range(bond.count):
        part = instance - (bond.count - 1) / 2
        foot = (centre + part * 1.1 * height * bond.aspect, y)
        placed = at_host(bond, instance, foot, height, -0.15 if behind else 0.15)
        found.append(replace(placed, shadow=True, flip=side < 0))
    return found


def _beside(bond: Attachment) -> list[Placement]:
    """Left, right, next to: on the target's ground line, a little off its edge."""
    box = bond.spread()
    height = bond.ruler.height(bond.item) * bond.perspective()
    width = height * bond.aspect
    free_left, free_right = box.left, bond.ruler.stage.size.width - box.right
    right = bond.relation == "right of" or (bond.relation != "left of" and free_right >= free_left)
    found = []
    for instance in range(bond.count):
        out = (0.62 + 1.12 * instance) * width
        x = box.right + out if right else box.left - out
        placed = at_host(bond, instance, (x, box.bottom), height, STEP)
        found.append(replace(placed, shadow=bond.target[0].shadow, flip=not right))
    return found
