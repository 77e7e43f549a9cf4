"""Things that stand where another thing says: on it, under it, beside it, in its hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host, size_within, slot
from aquatint.engines.composer.layout.carrying import hold, on_body, perch, ride, wear
from aquatint.engines.composer.layout.climbing import climb
from aquatint.engines.composer.layout.containing import inside, is_aboard
from aquatint.engines.composer.layout.depths import curled, stand_in_depth
from aquatint.engines.composer.layout.following import follow, go_along, lean
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.hanging import hang, is_hung
from aquatint.engines.composer.layout.measures import LOW
from aquatint.engines.composer.layout.perspective import scale_at
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.stage import Placement
from aquatint.engines.composer.layout.ties import CURLS

TALLER = 1.2
"""From so many times the height of what they are around on, things around it leave its front open."""
ALOFT = 0.6
"""Size of what flies above its target: it is farther away."""
OVERHANG = 0.66
"""One thing alone may be so many times as wide as what it is on, however narrow that is at its top."""
SEEN_ALOFT = (0.24, 0.17, 0.13, 0.08)
"""Least height of one, of two, of three and of each of many above something, in shorter sides."""
ABREAST = 1.06
"""Width of all that share a top, in widths of it: they overlap a little."""
IN_ROWS = 0.11
"""How far before and behind the middle things stand by turns on a low top, in its heights."""
DISH = 0.3
"""Height in metres up to which what lies there is a plate, and what is on it no larger than it."""
ON_CLOTH = 0.85
"""How much smaller than on the ground what is on a rug may be, if there is too little room."""
BETWEEN_LEGS = 0.72
"""Height of what is under a table at the most, in heights of the table."""
HOVERING = 0.3
"""Where beside its target a flying thing is: 0 at its top, 1 on the ground."""
OPEN_FRONT = 0.45
"""How far before a low thing those stand who are at the ends of the ring around it: 1 is its nearest point."""
HEDGE = 7
"""From so many on, low things around a high one stand behind it as well."""
MOST_IN_A_ROW = 3
"""Of what is under a thing; more stand in two rows."""


def attach(bond: Attachment) -> list[Placement]:
    """Places of the thing at its target."""
    if is_hung(bond):
        return hang(bond)
    match bond.relation:
        case "on":
            return _on_top(bond)
        case "riding":
            return inside(bond) if is_aboard(bond) else ride(bond)
        case "in":
            return inside(bond)
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
        case "following":
            return follow(bond)
        case "along":
            return go_along(bond)
        case "leaning on":
            return lean(bond)
        case "through":
            return inside(bond)
        case "behind" | "in front of":
            return stand_in_depth(bond)
        case _:
            return _beside(bond)


STEP_ROOM = 1.5
"""How far arms may reach beyond a step, in its widths."""


def _on_top(bond: Attachment) -> list[Placement]:
    """On the target's seat, on its known top, or where the top of such a thing should be; climbers half way up."""
    if bond.item.attributes.get("pose") == "climbing":
        return climb(bond)
    if on_body(bond):
        return perch(bond)
    if is_aboard(bond, decks=True):
        return inside(bond)
    steps = bond.ruler.measures.anchors.steps(bond.target[0].item)
    if len(bond.target) == bond.sharers == 1 < bond.count <= len(steps):
        return _on_steps(bond, steps)
    known = bond.ruler.measures.anchors.top(bond.target[0].item)
    flat = bond.ruler.measures.role(bond.target[0].item) == "surface" or bond.target_aspect > 1.15
    left, right, sink = known or (0.07, 0.93, 0.2 if flat else 0.1)
    grand = bond.ruler.measures.metres(bond.target[0].item) > 2 * bond.ruler.measures.metres(bond.item)
    low = bond.target_aspect > LOW or bond.ruler.measures.role(bond.target[0].item) == "lies"
    found = []
    for instance in range(bond.count):
        host, box = bond.host(instance), bond.box(instance)
        if bond.ruler.measures.mirrored(host).flip:
            left, right = 1 - right, 1 - left
        top = Rect(box.left + left * box.width, box.top, box.left + right * box.width, box.bottom)
        tall = box.bottom - box.top
        share = 0.94 if bond.sharers == 1 else 1.1 / bond.sharers
        # One alone, or whoever lives, may reach beyond the edges of a narrow top: a lion on a rock.
        lone = bond.sharers == bond.count == 1 or group_of(bond.item) in LIVING
        room = max(top.width, OVERHANG * box.width) if lone else top.width
        on_cloth = (
            bond.ruler.measures.role(host.item) == "lies"
            and bond.aspect < 1
            and bond.ruler.measures.metres(host.item) > DISH
        )
        height = _on_cloth(bond, box) if on_cloth else _shared_size(bond, room, share)
        height = min(height, (0.62 if grand else 9.0) * max(tall, 0.5 * room))
        rank = (bond.company.first + instance) % 2
        level = IN_ROWS * (1 - 2 * rank) * tall if bond.company.total > 1 and low else 0.0
        foot = (_along(bond, instance, top), box.top + sink * tall + level)
        placed = at_host(bond, instance, foot, height, STEP * (1 + 0.01 * bond.order + 2 * level / tall))
        found.append(replace(placed, ledge=True))
    return found


def _on_steps(bond: Attachment, steps: Sequence[tuple[float, float, float]]) -> list[Placement]:
    """One on each step: the three of a podium."""
    found = []
    for instance, (left, right, sink) in enumerate(steps[: bond.count]):
        host, box = bond.host(instance), bond.box(instance)
        middle = (left + right) / 2
        middle = 1 - middle if bond.ruler.measures.mirrored(host).flip else middle
        room = bond.count * (right - left) * box.width * STEP_ROOM
        foot = (box.left + middle * box.width, box.top + sink * (box.bottom - box.top))
        height = size_within(bond, room, 1.0)
        found.append(replace(at_host(bond, instance, foot, height, STEP), ledge=True))
    return found


def _on_cloth(bond: Attachment, box: Rect) -> float:
    """Height of what stands on a rug: it stands on the ground all the same."""
    ground = ON_CLOTH * scale_at(bond.ruler.stage, box.bottom)
    return bond.ruler.height(bond.item) * max(bond.perspective(), ground)


def _shared_size(bond: Attachment, room: float, share: float) -> float:
    """Height on a top that things share: where one of them is too wide, all are smaller."""
    if bond.sharers == 1 or len(bond.target) > 1:
        return size_within(bond, room, share)
    factor = ABREAST * room / max(1.0, bond.company.wide * bond.perspective())
    return bond.ruler.height(bond.item) * bond.perspective() * min(1.0, factor)


def _along(bond: Attachment, instance: int, top: Rect) -> float:
    """x of an instance on a top that other things may share: each of them has a part of its own."""
    if bond.sharers == 1 or len(bond.target) > 1:
        return slot(bond, instance, top)
    own = bond.ruler.height(bond.item) * bond.aspect
    place = (bond.company.before + (instance + 0.5) * own) / max(1.0, bond.company.wide)
    return top.left + top.width * (0.5 + (place - 0.5) * 0.92)


def _above(bond: Attachment) -> list[Placement]:
    found, box = [], bond.spread()
    wide = max(box.width, bond.count * 1.15 * bond.ruler.height(bond.item) * bond.aspect)
    flies = bond.ruler.measures.role(bond.item) == "flies" or bond.item.attributes.get("pose") == "flying"
    is_hero = bond.ruler.measures.side(bond.item) == bond.ruler.hero
    far = ALOFT if flies and not is_hero else 1.0
    least = SEEN_ALOFT[min(bond.count, len(SEEN_ALOFT)) - 1] * bond.ruler.short
    height = max(min(max(least, far * bond.ruler.height(bond.item)), 0.8 * box.top), 0.08 * bond.ruler.short)
    centre = (box.left + box.right) / 2
    for instance in range(bond.count):
        one = bond.chance.fork("above", instance)
        part = (instance + 0.5) / bond.count - 0.5
        lift = box.top - min(0.3 * height, 0.12 * box.top) * one.uniform(0.6, 1.0)
        if bond.count > MOST_IN_A_ROW:
            # Many are no washing line; beside the target there is room farther down.
            beside = abs(part * wide) > 0.5 * (box.right - box.left + height * bond.aspect)
            down = 0.3 * (box.bottom - box.top) if beside else 0.0
            lift += one.uniform(-max(0.0, min(2.2 * height, lift - 1.2 * height)), down)
        found.append(at_host(bond, instance, (centre + part * wide, lift), height, STEP))
    return found


def _under(bond: Attachment) -> list[Placement]:
    """Below the target: at the foot of a tree, in the water under a boat, on the ground under a bird."""
    found, stage = [], bond.ruler.stage
    single = len(bond.target) == 1
    number, first = (bond.company.total, bond.company.first) if single else (1, 0)
    rows = 2 if number > MOST_IN_A_ROW else 1
    columns = math.ceil(number / rows)
    for instance in range(bond.count):
        box = bond.box(instance)
        height, y = _below(bond, box)
        widest = bond.company.widest * height / max(1.0, bond.ruler.height(bond.item))
        step = 1.08 * (max(widest, height * bond.aspect) if single else height * bond.aspect)
        fit = min(1.0, 0.92 * stage.size.width / ((columns + 0.5 * (rows - 1)) * step))
        height, step = height * fit, step * fit
        place = first + instance if single else 0
        row, column = place % rows, place // rows
        part = column + 0.5 * row - (columns - 1 + 0.5 * (rows - 1)) / 2
        half = (columns + 0.5 * (rows - 1)) * step / 2
        centre = min(max((box.left + box.right) / 2, half), stage.size.width - half)
        foot = (centre + part * step, y - row * 0.42 * height)
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
    if bond.ruler.measures.anchors.top(bond.target[0].item) is not None:
        # Between the legs of a table, and not before it.
        most = max(tall, bond.company.tallest * bond.perspective())
        tall *= min(1.0, BETWEEN_LEGS * (box.bottom - box.top) / most)
        return tall, box.bottom - 0.02 * tall
    return tall, box.bottom + 0.1 * tall


def _around(bond: Attachment) -> list[Placement]:
    """Instances on an ellipse about the target: half of them behind it, half before it.

    Those who are taller than the target leave its front open, so that it is seen among them.
    """
    if bond.item.attributes.get(CURLS):
        return [curled(bond, instance) for instance in range(bond.count)]
    if bond.ruler.measures.kind(bond.item, bond.ruler.stage) == "air":
        return _about(bond)
    found, box, total = [], bond.spread(), bond.company.total
    metres = bond.ruler.measures.metres
    taller = metres(bond.item) > TALLER * metres(bond.target[0].item)
    share = 9.0 if taller else 0.8 if total <= 3 else 0.5
    height = min(bond.ruler.height(bond.item) * bond.perspective(), share * (box.bottom - box.top))
    wide = bond.company.widest * bond.perspective() if taller else height * bond.aspect
    rx = ring_radius(total, wide, box.width) if taller else box.width / 2 + 0.75 * wide
    far, near = bond.ruler.stage.ground
    ry = min(0.3 * rx, 0.5 * (near - far), max(0.0, (box.bottom - far) / 1.2) if taller else 1e9)
    rx = max(rx, 0.2 * total * wide)
    for instance in range(bond.count):
        across, ahead = _on_ring(bond, instance, taller=taller)
        y = box.bottom + ry * ahead - (0.2 * ry if taller else 0.0)
        foot = ((box.left + box.right) / 2 + rx * across, y)
        change = 0.12 * ahead + STEP * math.copysign(1, ahead)
        placed = at_host(bond, instance, foot, height * (1 + 0.12 * ahead), change)
        found.append(replace(placed, shadow=bond.target[0].shadow, flip=across < 0))
    return found


def _about(bond: Attachment) -> list[Placement]:
    """What flies around the target: on an ellipse about its upper part, before it and behind it."""
    found, box = [], bond.spread()
    height = min(bond.ruler.height(bond.item) * bond.perspective(), 0.5 * (box.bottom - box.top))
    rx = box.width / 2 + 0.8 * height * bond.aspect
    ry = 0.42 * (box.bottom - box.top)
    for instance in range(bond.count):
        one = bond.chance.fork("about", instance)
        angle = math.tau * (instance + 0.5 + one.uniform(-0.2, 0.2)) / bond.count + math.pi / 2
        x = (box.left + box.right) / 2 + rx * one.uniform(0.9, 1.2) * math.cos(angle)
        y = box.top + 0.9 * ry + ry * math.sin(angle) + 0.5 * height
        placed = at_host(bond, instance, (x, max(y, height)), height, STEP * math.copysign(1, math.sin(angle)))
        found.append(replace(placed, flip=math.cos(angle) < 0))
    return found


def ring_radius(count: int, wide: float, target: float) -> float:
    """Half the width of a ring of ``count`` things of a width about a target of another one, in pixels."""
    return max(target / 2 + 0.62 * wide, 0.36 * count * wide)


def _on_ring(bond: Attachment, instance: int, *, taller: bool) -> tuple[float, float]:
    """Where on the ring an instance stands: -1 left .. 1 right, -1 behind .. 1 in front."""
    place, total = bond.company.first + instance, bond.company.total
    if taller:
        # Evenly from side to side, so that nobody hides another one; those at the ends a little in front.
        across = (place / (total - 1) * 2 - 1) if total > 1 else 0.0
        return across, OPEN_FRONT - (1 + OPEN_FRONT) * math.sqrt(1 - across * across)
    if total < HEDGE:
        # Few low things are not hidden behind a high one: beside it, and before it.
        angle = math.pi * ((place + 0.5) / total * 1.2 - 0.1)
    else:
        angle = math.tau * (place + 0.25) / total + 0.35
    return math.cos(angle), math.sin(angle)


def _beside(bond: Attachment) -> list[Placement]:
    """Left, right, next to: on the target's ground line, a little off its edge."""
    box = bond.spread()
    height = bond.ruler.height(bond.item) * bond.perspective()
    width = height * bond.aspect
    free_left, free_right = box.left, bond.ruler.stage.size.width - box.right
    hovers = bond.ruler.measures.kind(bond.item, bond.ruler.stage) == "air"
    level = box.top + HOVERING * (box.bottom - box.top) + 0.5 * height if hovers else box.bottom
    right = bond.relation == "right of" or (bond.relation != "left of" and free_right >= free_left)
    found = []
    for instance in range(bond.count):
        out = (0.62 + 1.12 * instance) * width
        x = box.right + out if right else box.left - out
        placed = at_host(bond, instance, (x, level), height, STEP)
        found.append(replace(placed, shadow=bond.target[0].shadow and not hovers, flip=not right))
    return found
