"""Hands that meet what they hold: partners come together, riders take the handlebar, leashes go to collars.

The last look at what is laid out. Nobody is added or taken away; who does something together stands close enough
for it, and hands are told where to be.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import cast

import msgspec
from msgspec import Struct

from aquatint.engines.composer.layout.bearing import Anchor, Part, Reaching
from aquatint.engines.composer.layout.groups import group_of
from aquatint.engines.composer.layout.measures import Measures
from aquatint.engines.composer.layout.peering import meet_eyepieces
from aquatint.engines.composer.layout.stage import Placement, Tether
from aquatint.engines.composer.lexicon.tables import table
from aquatint.engines.composer.scene import Item

FARTHEST_APART = 3.2
"""Who stands farther from each other, in heights of the lower one, does nothing together."""
WHOSE = "whose"
"""The attribute of what one of several has: the number of that one."""
LED = "led"
"""The attribute of what somebody pushes, pulls or has on a leash: "handle", "rope", "leash"."""
HEAD_CLEAR, HELD_AT = 0.03, 0.86
"""How far an umbrella comes down over the head in heights of its bearer, and where it is held, in its own."""
BEFORE_EYES = 0.32
"""How far before the eyes what is looked through is, in widths of the head."""
BEARING = "bearing"
"""The pose of who has something in both hands."""
Point = tuple[float, float]


class Pairing(Struct, frozen=True, forbid_unknown_fields=True):
    """How two stand who do something together. Lengths are heights of the lower one of them."""

    apart: float
    """From foot to foot."""
    at: float = 0.5
    """How high above the ground their hands meet."""
    abreast: bool = False
    """Whether they stand side by side; else they look at each other."""
    clasp: bool = True
    """Whether their leading hands meet."""
    around: float = 0.0
    """How high the other hands (or both, if they clasp none) lie on the partner's back; 0 leaves them free."""


@functools.cache
def pairings() -> dict[str, Pairing]:
    """What two do together, by pose."""
    return msgspec.convert(table("words/postures")["together"], dict[str, Pairing])


def settle_hands(placements: Sequence[Placement], measures: Measures) -> list[Placement]:
    """The placements in the same order; flips are final, as they will be drawn."""
    desk = _Hands(meet_eyepieces(placements, measures), measures)
    for pose, pairing in pairings().items():
        desk.bring_together(pose, pairing)
    for index, one in enumerate(desk.placed):
        host = desk.host_of(index)
        if host is None:
            continue
        if one.item.relation == "following":
            desk.flee(index, host)
        elif one.item.attributes.get("pose") == "piggyback":
            desk.hold_legs(index, host)
        elif one.item.relation in ("riding", "on", "in"):
            desk.take_hold(index, host)
        elif one.item.relation == "holding" and one.item.attributes.get("spot") == "eyes":
            desk.raise_to_eyes(index, host)
        elif one.item.relation == "holding" and one.item.attributes.get(LED):
            desk.lead(index, host)
        elif one.item.relation == "holding" and measures.anchors.grip(one.item, worn=False).canopy:
            desk.shelter(index, host)
        elif one.item.relation == "holding" and desk.placed[host].item.attributes.get("pose") == BEARING:
            desk.bear(index, host)
    return desk.placed


@dataclass(slots=True)
class _Hands:
    """What is placed, and who reaches out."""

    placed: list[Placement]
    measures: Measures

    def host_of(self, index: int) -> int | None:
        """Where the placement of the thing's target is that belongs to it."""
        one = self.placed[index]
        if not one.item.relation or not one.item.target:
            return None
        hosts = [i for i, other in enumerate(self.placed) if other.item.id == one.item.target]
        hosts.sort(key=lambda i: self.placed[i].instance)
        if (whose := one.item.attributes.get(WHOSE, "")).isdecimal():
            hosts = [i for i in hosts if self.placed[i].instance == int(whose)] or hosts
        return hosts[one.instance % len(hosts)] if hosts else None

    def part(self, index: int, part: Part) -> Anchor | None:
        """Where a part of a placed drawing is."""
        return self.measures.anchors.part(self.placed[index], part)

    def reach(self, index: int, goals: dict[Reaching, Point]) -> None:
        """Let somebody have hands or feet at points."""
        self.placed[index] = self.measures.anchors.reach(self.placed[index], goals)

    # -- partners

    def bring_together(self, pose: str, pairing: Pairing) -> None:
        """Let those in the pose stand as it asks for, two by two or all in a chain."""
        found = [
            i
            for i, one in enumerate(self.placed)
            if one.item.attributes.get("pose") == pose and group_of(one.item) == "people"
        ]
        found.sort(key=lambda i: (self.placed[i].foot[0], i))
        if pairing.abreast:
            for left, right in pairwise(found):
                self._join(left, right, pairing)
            for left, right in pairwise(found):
                self._clasp(left, right, pairing)
            return
        for left, right in zip(found[::2], found[1::2], strict=False):
            self._join(left, right, pairing)
            self._clasp(left, right, pairing)

    def _far_apart(self, left: int, right: int) -> bool:
        one, other = self.placed[left], self.placed[right]
        return abs(one.foot[0] - other.foot[0]) > FARTHEST_APART * min(one.height, other.height)

    def _join(self, left: int, right: int, pairing: Pairing) -> None:
        """Bring two to one ground line and the right distance; chains grow to the right."""
        one, other = self.placed[left], self.placed[right]
        if self._far_apart(left, right):
            return
        one, other = self._as_near(one, other)
        self.placed[left], self.placed[right] = one, other
        apart = pairing.apart * min(one.height, other.height)
        line = one.foot[1] if pairing.abreast else max(one.foot[1], other.foot[1])
        if pairing.abreast:
            places = self._axis(left), self._axis(left) + apart
            flips = one.flip, one.flip
        else:
            middle = (one.foot[0] + other.foot[0]) / 2
            places = middle - apart / 2, middle + apart / 2
            flips = True, False
        for index, x, flip in zip((left, right), places, flips, strict=True):
            self.placed[index] = replace(self.placed[index], foot=(x, line), flip=flip)
            # Arms that reach out put the body off the middle of its drawing.
            off = self._axis(index) - x
            self.placed[index] = replace(self.placed[index], foot=(x - off, line))

    def _as_near(self, one: Placement, other: Placement) -> tuple[Placement, Placement]:
        """Both as large as whoever stands nearer makes them."""
        metres = self.measures.metres(one.item), self.measures.metres(other.item)
        nearer = 0 if one.foot[1] >= other.foot[1] else 1
        scale = ((one.height, other.height)[nearer]) / metres[nearer]
        depth = max(one.depth, other.depth)
        return (
            replace(one, height=scale * metres[0], depth=depth),
            replace(other, height=scale * metres[1], depth=depth),
        )

    def _axis(self, index: int) -> float:
        """x of the middle of the body."""
        hips = self.part(index, "hips")
        return self.placed[index].foot[0] if hips is None else hips.x

    def _clasp(self, left: int, right: int, pairing: Pairing) -> None:
        if self._far_apart(left, right):
            return
        one, other = self.placed[left], self.placed[right]
        tall = min(one.height, other.height)
        middle = (self._axis(left) + self._axis(right)) / 2, (one.foot[1] + other.foot[1]) / 2 - pairing.at * tall
        if pairing.abreast:
            self.reach(left, {"far hand" if one.flip else "near hand": middle})
            self.reach(right, {"near hand" if other.flip else "far hand": middle})
            return
        for index, partner in ((left, right), (right, left)):
            goals: dict[Reaching, Point] = {"far hand": middle} if pairing.clasp else {}
            back = self._back(index, partner, pairing)
            if back is not None:
                goals["near hand"] = back
                if not pairing.clasp:
                    goals["far hand"] = back[0], back[1] + 0.06 * tall
            if goals:
                self.reach(index, goals)

    def _back(self, index: int, partner: int, pairing: Pairing) -> Point | None:
        """The place on the partner's back."""
        chest = self.part(partner, "chest")
        if not pairing.around or chest is None:
            return None
        one, other = self.placed[index], self.placed[partner]
        way = 1.0 if other.foot[0] > one.foot[0] else -1.0
        tall = min(one.height, other.height)
        return chest.x + way * 0.3 * chest.breadth, max(one.foot[1], other.foot[1]) - pairing.around * tall

    # -- riders

    def take_hold(self, index: int, host: int) -> None:
        """Hands on the handlebar, feet on the pedals, of what is ridden."""
        grip, pedal = self.part(host, "grip"), self.part(host, "pedal")
        goals: dict[Reaching, Point] = {}
        if grip is not None:
            goals |= {"near hand": (grip.x, grip.y), "far hand": (grip.x, grip.y)}
        if pedal is not None:
            goals |= {
                "near foot": (pedal.x - pedal.breadth / 2, pedal.y),
                "far foot": (pedal.x + pedal.breadth / 2, pedal.y),
            }
        if not goals or group_of(self.placed[index].item) != "people":
            return
        front = self._in_front(index, host)
        if front is not None and (waist := self.part(front, "hips")) is not None:
            tall = self.placed[front].height
            goals |= {"near hand": (waist.x, waist.y - 0.1 * tall), "far hand": (waist.x, waist.y - 0.1 * tall)}
        self.reach(index, goals)

    def _in_front(self, index: int, host: int) -> int | None:
        """Who rides on the same mount right before."""
        rider, mount = self.placed[index], self.placed[host]
        way = 1.0 if mount.flip else -1.0
        ahead = [
            i
            for i, one in enumerate(self.placed)
            if one.item.target == rider.item.target
            and one.item.relation == rider.item.relation == "riding"
            and way * (one.foot[0] - rider.foot[0]) > 1.0
        ]
        return min(ahead, key=lambda i: way * self.placed[i].foot[0], default=None)

    def hold_legs(self, index: int, host: int) -> None:
        """Who has a child on the shoulders holds it by the shins."""
        feet = self.part(index, "feet")
        if feet is not None:
            shin = feet.x, self.placed[index].foot[1] - 0.12 * self.placed[index].height
            self.reach(host, {"near hand": shin, "far hand": shin})

    def flee(self, index: int, host: int) -> None:
        """Who is chased runs the same way as who chases it."""
        chaser, chased = self.placed[index], self.placed[host]
        if not _moves(chaser.item):
            return
        ahead = chased.foot[0] > chaser.foot[0]
        for who in (index, host):
            looks = self.measures.facing(self.placed[who].item)
            if looks != "front":
                self.placed[who] = replace(self.placed[who], flip=ahead == (looks == "left"))

    def shelter(self, index: int, host: int) -> None:
        """An umbrella over the head, the hand on its handle."""
        thing, bearer = self.placed[index], self.placed[host]
        grip, head = self.measures.anchors.grip(thing.item, worn=False), self.part(host, "head")
        if head is None or group_of(bearer.item) != "people" or bearer.waterline is not None:
            return
        way = 1.0 if bearer.flip else -1.0
        top = head.y + HEAD_CLEAR * bearer.height - grip.canopy * thing.height
        x = head.x + way * 0.1 * bearer.height
        self.placed[index] = replace(thing, foot=(x, top + thing.height), depth=bearer.depth - 1e-3)
        across = 1 - grip.point[0] if thing.flip else grip.point[0]
        hand = x + (across - 0.5) * thing.height * self.measures.aspect(thing.item), top + HELD_AT * thing.height
        self.reach(host, {"far hand": hand})

    def raise_to_eyes(self, index: int, host: int) -> None:
        """What is looked through is before the eyes, in both hands if it is broad."""
        thing, eyes = self.placed[index], self.part(host, "eyes")
        if eyes is None:
            return
        way = 1.0 if self.placed[host].flip else -1.0
        x, low = eyes.x + way * BEFORE_EYES * eyes.breadth, eyes.y + 0.5 * thing.height
        self.placed[index] = replace(thing, foot=(x, low), depth=self.placed[host].depth + 1e-3)
        self.reach(host, {"far hand": (x, low), "near hand": (x - way * 0.1 * thing.height, low)})

    def bear(self, index: int, host: int) -> None:
        """Both hands below what takes two: a box, a cake."""
        thing, bearer = self.placed[index], self.placed[host]
        width = thing.height * self.measures.aspect(thing.item)
        chest = self.part(host, "chest")
        if chest is None:
            return
        way = 1.0 if bearer.flip else -1.0
        middle = chest.x + way * (0.5 * width + 0.02 * bearer.height)
        low = thing.foot[1] - 0.08 * thing.height
        self.placed[index] = replace(thing, foot=(middle, thing.foot[1]))
        inner, outer = middle - way * 0.2 * width, middle + way * 0.3 * width
        self.reach(host, {"near hand": (inner, low), "far hand": (outer, low)})

    # -- what is led

    def lead(self, index: int, host: int) -> None:
        """Hands on the handle, or a rope or a leash from the hand."""
        thing, way = self.placed[index], self.placed[index].item.attributes[LED]
        handle = self._handle(index)
        if way == "handle":
            self.reach(host, {"near hand": handle, "far hand": handle})
            return
        hand = self.part(host, "hand" if way == "leash" else "other hand")
        if hand is not None:
            tie = self._share(thing, handle)
            self.placed[index] = replace(thing, tether=Tether((hand.x, hand.y), tie))

    def _handle(self, index: int) -> Point:
        """Where one takes hold of the thing: at the neck of an animal, at the handle of anything else."""
        one = self.placed[index]
        body = {"animals": "neck", "fantasy": "neck", "people": "grip"}.get(group_of(one.item))
        if body is not None and (part := self.part(index, cast(Part, body))) is not None:
            return part.x, part.y
        across, down = self.measures.anchors.grip(one.item, worn=False).handle
        width = one.height * self.measures.aspect(one.item)
        across = 1 - across if one.flip else across
        return one.foot[0] + (across - 0.5) * width, one.foot[1] - (1 - down) * one.height

    def _share(self, one: Placement, point: Point) -> Point:
        width = one.height * self.measures.aspect(one.item)
        return (point[0] - one.foot[0]) / width + 0.5, 1 - (one.foot[1] - point[1]) / one.height


def _moves(item: Item) -> bool:
    return item.attributes.get("pose") in ("running", "walking", "swimming", "flying", "jumping")
