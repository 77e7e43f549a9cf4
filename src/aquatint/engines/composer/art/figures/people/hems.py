"""The lower parts of dresses, robes, skirts and coats."""

from __future__ import annotations

from aquatint.engines.composer.art.figures.geometry import outline, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.joints import Joints, Limb, Point
from aquatint.engines.composer.art.figures.people.limbs import towards
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group

HEMMED = frozenset({"dress", "robe", "coat", "skirt", "tutu"})
FLARES = {"dress": 0.045, "robe": 0.05, "coat": 0.012, "skirt": 0.03, "tutu": 0.13}
"""How far a hem stands off the legs."""
STEEP = 0.6
"""Share of a thigh's length that is left of its height when a garment counts as a lap."""


def add_hem(group: Group, joints: Joints, traits: Traits) -> None:
    """The lower part of a garment, following the legs."""
    bent = any(_drop(leg) < STEEP for leg in (joints.near_leg, joints.far_leg))
    if bent and traits.cut != "tutu":
        _lap(group, joints, traits)
    else:
        _fall(group, joints, traits)


def _drop(leg: Limb) -> float:
    dx, dy = leg.middle[0] - leg.root[0], leg.middle[1] - leg.root[1]
    return float(dy / (dx * dx + dy * dy) ** 0.5)


def _down(leg: Limb, share: float) -> Point:
    if share < 0.5:
        return towards(leg.root, leg.middle, share * 2)
    return towards(leg.middle, leg.end, share * 2 - 1)


def _fall(group: Group, joints: Joints, traits: Traits) -> None:
    """Cloth that hangs."""
    at, h, w, reach = joints.trunk, joints.hips, joints.waist, traits.hem
    legs = (joints.far_leg, joints.near_leg)
    left, right = sorted((_down(leg, reach) for leg in legs), key=lambda point: point[0])
    mid_left, mid_right = sorted((_down(leg, reach / 2) for leg in legs), key=lambda point: point[0])
    flare = (FLARES.get(traits.cut, 0.03) + 0.05 * reach) * joints.body
    low = max(left[1], right[1])
    colour = traits.bottom_colour if traits.cut == "skirt" else traits.main
    hip = h * (1.62 if traits.cut == "coat" else 1.3)
    top = 0.3 if traits.cut != "skirt" else 0.2
    edge = 0.03 * joints.body
    points = [
        at(-w, top), at(-hip, 0.0), (mid_left[0] - h * 0.95 - flare * 0.5, mid_left[1]),
        (left[0] - edge - flare, low * 0.3 + left[1] * 0.7), ((left[0] + right[0]) / 2, low + 0.012),
        (right[0] + edge + flare, low * 0.3 + right[1] * 0.7),
        (mid_right[0] + h * 0.95 + flare * 0.5, mid_right[1]),
        at(hip, 0.0), at(w, top),
    ]  # fmt: skip
    group.shape(outline(points, {0, 3, 5, 8}), colour)
    middle = (left[0] + right[0]) / 2
    for share, strength in ((-0.5, 0.55), (0.1, 0.4), (0.6, 0.7)):
        foot = (middle + share * (right[0] - left[0] + 2 * flare) * 0.8, low)
        root = at(share * w * 0.6, 0.1)
        group.line(
            stroke_line([towards(root, foot, 0.25), towards(root, foot, 0.97)]), shadowed(colour), 0.01, strength
        )
    _border(group, points, at(-0.02, 0.3), (middle - 0.012, low), traits)


def _border(group: Group, points: list[Point], waist: Point, middle: Point, traits: Traits) -> None:
    """What a garment has along its lower edge or its opening."""
    edge = stroke_line(points[3:6])
    if traits.cut in {"dress", "robe"} and traits.hem > 0.8:
        group.line(edge, traits.trim, 0.03)
    elif traits.cut == "coat":
        group.line(stroke_line([waist, middle]), shadowed(traits.main), 0.007, 0.9)
    elif traits.cut == "tutu":
        group.line(edge, traits.accent, 0.05, 0.7)


def _lap(group: Group, joints: Joints, traits: Traits) -> None:
    """Cloth over bent legs."""
    colour = traits.bottom_colour if traits.cut == "skirt" else traits.main
    share = min(0.96, max(0.0, traits.hem * 2 - 1))
    k = joints.body
    for leg in (joints.far_leg, joints.near_leg):
        end = min(1.0, traits.hem * 2)
        spine = [(*leg.root, joints.hips * 1.15), (*towards(leg.root, leg.middle, 0.6 * end), 0.066 * k)]
        spine.append((*towards(leg.root, leg.middle, end), 0.06 * k))
        if share > 0.1:
            spine.append((*towards(leg.middle, leg.end, share), 0.066 * k))
        group.shape(ribbon(spine), colour)
        group.line(stroke_line([leg.root, towards(leg.root, leg.middle, 0.9 * end)]), shadowed(colour), 0.007, 0.5)
