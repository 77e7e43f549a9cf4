"""Where the joints of a person are in a pose. An adult is about 1 tall; y = 0 is the ground, faces look left."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.people.traits import Stance, Traits

Point = tuple[float, float]
HEAD = 0.068
"""Half the height of an adult's head."""
UPPER_ARM, FOREARM, THIGH, SHIN = 0.162, 0.142, 0.232, 0.225
TRUNK = 0.315
"""From hip to shoulder line."""


@dataclass(frozen=True, slots=True)
class Limb:
    """Root, middle joint and end of an arm or a leg."""

    root: Point
    middle: Point
    end: Point
    angle: float
    """Of the lower bone, degrees."""


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
    near_arm: Limb
    far_arm: Limb
    near_leg: Limb
    far_leg: Limb

    def trunk(self, across: float, up: float) -> Point:
        """A point of the trunk: half widths to the right, share of the height from hip (0) to shoulders (1)."""
        angle = math.radians(self.lean)
        height = up * TRUNK * self.size_of_body
        return (
            self.hip[0] + across * math.cos(angle) - height * math.sin(angle),
            self.hip[1] - across * math.sin(angle) * 0.5 - height * math.cos(angle),
        )

    @property
    def size_of_body(self) -> float:
        """The body's scale against an adult's, for widths of limbs and clothes."""
        return self.waist / 0.066 if self.waist < 0.055 else 1.0


def _bone(start: Point, length: float, angle: float) -> Point:
    turn = math.radians(angle)
    return start[0] - math.sin(turn) * length, start[1] + math.cos(turn) * length


def _limb(root: Point, lengths: tuple[float, float], angles: tuple[float, float]) -> Limb:
    middle = _bone(root, lengths[0], angles[0])
    return Limb(root, middle, _bone(middle, lengths[1], angles[1]), angles[1])


def place_joints(traits: Traits, stance: Stance) -> Joints:
    """The joints of that person in that pose; the lowest foot (or knee or seat) is at y = 0."""
    small = {"baby": 0.62, "child": 0.84}.get(traits.age, 1.0)
    limb = traits.leggy * (small if traits.age == "baby" else 1.0)
    hips, waist = 0.056 * traits.wide * small, 0.066 * traits.wide * small
    shoulder = (0.098 if traits.sex == "man" else 0.086) * (traits.wide**0.7) * small
    if traits.sex == "woman":
        hips, waist = hips * 1.12, waist * 0.92
    spread = 0.034 * traits.wide * small
    near = _limb((spread, 0.0), (THIGH * limb, SHIN * limb), stance.near_leg)
    far = _limb((-spread, 0.0), (THIGH * limb, SHIN * limb), stance.far_leg)
    low = max(near.end[1] + 0.03 * small, far.end[1] + 0.03 * small, near.middle[1] + 0.03, 0.07 * traits.wide)
    hip = (0.0, -low)
    lean = stance.lean + (5.0 if traits.age == "old" else 0.0)
    turn = math.radians(lean)
    reach = TRUNK * small
    chest = (-math.sin(turn) * reach, -low - math.cos(turn) * reach)
    size = HEAD * traits.headed * (0.8 if traits.age == "baby" else 1.0)
    head = (
        chest[0] - 0.012 - 0.02 * math.sin(turn) - 0.06 * math.sin(math.radians(stance.nod)),
        chest[1] - 0.012 * small - size,
    )
    arms = (UPPER_ARM * limb, FOREARM * limb)
    drop = 0.03 * small
    return Joints(
        hip,
        lean,
        shoulder,
        waist,
        hips,
        head,
        size,
        _limb((chest[0] + shoulder * 0.82, chest[1] + drop), arms, stance.near_arm),
        _limb((chest[0] - shoulder * 0.82, chest[1] + drop), arms, stance.far_arm),
        _moved(near, hip),
        _moved(far, hip),
    )


def _moved(limb: Limb, by: Point) -> Limb:
    def shift(point: Point) -> Point:
        return point[0] + by[0], point[1] + by[1]

    return Limb(shift(limb.root), shift(limb.middle), shift(limb.end), limb.angle)
