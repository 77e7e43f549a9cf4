"""Things that are in others: heaped in a bowl, standing in a vase, sitting in a boat, looking out of a window."""

from __future__ import annotations

import math
from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host, size_within, slot
from aquatint.engines.composer.layout.bearing import Vessel
from aquatint.engines.composer.layout.carrying import rim_of, true_height
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.room import Rect
from aquatint.engines.composer.layout.stage import Hoop, Opening, Placement, Rim, Tether

HEAP_PITCH, HEAP_RISE = 0.84, 0.62
"""Distance of neighbours in a heap in widths, and of its layers in heights."""
SUNK = {"people": 0.46, "animals": 0.4}
"""Share of the height that is below the rim, by the group of what is in the vessel."""
SUNK_OTHERWISE, SUNK_STEM = 0.4, 0.3
LONG, LYING = 1.5, 0.35
"""Who is so wide (by the height) lies, and sinks in only by so much of that."""
MOST_ABREAST, BEHIND_OTHERS = 3, 0.3
"""More living beings than this sit in two rows; how much higher those behind are, in heights."""
LEAST_ABOARD = 0.26
"""The longer side of who is in a vessel in widths of its opening, at the least."""
STEMMED = 0.62
"""Things narrower than this (width by height) stand in a vessel like flowers."""
FAN = 26.0
"""Degrees between the outermost stems of a bunch."""
NARROW = 0.75
"""Openings narrower than this share of the vessel hold heads of flowers on stems above it."""
LARGEST_IN = 1.5
"""No content is taller than so many heights of its vessel."""
LEAST_IN_RING, MOST_IN_RING = 0.6, 0.74
"""Height of what goes through a ring in heights of its opening."""
LARGE_GROUPS = frozenset({"buildings", "vehicles"})
"""What is seen from outside: unless a doorway or a window is known, what is in them stands before them."""


def inside(bond: Attachment) -> list[Placement]:
    """Places of the thing in its target."""
    vessel = bond.ruler.measures.anchors.vessel(bond.target[0].item)
    if vessel is None:
        return _unknown(bond)
    return [one for index in range(len(bond.target)) for one in _filled(bond, vessel, index)]


def is_aboard(bond: Attachment, *, decks: bool = False) -> bool:
    """Whether who rides the target is in it: in a boat, in a car. ``decks``: only what is open on top counts."""
    vessel = bond.ruler.measures.anchors.vessel(bond.target[0].item)
    host = bond.target[0].item
    carries = group_of(host) == "vehicles" or bond.ruler.measures.role(host) == "swims"
    if vessel is None or vessel.ring or not carries:
        return False
    return vessel.rim is not None or not decks


def _share(bond: Attachment, index: int) -> list[int]:
    """The instances of the thing that are in that instance of the target."""
    return [i for i in range(bond.count) if i % len(bond.target) == index]


def _filled(bond: Attachment, vessel: Vessel, index: int) -> list[Placement]:
    instances = _share(bond, index)
    if not instances:
        return []
    host = bond.ruler.measures.mirrored(bond.host(index))
    box = bond.box(index)
    if vessel.rim is not None:
        rim = _own_part(bond, rim_of(vessel, box, flip=host.flip))
        stems = bond.aspect < STEMMED and not _is_living(bond)
        if group_of(bond.item) == "plants" and not stems and rim.right - rim.left < NARROW * box.width:
            return _bouquet(bond, instances, rim, box)
        fill = _bunch if stems else _row if _is_living(bond) else _heap
        return fill(bond, instances, rim)
    if vessel.ring:
        return [_through_ring(bond, instance, vessel.ring, box) for instance in instances]
    assert vessel.pane is not None
    return _behind_pane(bond, instances, _pane(vessel.pane, box, flip=host.flip))


def _own_part(bond: Attachment, rim: Rim) -> Rim:
    """The part of an opening that is left for somebody who shares it with others: a family in a boat."""
    if bond.sharers == 1 or not _is_living(bond):
        return rim
    wide = (rim.right - rim.left) / bond.sharers
    left = rim.left + bond.order * wide
    return rim._replace(left=left, right=left + wide)


def _pane(pane: tuple[float, float, float, float], box: Rect, *, flip: bool) -> Opening:
    left, top, right, bottom = pane
    if flip:
        left, right = 1 - right, 1 - left
    tall = box.bottom - box.top
    return Opening(
        box.left + left * box.width, box.top + top * tall, box.left + right * box.width, box.top + bottom * tall
    )


def _is_living(bond: Attachment) -> bool:
    return group_of(bond.item) in LIVING


def _size(bond: Attachment, index: int, room: float) -> float:
    """Height of one in the vessel: as it really is beside it, within ``room`` pixels of width."""
    host = bond.host(index)
    return min(true_height(bond, host), LARGEST_IN * host.height, room / bond.aspect)


def _row(bond: Attachment, instances: list[int], rim: Rim) -> list[Placement]:
    """Living beings side by side, with their lower parts in the vessel."""
    wide = rim.right - rim.left
    rows = [instances] if len(instances) <= MOST_ABREAST else _halved(instances)
    longest = max(len(row) for row in rows)
    room = 0.86 * wide / (1 + 0.72 * (longest - 1))
    height = _size(bond, instances[0], room)
    # A mouse in a yacht would not be seen.
    height = max(height, min(LEAST_ABOARD * wide, room) / max(1.0, bond.aspect))
    sunk = SUNK.get(group_of(bond.item), SUNK_OTHERWISE) * (LYING if bond.aspect > LONG else 1.0)
    step = min(0.9 * height * bond.aspect, 0.8 * wide / max(1, longest))
    found = []
    for layer, row in enumerate(rows):
        for place, instance in enumerate(row):
            x = (rim.left + rim.right) / 2 + (place - (len(row) - 1) / 2) * step
            y = rim.y + 0.6 * rim.dip + (sunk - BEHIND_OTHERS * (len(rows) - 1 - layer)) * height
            placed = at_host(bond, instance, (x, y), height, STEP * (1 + 0.1 * layer))
            found.append(replace(placed, cover=rim))
    return found


def _halved(instances: list[int]) -> list[list[int]]:
    """Two rows, the shorter one behind first."""
    half = len(instances) // 2
    return [instances[:half], instances[half:]]


def _heap(bond: Attachment, instances: list[int], rim: Rim) -> list[Placement]:
    """A heap that the rim holds: layers that are one shorter than those before them, the rear ones first."""
    number, wide = len(instances), rim.right - rim.left
    base = max(1, math.ceil((math.sqrt(8 * number + 1) - 1) / 2)) if number > 2 else number
    room = 0.86 * wide / (1 + HEAP_PITCH * (base - 1))
    height = _size(bond, instances[0], room)
    if number == 1:
        height = max(height, min(0.4 * wide, room) / bond.aspect)
    # A few small things would vanish in a deep vessel.
    height = max(height, 0.16 * wide / bond.aspect)
    rows = _layers(number, base)
    found = []
    at = 0
    for layer in range(len(rows) - 1, -1, -1):
        for place in range(rows[layer]):
            instance = instances[at]
            one = bond.chance.fork("heap", instance)
            x = (rim.left + rim.right) / 2 + (place - (rows[layer] - 1) / 2) * HEAP_PITCH * height * bond.aspect
            y = rim.y + 0.4 * rim.dip + (SUNK_OTHERWISE - HEAP_RISE * layer) * height
            y += one.uniform(-0.04, 0.04) * height
            placed = at_host(bond, instance, (x, y), height, STEP * (1 + 0.02 * at))
            tilt = one.uniform(-24, 24)
            found.append(replace(placed, cover=rim, rotation=tilt, flip=one.random() < 0.5))
            at += 1
    return found


def _layers(number: int, base: int) -> list[int]:
    layers = []
    while number > 0:
        layers.append(min(base, number))
        number -= layers[-1]
        base = max(1, base - 1)
    return layers


def _bunch(bond: Attachment, instances: list[int], rim: Rim) -> list[Placement]:
    """Stems that stand fanned out in the opening."""
    number, wide = len(instances), rim.right - rim.left
    host = bond.host(instances[0])
    # Flowers are as tall above their vase as it is, or nearly so.
    height = min(max(true_height(bond, host), 0.75 * host.height), 1.15 * host.height)
    spread = FAN * min(1.0, (number - 1) / 3)
    found = []
    for place, instance in enumerate(instances):
        one = bond.chance.fork("bunch", instance)
        part = 0.0 if number == 1 else place / (number - 1) * 2 - 1
        tall = height * (1 - 0.16 * abs(part)) * one.uniform(0.88, 1.04)
        turn = math.radians(part * spread)
        root = ((rim.left + rim.right) / 2 + part * 0.26 * wide, rim.y + SUNK_STEM * tall)
        # The drawing turns about its middle, so its foot goes where the turned root is the root.
        half = tall / 2
        middle = (root[0] + half * math.sin(turn), root[1] - half * math.cos(turn))
        foot = (middle[0], middle[1] + half)
        placed = at_host(bond, instance, foot, tall, STEP * (1 + 0.05 * (1 - abs(part))))
        found.append(
            replace(placed, cover=rim, rotation=math.degrees(turn), flip=one.random() < 0.5)
        )  # fmt: skip
    return found


def _bouquet(bond: Attachment, instances: list[int], rim: Rim, box: Rect) -> list[Placement]:
    """Heads of flowers on a dome above the opening, on stems."""
    number, tall = len(instances), box.bottom - box.top
    height = box.width * max(0.3, min(0.62, 1.1 / math.sqrt(number))) / max(1.0, bond.aspect)
    radius = (0.2 if number < 3 else 0.36) * box.width + 0.12 * math.sqrt(number) * height
    middle, found = (rim.left + rim.right) / 2, []
    for place, instance in enumerate(instances):
        one = bond.chance.fork("head", instance)
        # Golden angles over a disc, the first ones outside, so that inner ones lie on top.
        out = math.sqrt((number - 1 - place + 0.35) / max(1, number - 0.3)) if number > 1 else 0.0
        turn = place * 2.39996 + one.uniform(-0.2, 0.2)
        x = middle + radius * out * math.cos(turn)
        centre = rim.y - 0.34 * tall - 0.4 * radius + 0.62 * radius * out * math.sin(turn)
        size = height * one.uniform(0.88, 1.1)
        placed = at_host(bond, instance, (x, centre + size / 2), size, STEP * (1 + 0.02 * place))
        root = (middle + 0.25 * (x - middle) * (rim.right - rim.left) / box.width, rim.y + 1.2 * rim.dip)
        tether = Tether(root, (0.5, 0.6), stem=True)
        found.append(replace(placed, tether=tether, rotation=one.uniform(-18, 18), flip=one.random() < 0.5))
    return found


def _through_ring(bond: Attachment, instance: int, thick: float, box: Rect) -> Placement:
    """Half way through a ring: the near half of it hides what goes through, the far half is behind it."""
    host = bond.host(instance)
    opening = box.bottom - box.top - 2 * thick * box.width
    height = min(max(true_height(bond, host), LEAST_IN_RING * opening), MOST_IN_RING * opening)
    foot = ((box.left + box.right) / 2, (box.top + box.bottom) / 2 + 0.5 * height)
    placed = at_host(bond, instance, foot, height, STEP)
    hoop = Hoop(box.left, box.top, box.right, box.bottom, thick * box.width, near_left=not host.flip)
    return replace(placed, cover=hoop)


def _behind_pane(bond: Attachment, instances: list[int], pane: Opening) -> list[Placement]:
    """What is seen in a window, a doorway or glass, cut by its edges."""
    living = _is_living(bond)
    if living and bond.sharers > 1:
        step = (pane.right - pane.left) / bond.sharers
        pane = pane._replace(left=pane.left + bond.order * step, right=pane.left + (bond.order + 1) * step)
    wide, tall = pane.right - pane.left, pane.bottom - pane.top
    number = len(instances)
    height = min(_size(bond, instances[0], 10 * wide), 1.35 * tall if living else 0.8 * tall)
    height = max(height, (0.8 if living else 0.3) * tall)
    height = min(height, (1.25 if living else 0.92) * wide / number / bond.aspect)
    found = []
    for place, instance in enumerate(instances):
        x = pane.left + (place + 0.5) / number * wide
        y = pane.bottom - 0.03 * tall + max(0.0, height - 0.94 * tall)
        found.append(replace(at_host(bond, instance, (x, y), height, STEP), cover=pane))
    return found


def _unknown(bond: Attachment) -> list[Placement]:
    """In what has no known opening: in the crown of a tree, among plants, before a house."""
    group = group_of(bond.target[0].item)
    metres = bond.ruler.measures.metres
    grand = metres(bond.target[0].item) > 1.5 * metres(bond.item)
    found = []
    for instance in range(bond.count):
        box = bond.box(instance)
        tall = box.bottom - box.top
        height = size_within(bond, box.width, 0.82)
        x = slot(bond, instance, box)
        if group == "plants" and grand:
            height = min(height, 0.3 * tall)
            one = bond.chance.fork("crown", instance)
            y = box.top + tall * one.uniform(0.34, 0.48) + height * 0.3
            found.append(at_host(bond, instance, (x, y), height, STEP))
        elif group in LARGE_GROUPS and grand:
            height = min(height, 0.42 * tall)
            found.append(replace(at_host(bond, instance, (x, box.bottom), height, STEP), shadow=True))
        else:
            height = min(height, LARGEST_IN * tall)
            edge = 0.04 * box.width
            rim = Rim(box.left + edge, box.right - edge, box.top + 0.14 * tall, 0.06 * tall)
            y = rim.y + SUNK.get(group_of(bond.item), SUNK_OTHERWISE) * height
            found.append(replace(at_host(bond, instance, (x, y), height, STEP), cover=rim))
    return found
