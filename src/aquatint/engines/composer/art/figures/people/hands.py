"""Hands: palm, fingers and thumb in the few shapes that read at a distance."""

from __future__ import annotations

import math

from aquatint.engines.composer.art.figures.geometry import ribbon, stroke_line
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.joints import Limb, Point
from aquatint.engines.composer.art.figures.sketch import Group
from aquatint.engines.composer.drawing.colour import Colour

FINGERS: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "easy": (
        ((0.026, -0.012), (0.05, -0.012), (0.064, -0.004)),
        ((0.028, -0.003), (0.056, -0.001), (0.068, 0.006)),
        ((0.026, 0.007), (0.05, 0.009), (0.06, 0.014)),
    ),
    "open": (
        ((0.024, -0.014), (0.046, -0.026), (0.06, -0.034)),
        ((0.028, -0.006), (0.056, -0.011), (0.073, -0.015)),
        ((0.028, 0.004), (0.057, 0.006), (0.072, 0.007)),
        ((0.024, 0.012), (0.046, 0.021), (0.058, 0.027)),
    ),
    "flat": (
        ((0.024, -0.011), (0.05, -0.01), (0.068, -0.008)),
        ((0.026, -0.002), (0.054, -0.001), (0.073, 0.0)),
        ((0.024, 0.007), (0.05, 0.008), (0.066, 0.008)),
    ),
    "point": (((0.026, -0.008), (0.054, -0.008), (0.078, -0.008)),),
    "fist": (),
}
"""Spines of fingers: along the hand, and across it towards the thumb (negative)."""
THUMBS: dict[str, tuple[tuple[float, float], ...]] = {
    "easy": ((0.006, -0.014), (0.024, -0.025), (0.04, -0.022)),
    "open": ((0.006, -0.014), (0.02, -0.03), (0.03, -0.042)),
    "flat": ((0.006, -0.014), (0.026, -0.022), (0.042, -0.018)),
    "point": ((0.014, -0.012), (0.03, -0.014), (0.042, -0.004)),
    "fist": ((0.014, -0.014), (0.032, -0.014), (0.04, -0.002)),
}


def add_hand(group: Group, arm: Limb, colour: Colour, k: float) -> None:
    """Add the hand at the end of an arm; ``k`` is the thickness of limbs against an adult's."""
    if arm.hand == "hidden":
        return
    turn = math.radians(arm.angle)
    dx, dy = -math.sin(turn), math.cos(turn)

    def at(along: float, across: float) -> Point:
        return arm.end[0] + k * (along * dx + across * dy), arm.end[1] + k * (along * dy - across * dx)

    closed = arm.hand in {"fist", "point"}
    palm = (0.0, 0.0155), (0.014, 0.02), (0.034 if closed else 0.028, 0.021 if closed else 0.0175)
    group.shape(ribbon([(*at(along, 0.0), r * k) for along, r in palm]), colour)
    fold = shadowed(colour, 0.9)
    for spine in FINGERS[arm.hand]:
        group.shape(
            ribbon([(*at(*spine[0]), 0.0068 * k), (*at(*spine[1]), 0.0066 * k), (*at(*spine[2]), 0.0052 * k)]),
            colour,
        )
    for first, second in zip(FINGERS[arm.hand], FINGERS[arm.hand][1:], strict=False):
        gap = [at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(first[:2], second[:2], strict=True)]
        group.line(stroke_line(gap), fold, 0.0028 * k, 0.7)
    if closed:
        for across in (-0.006, 0.004, 0.013):
            group.line(stroke_line([at(0.034, across), at(0.052, across + 0.001)]), fold, 0.0028 * k, 0.7)
    thumb = THUMBS[arm.hand]
    group.shape(
        ribbon([(*at(*thumb[0]), 0.009 * k), (*at(*thumb[1]), 0.0084 * k), (*at(*thumb[2]), 0.0064 * k)]), colour
    )
    if arm.hand in {"fist", "flat", "easy"}:
        group.line(stroke_line([at(*thumb[1]), at(*thumb[2])]), fold, 0.0026 * k, 0.45)
