"""Where the joints of a person are in a pose. An adult is about 1 tall; y = 0 is the ground, faces look left."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from aquatint.engines.composer.art.figures.people.stances import Hand, Reach, Stance
from aquatint.engines.composer.art.figures.people.traits import Traits

Point = tuple[float, float]
HEAD = 0.081
"""Half the height of an adult's head."""
UPPER_ARM, FOREARM, THIGH, SHIN = 0.16, 0.14, 0.235, 0.228
TRUNK = 0.315
"""From hip to shoulder line."""
PALM = 0.026
"""From the wrist to the middle of the hand."""
SIDE = 0.76
"""How much narrower a body is from the side."""
OUTWARDS = frozenset({"hip", "pocket"})
"""Places to which a hand goes with its elbow away from the body."""
STOOP, SAG = 6.0, 4.0
"""Degrees by which the old lean and bend their knees."""


@dataclass(frozen=True, slots=True)
class Limb:
    """Root, middle joint and end of an arm or a leg."""

    root: Point
    middle: Point
    end: Point
    angle: float
    """Of the lower bone, degrees."""
    hand: Hand = "easy"
    foot: float | None = None
    """Degrees by which the toes point down."""


@dataclass(frozen=True, slots=True)
class Joints:
    """All joints of a person."""

    hip: Point
    lean: float
    shoulder: float
    """Half width of the shoulders."""
    waist: float
    hips: float
    head: Point
    size: float
    """Half the height of the head."""
    body: float
    """The body's scale against an adult's."""
    nod: float
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb
    legs: float = 1.0
    """The scale of the legs against an adult's."""

    def trunk(self, across: float, up: float) -> Point:
        """A point of the trunk: half widths to the right, share of the height from hip (0) to shoulders (1)."""
        angle = math.radians(self.lean)
        height = up * TRUNK * self.body
        return (
            self.hip[0] + across * math.cos(angle) - height * math.sin(angle),
            self.hip[1] - across * math.sin(angle) * 0.5 - height * math.cos(angle),
        )

    def face(self, x: float, y: float) -> Point:
        """A point of the head: x -1..1 right, y -1 crown .. 1 chin."""
        turn = math.radians(-self.nod)
        dx, dy = x * self.size * 0.86, y * self.size
        return (
            self.head[0] + dx * math.cos(turn) - dy * math.sin(turn),
            self.head[1] + dx * math.sin(turn) + dy * math.cos(turn),
        )


def _bone(start: Point, length: float, angle: float) -> Point:
    turn = math.radians(angle)
    return start[0] - math.sin(turn) * length, start[1] + math.cos(turn) * length


def _limb(root: Point, lengths: Point, angles: Point, hand: Hand = "easy", foot: float | None = None) -> Limb:
    middle = _bone(root, lengths[0], angles[0])
    return Limb(root, middle, _bone(middle, lengths[1], angles[1]), angles[1], hand, foot)


def angle_of(start: Point, end: Point) -> float:
    """Degrees of the bone from start to end: 0 hangs, 90 points left."""
    return math.degrees(math.atan2(start[0] - end[0], end[1] - start[1]))


def reaching(root: Point, lengths: Point, target: Point, hand: Hand, bend: float) -> Limb:
    """The arm whose wrist is at the target, or as near as it reaches; ``bend`` 1 puts the elbow back or down."""
    dx, dy = target[0] - root[0], target[1] - root[1]
    upper, lower = lengths
    reach = min(max(math.hypot(dx, dy), abs(upper - lower) + 1e-4), 0.995 * (upper + lower))
    base = math.degrees(math.atan2(-dx, dy))
    cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach)
    middle = _bone(root, upper, base - bend * math.degrees(math.acos(min(1.0, max(-1.0, cosine)))))
    straight = math.hypot(dx, dy) or 1.0
    end = (root[0] + dx / straight * reach, root[1] + dy / straight * reach)
    return Limb(root, middle, end, angle_of(middle, end), hand)


def place_joints(traits: Traits, stance: Stance) -> Joints:
    """The joints of that person in that pose; the lowest foot (or knee or seat) is at y = 0."""
    small, wide = traits.small, traits.wide
    limb = traits.leggy
    old = traits.age == "old"
    narrow = SIDE if stance.side else 1.0
    hips, waist = 0.058 * wide * small, 0.064 * wide * small
    shoulder = (0.104 if traits.sex == "man" and not traits.is_child else 0.088) * wide**0.7 * small
    if traits.sex == "woman" and not traits.is_child:
        hips, waist = hips * 1.12, waist * 0.88
    shoulder, waist, hips = shoulder * narrow, waist * (0.5 + narrow / 2), hips * (0.6 + 0.4 * narrow)
    spread = (0.012 if stance.side else 0.036) * wide * small
    legs = (THIGH * limb, SHIN * limb)
    sag = SAG if old and not (stance.seated or stance.aloft) else 0.0
    near = _limb((spread, 0.0), legs, _bent(stance.near_leg, sag), foot=stance.near_foot)
    far = _limb((-spread, 0.0), legs, _bent(stance.far_leg, sag), foot=stance.far_foot)
    sole = 0.03 * small
    low = max(
        near.end[1] + sole, far.end[1] + sole, near.middle[1] + sole, far.middle[1] + sole, 0.07 * wide * small
    )
    hip = (stance.sway * small, -low if stance.mount is None else -stance.mount.hip * limb)
    near = _stepping(_moved(near, hip), legs, _goal(traits, stance, hip, "near foot"))
    far = _stepping(_moved(far, hip), legs, _goal(traits, stance, hip, "far foot"))
    lean = stance.lean + (STOOP if old and abs(stance.turn) < 45 else 0.0)
    return _upper(traits, stance, hip, lean, (shoulder, waist, hips), (near, far))


def _goal(traits: Traits, stance: Stance, hip: Point, part: str) -> Point | None:
    """Where a hand or foot is to be: told by the layout, or on the figure's own mount."""
    told = traits.reach_of(part)
    if told is not None or stance.mount is None:
        return told
    at: Point | None = getattr(stance.mount, part.replace(" ", "_"))
    return None if at is None else (hip[0] + at[0] * traits.leggy, at[1] * traits.leggy)


def _stepping(leg: Limb, lengths: Point, target: Point | None) -> Limb:
    """The leg with its ankle at the target, the knee to the front."""
    if target is None:
        return leg
    return replace(reaching(leg.root, lengths, target, leg.hand, -1.0), foot=leg.foot)


def _bent(angles: tuple[float, float], sag: float) -> tuple[float, float]:
    return angles[0] + sag, angles[1] - sag


def _upper(
    traits: Traits,
    stance: Stance,
    hip: Point,
    lean: float,
    widths: tuple[float, float, float],
    legs: tuple[Limb, Limb],
) -> Joints:
    """Everything above the hips."""
    small, turn = traits.small, math.radians(lean)
    shoulder, waist, hips = widths
    reach = TRUNK * small
    chest = (hip[0] - math.sin(turn) * reach, hip[1] - math.cos(turn) * reach)
    size = HEAD * traits.headed
    nod = stance.nod + 0.45 * min(0.0, max(-30.0, lean)) + 0.25 * min(40.0, max(0.0, lean))
    bow = math.radians(0.8 * lean + stance.nod)
    head = (
        chest[0] - 0.008 - math.sin(bow) * size * 0.95,
        chest[1] - 0.004 * small - size * (0.35 + 0.65 * math.cos(bow)),
    )
    offset = 0.25 if stance.side else 0.84
    drop = 0.03 * small
    roots = (
        (chest[0] + shoulder * offset, chest[1] + drop),
        (chest[0] - shoulder * (offset if not stance.side else 0.1), chest[1] + drop),
    )
    lengths = (UPPER_ARM * traits.armed, FOREARM * traits.armed)
    plain = Joints(
        hip, lean, shoulder, waist, hips, head, size, small, nod,
        _limb(roots[0], lengths, stance.near_arm, stance.near_hand),
        _limb(roots[1], lengths, stance.far_arm, stance.far_hand),
        legs[0], legs[1],
    )  # fmt: skip
    near = _holding_on(plain.near_arm, lengths, _goal(traits, stance, hip, "near hand")) or _arm(
        plain, plain.near_arm, stance.near_at, lengths, far=False
    )
    far = _holding_on(plain.far_arm, lengths, _goal(traits, stance, hip, "far hand")) or _arm(
        plain, plain.far_arm, stance.far_at, lengths, far=True
    )
    return Joints(
        hip, lean, shoulder, waist, hips, head, size, small, nod, near, far, legs[0], legs[1], traits.leggy
    )  # fmt: skip


def _holding_on(arm: Limb, lengths: Point, target: Point | None) -> Limb | None:
    """The arm with the middle of its hand at the target, the elbow hanging."""
    if target is None:
        return None
    upper, lower = lengths
    bent = [reaching(arm.root, (upper, lower + PALM), target, arm.hand, bend) for bend in (1.0, -1.0)]
    best = max(bent, key=lambda one: one.middle[1])
    share = lower / (lower + PALM)
    (x, y), (ex, ey) = best.middle, best.end
    return replace(best, end=(x + (ex - x) * share, y + (ey - y) * share))


def _arm(joints: Joints, arm: Limb, at: Reach | None, lengths: Point, *, far: bool) -> Limb:
    if at is None:
        return arm
    if not isinstance(at, str):
        target = joints.trunk(at[0] * joints.body, at[1])
        across = far and angle_of(arm.root, target) < -10
        return reaching(arm.root, lengths, target, arm.hand, -1.0 if across else 1.0)
    target = _named(joints, at, -1.0 if far else 1.0)
    if at in OUTWARDS:
        return reaching(arm.root, lengths, target, arm.hand, -1.0 if far else 1.0)
    # Hands go to the face with hanging elbows.
    bent = [reaching(arm.root, lengths, target, arm.hand, bend) for bend in (1.0, -1.0)]
    return max(bent, key=lambda one: one.middle[1])


def _named(joints: Joints, at: str, side: float) -> Point:
    """Where the wrist goes when the hand is at a named place."""
    spots = {
        "hip": joints.trunk(side * joints.hips * 1.3, 0.16),
        "pocket": joints.trunk(side * joints.hips * 1.22, 0.03),
        "chin": joints.face(-0.6, 1.75),
        "mouth": joints.face(-1.3, 1.15),
        "mike": joints.face(-1.35, 1.5),
        "brow": joints.face(-1.6, 0.15),
        "ear": joints.face(1.25, 0.75),
        "knee": (joints.near_leg if side > 0 else joints.far_leg).middle,
    }
    return spots[at]


def _moved(limb: Limb, by: Point) -> Limb:
    def shift(point: Point) -> Point:
        return point[0] + by[0], point[1] + by[1]

    return Limb(shift(limb.root), shift(limb.middle), shift(limb.end), limb.angle, limb.hand, limb.foot)
