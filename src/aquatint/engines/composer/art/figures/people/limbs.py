"""Arms and legs with the clothes on them."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.geometry import outline, oval, ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.fabric import sleeve_pattern
from aquatint.engines.composer.art.figures.people.hands import add_hand
from aquatint.engines.composer.art.figures.people.joints import Limb, Point
from aquatint.engines.composer.art.figures.people.traits import Traits
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.colour import WHITE, Colour, mix

LONG_SLEEVES = frozenset({"shirt", "sweater", "jacket", "coat", "suit", "robe", "space", "armour"})
SHORT_SLEEVES = frozenset({"tee", "dress", "skirt"})
TRIMMED = frozenset({"robe", "space", "armour", "coat"})
"""Garments with coloured cuffs."""
GOWNS = frozenset({"dress", "robe"})
LONG = 0.45
"""How far a gown reaches that hides the thighs."""
WIDE = {"robe": 0.048, "space": 0.042, "coat": 0.034, "armour": 0.03}
"""Half width of a sleeve at the wrist."""
SHOE = (
    (0.026, -0.03),
    (0.03, 0.0),
    (0.028, 0.03),
    (-0.078, 0.03),
    (-0.088, 0.018),
    (-0.074, 0.004),
    (-0.044, -0.006),
    (-0.02, -0.03),
)


def scale_of(traits: Traits) -> float:
    """Thickness of limbs against an adult's of average build."""
    young = {"baby": 0.74, "toddler": 0.76, "child": 0.76, "teen": 0.9, "young": 0.97}.get(traits.age, 1.0)
    build = {"slim": 0.9, "broad": 1.14, "heavy": 1.24}.get(traits.build, 1.0)
    return young * build * (0.9 if traits.sex == "woman" else 1.0)


def gowned(traits: Traits) -> bool:
    """Whether the garment hides hips and thighs."""
    return traits.cut in GOWNS and traits.hem > LONG


def towards(start: Point, end: Point, share: float) -> Point:
    """The point at that share of the way."""
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def add_leg(group: Group, leg: Limb, traits: Traits) -> None:
    """A leg in trousers, shorts or tights, with its shoe."""
    k = scale_of(traits)
    knee, ankle = leg.middle, leg.end
    if gowned(traits):
        # The gown hides the thigh, and would show it at the hip.
        leg = Limb(towards(leg.root, knee, 0.6), knee, ankle, leg.angle, leg.hand, leg.foot)
    covered = traits.bottom == "trousers" and not traits.bare
    calf = towards(knee, ankle, 0.32)
    bare = [
        (*leg.root, 0.052),
        (*towards(leg.root, knee, 0.5), 0.047),
        (*knee, 0.035),
        (*calf, 0.037),
        (*ankle, 0.021),
    ]
    group.shape(ribbon([(x, y, r * k) for x, y, r in bare]), traits.bottom_colour if covered else traits.skin)
    if traits.bottom == "shorts":
        wide = [(*leg.root, 0.06), (*towards(leg.root, knee, 0.5), 0.058), (*towards(leg.root, knee, 0.8), 0.058)]
        group.shape(ribbon([(x, y, r * k) for x, y, r in wide]), traits.bottom_colour)
    elif covered:
        _trouser(group, leg, traits, k)
    if traits.socks:
        group.shape(ribbon([(*towards(knee, ankle, 0.4), 0.037 * k), (*ankle, 0.026 * k)]), traits.sock_colour)
    _shoe(group, leg, traits, k)


def _trouser(group: Group, leg: Limb, traits: Traits, k: float) -> None:
    knee, ankle = leg.middle, leg.end
    end = 0.93 if not traits.boots else 0.7
    spine = [
        (*leg.root, 0.058), (*towards(leg.root, knee, 0.5), 0.053), (*knee, 0.044),
        (*towards(knee, ankle, 0.5), 0.041), (*towards(knee, ankle, end), 0.038),
    ]  # fmt: skip
    group.shape(ribbon([(x, y, r * k) for x, y, r in spine]), traits.bottom_colour)
    fold = shadowed(traits.bottom_colour)
    x, y = knee
    group.line(stroke_line([(x + 0.036 * k, y - 0.014), (x + 0.004, y + 0.004)]), fold, 0.006, 0.7)
    group.line(stroke_line([(x + 0.034 * k, y + 0.016), (x + 0.012, y + 0.024)]), fold, 0.005, 0.6)
    low = towards(knee, ankle, 0.86)
    group.line(stroke_line([(low[0] - 0.03 * k, low[1]), (low[0] + 0.004, low[1] + 0.012)]), fold, 0.005, 0.5)


def _shoe(group: Group, leg: Limb, traits: Traits, k: float) -> None:
    x, y = leg.end
    colour = traits.skin if traits.bare else traits.shoes
    level = leg.angle if abs(leg.angle) > 40 else leg.angle * 0.4
    turn = math.radians(level if leg.foot is None else -leg.foot)
    turned = [
        (x + k * (a * math.cos(turn) - b * math.sin(turn)), y + k * (a * math.sin(turn) + b * math.cos(turn)))
        for a, b in SHOE
    ]
    if traits.boots:
        shaft = [
            (*towards(leg.end, leg.middle, 0.46), 0.041),
            (*towards(leg.end, leg.middle, 0.2), 0.037),
            (*leg.end, 0.032),
        ]
        group.shape(ribbon([(a, b, r * k) for a, b, r in shaft]), colour)
        top = towards(leg.end, leg.middle, 0.5)
        across = math.radians(leg.angle)
        rim = (math.cos(across) * 0.05 * k, math.sin(across) * 0.05 * k)
        group.line(
            stroke_line([(top[0] - rim[0], top[1] - rim[1]), (top[0] + rim[0], top[1] + rim[1])]),
            shadowed(colour, 0.9),
            0.016 * k,
            0.7,
        )
    group.shape(outline(turned, {2, 3}), colour)
    if traits.bare:
        return
    group.line(stroke_line([turned[2], turned[3], turned[4]]), shadowed(colour, 1.7), 0.015 * k, 0.85)
    group.line(stroke_line([turned[5], turned[6], turned[7]]), mix(colour, WHITE, 0.35), 0.007 * k, 0.5)


def add_arm(group: Group, arm: Limb, traits: Traits) -> None:
    """An arm with its sleeve and hand."""
    k = scale_of(traits)
    hand = _hand_colour(traits)
    bare = [
        (*arm.root, 0.034),
        (*towards(arm.root, arm.middle, 0.5), 0.031),
        (*arm.middle, 0.026),
        (*arm.end, 0.0175),
    ]
    group.shape(ribbon([(x, y, r * k) for x, y, r in bare]), traits.skin)
    if traits.cut not in LONG_SLEEVES:
        add_hand(group, arm, hand, k)
    if traits.cut in LONG_SLEEVES:
        _long_sleeve(group, arm, traits, k)
        add_hand(group, arm, hand, k)
    elif traits.cut in SHORT_SLEEVES:
        spine = [
            (*arm.root, 0.037),
            (*towards(arm.root, arm.middle, 0.25), 0.04),
            (*towards(arm.root, arm.middle, 0.56), 0.04),
        ]
        group.shape(ribbon([(x, y, r * k) for x, y, r in spine]), traits.main)
        sleeve_pattern(group, arm.root, towards(arm.root, arm.middle, 0.7), traits, k)
        group.line(
            _across(towards(arm.root, arm.middle, 0.78), arm, 0.05 * k, lower=False),
            shadowed(traits.main, 0.9),
            0.008 * k,
            0.7,
        )
    if traits.cut == "armour":
        group.shape(oval(arm.root[0], arm.root[1] + 0.004, 0.05 * k, 0.045 * k), mix(traits.main, WHITE, 0.15))
        group.shape(oval(arm.middle[0], arm.middle[1], 0.036 * k), mix(traits.main, WHITE, 0.1))
    if "boxing-gloves" in traits.worn:
        turn = math.radians(arm.angle)
        x, y = arm.end[0] - math.sin(turn) * 0.03, arm.end[1] + math.cos(turn) * 0.03
        group.shape(oval(x, y, 0.045 * k, 0.041 * k), traits.accent)


def _hand_colour(traits: Traits) -> Colour:
    if traits.cut == "space" or "gloves" in traits.worn:
        return traits.glove_colour
    return traits.trim if traits.cut == "armour" else traits.skin


def _across(point: Point, arm: Limb, half: float, *, lower: bool) -> object:
    """A line across an arm at a point."""
    first, second = (arm.middle, arm.end) if lower else (arm.root, arm.middle)
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = math.hypot(dx, dy) or 1.0
    x, y = -dy / length * half, dx / length * half
    return stroke_line([(point[0] - x, point[1] - y), (point[0] + x, point[1] + y)])


def _long_sleeve(group: Group, arm: Limb, traits: Traits, k: float) -> None:
    sleeve, wide = traits.main, WIDE.get(traits.cut, 0.027)
    spine = [
        (*arm.root, 0.038), (*towards(arm.root, arm.middle, 0.4), 0.039), (*arm.middle, 0.034),
        (*towards(arm.middle, arm.end, 0.5), (0.032 + wide) / 2), (*towards(arm.middle, arm.end, 0.9), wide),
    ]  # fmt: skip
    group.shape(ribbon([(x, y, r * k) for x, y, r in spine]), sleeve)
    sleeve_pattern(group, arm.root, arm.middle, traits, k)
    sleeve_pattern(group, arm.middle, arm.end, traits, k)
    fold = shadowed(sleeve)
    x, y = arm.middle
    group.line(stroke_line([(x + 0.026 * k, y - 0.012), (x, y)]), fold, 0.006, 0.7)
    group.line(stroke_line([(x + 0.024 * k, y + 0.014), (x + 0.004, y + 0.016)]), fold, 0.005, 0.6)
    end = towards(arm.middle, arm.end, 1.0 if wide < 0.04 else 1.12)
    cuff = traits.trim if traits.cut in TRIMMED else shadowed(sleeve, 0.6)
    group.line(_across(end, arm, wide * k * 1.3, lower=True), cuff, 0.022 * k)
