"""Things that hang from others: a swing from a bough, a lantern from a tree, a bat from a branch."""

from __future__ import annotations

from dataclasses import replace

from aquatint.engines.composer.layout.attachment import STEP, Attachment, at_host
from aquatint.engines.composer.layout.bearing import Anchor, Grip
from aquatint.engines.composer.layout.carrying import true_height
from aquatint.engines.composer.layout.groups import LIVING, group_of
from aquatint.engines.composer.layout.proportion import height_of
from aquatint.engines.composer.layout.stage import Placement, Tether

READABLE = 0.1
"""Side of a square as large as the smallest thing that hangs, in shorter sides of the picture."""
CLEAR_OF_GROUND = 0.16
"""How far above the ground what hangs ends, in shares of the way from what it hangs from."""
STRING = 0.4
"""Length of a string in heights of the thing on it, at the most."""
MANY, UP_IN_CROWN, NARROWER = 4, 0.24, 0.7
"""From so many on, every second one hangs higher in a tree, by so many of its heights, and nearer the middle."""
STAGGERED = 0.5
"""How much longer or shorter the strings of several things are."""
ALOFT = frozenset({"flies", "sky", "hangs"})
"""Roles of what is in the air: things hang below its middle; they hang at the side of all else."""
AT_SIDE, BELOW = (0.8, 0.3, 0.3), (0.5, 0.94, 0.6)
"""Where things hang from what has no known bough: x and y in its box, and how widely several are spread."""


def is_hung(bond: Attachment) -> bool:
    """Whether the thing hangs from its target, as the relation or its pose in a tree says."""
    in_tree = bond.relation in ("on", "in") and group_of(bond.target[0].item) == "plants"
    hangs = bond.item.attributes.get("pose") == "hanging" and group_of(bond.item) not in LIVING
    return bond.relation == "hanging from" or (in_tree and hangs)


def hang(bond: Attachment) -> list[Placement]:
    """Places of the thing below the boughs of its target."""
    grip = bond.ruler.measures.anchors.hung(bond.item)
    return [_hung(bond, instance, grip) for instance in range(bond.count)]


def _hung(bond: Attachment, instance: int, grip: Grip) -> Placement:
    at, floor = _bough(bond, instance), _floor(bond, instance)
    room = (1 - CLEAR_OF_GROUND) * max(0.0, floor - at.y)
    if grip.ropes:
        height = max(room, READABLE * bond.ruler.short)
    else:
        least = height_of(READABLE * bond.ruler.short, bond.aspect)
        height = min(max(true_height(bond, bond.host(instance)), least), max(0.7 * room, least))
    string = _string(bond, instance, grip, room, height)
    # What turns upside down has its feet where the others have their heads.
    up = (1 - grip.point[1] if grip.upside_down else grip.point[1]) * height
    foot = (at.x - (grip.point[0] - 0.5) * height * bond.aspect, at.y + string + height - up)
    one = at_host(bond, instance, foot, height, STEP * (1 + 0.01 * instance))
    tether = Tether((at.x, at.y), grip.point) if string else None
    return replace(one, tether=tether, rotation=180.0 if grip.upside_down else 0.0)


def _string(bond: Attachment, instance: int, grip: Grip, room: float, height: float) -> float:
    """Length of the string; things beside each other hang at different heights."""
    if not grip.string:
        return 0.0
    one = bond.chance.fork("string", instance)
    own = STRING * height * (one.uniform(1 - STAGGERED, 1 + STAGGERED) if bond.count > 1 else 1.0)
    return max(0.06 * height, min(own, room - height))


def _bough(bond: Attachment, instance: int) -> Anchor:
    """The point from which an instance hangs; several share the width of what they hang from."""
    host, box = bond.host(instance), bond.box(instance)
    known = bond.anchor(host, "bough")
    if known is None:
        aloft = bond.ruler.measures.role(host.item) in ALOFT
        across, down, breadth = BELOW if aloft else AT_SIDE
        across = 1 - across if host.flip else across
        known = Anchor(box.left + across * box.width, box.top + down * (box.bottom - box.top), breadth * box.width)
    number = bond.company.total if len(bond.target) == 1 else 1
    if number < 2:
        return known
    order = bond.company.first + instance
    middle, place = (box.left + box.right) / 2, (order + 0.5) / number
    if number < MANY or order % 2 == 0 or group_of(host.item) != "plants":
        return known._replace(x=middle + (place - 0.5) * known.breadth)
    # Many hang in the crown as well, where it is narrower.
    lift = UP_IN_CROWN * (box.bottom - box.top)
    return known._replace(x=middle + NARROWER * (place - 0.5) * known.breadth, y=known.y - lift)


def _floor(bond: Attachment, instance: int) -> float:
    """y below which nothing hangs: the ground beneath the target."""
    stage, box = bond.ruler.stage, bond.box(instance)
    near = stage.size.height * 0.94
    aloft = bond.ruler.measures.role(bond.host(instance).item) in ALOFT
    return near if aloft or stage.floor == "air" else box.bottom
