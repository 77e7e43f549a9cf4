"""A body plan in a pose, bent to the proportions of a species."""

from __future__ import annotations

import math
from dataclasses import dataclass

from aquatint.engines.composer.art.figures.animals.species import Knots, Pose, Species
from aquatint.engines.composer.art.figures.geometry import Knot

Spine = list[Knot]
GAITS = {
    "walking": {"near_front": 20.0, "far_front": -20.0, "near_hind": -16.0, "far_hind": 18.0},
    "running": {"near_front": 48.0, "far_front": 34.0, "near_hind": -46.0, "far_hind": -30.0},
    "jumping": {"near_front": 44.0, "far_front": 34.0, "near_hind": -48.0, "far_hind": -36.0},
    "eating": {"near_front": 8.0, "far_front": -12.0, "near_hind": 0.0, "far_hind": 6.0},
    "rearing": {"near_front": 50.0, "far_front": 26.0, "near_hind": -44.0, "far_hind": -34.0},
    "stretching": {"near_front": 60.0, "far_front": 52.0, "near_hind": 14.0, "far_hind": 20.0},
    "standing": {"near_front": 0.0, "far_front": 0.0, "near_hind": 0.0, "far_hind": 0.0},
}
"""Degrees by which each leg swings forwards."""
ON_TWO = {
    "running": {"near_front": 20.0, "far_front": 12.0, "near_hind": -34.0, "far_hind": 44.0},
    "jumping": {"near_front": 20.0, "far_front": 12.0, "near_hind": -34.0, "far_hind": 24.0},
}
"""The same for those who run on two legs: one leg is before the body, the other one behind it."""
GRAZING = 84.0
"""Degrees by which a neck goes down to the ground."""


@dataclass(slots=True)
class Skeleton:
    """The spines of one animal."""

    torso: Spine
    neck: Spine
    head: tuple[float, float]
    tail: tuple[float, float]
    legs: dict[str, Spine]
    upright: bool
    """Whether it stands on four legs."""

    @property
    def sitting(self) -> bool:
        """Whether the back is steep."""
        return self.torso[-1][1] - self.torso[0][1] > 0.3


def stretch_of(pose: Pose, kind: Species) -> tuple[float, float]:
    """Factor across the body and how far the longer legs lift it."""
    return kind.length, (kind.legs - 1) * pose.belly


def build_skeleton(pose: Pose, kind: Species, gait: str) -> Skeleton:
    """The pose with the species' proportions; ``gait`` swings the legs of a standing pose."""
    across, lift = stretch_of(pose, kind)
    torso: Spine = [(x * across, y - lift, r * kind.girth) for x, y, r in pose.torso]
    neck = _neck(pose.neck, kind, across, lift, GRAZING if gait == "eating" else 0.0)
    tip = neck[-1]
    legs = {name: _leg(getattr(pose, name), kind, pose.belly, across) for name in GAITS["standing"]}
    upright = gait in GAITS
    if upright:
        swings = ON_TWO.get(gait, GAITS[gait]) if kind.plan == "biped" else GAITS[gait]
        legs = {name: swung(leg, swings[name]) for name, leg in legs.items()}
    head = (tip[0] + pose.head[0], tip[1] + pose.head[1])
    return Skeleton(torso, neck, head, (pose.tail[0] * across, pose.tail[1] - lift), legs, upright)


def _neck(neck: Knots, kind: Species, across: float, lift: float, lowered: float) -> Spine:
    """The neck from its root: scaled in length, raised by the species' angle, thinner or thicker."""
    x0, y0 = neck[0][0], neck[0][1]
    angle = math.radians(min(kind.rise, 20.0) - lowered if lowered else kind.rise)
    moved: Spine = []
    for i, (x, y, r) in enumerate(neck):
        dx, dy = (x - x0) * kind.neck, (y - y0) * kind.neck
        turned = (dx * math.cos(angle) - dy * math.sin(angle), dx * math.sin(angle) + dy * math.cos(angle))
        thick = kind.nape if i else (kind.nape + kind.girth) / 2
        moved.append((x0 * across + turned[0], y0 - lift + turned[1], r * thick))
    return moved


def _leg(leg: Knots, kind: Species, belly: float, across: float) -> Spine:
    """The leg moved with the body; what is below the belly grows with the species' leg length."""
    shift = (across - 1) * leg[0][0]
    lift = (kind.legs - 1) * belly
    made: Spine = []
    for i, (x, y, r) in enumerate(leg):
        low = -y < belly
        tall = y * kind.legs if low else y - lift
        made.append((x + shift, tall, r * (kind.limb if i else (kind.limb + kind.girth) / 2)))
    # A foot keeps to the ground however thick it is.
    x, y, r = made[-1]
    made[-1] = (x, max(y, -r) if y > -0.2 else y, r)
    return made


def swung(leg: Spine, degrees: float) -> Spine:
    """The leg turned forwards (left) about its root; a leg that reaches back also bends."""
    if not degrees:
        return leg
    x0, y0, _ = leg[0]
    made: Spine = [leg[0]]
    count = len(leg) - 1
    for i, (x, y, r) in enumerate(leg[1:], start=1):
        share = 0.5 + 0.5 * i / count
        angle = math.radians(degrees * share)
        dx, dy = x - x0, y - y0
        made.append(
            (x0 + dx * math.cos(angle) - dy * math.sin(angle), y0 + dx * math.sin(angle) + dy * math.cos(angle), r)
        )
    return made
