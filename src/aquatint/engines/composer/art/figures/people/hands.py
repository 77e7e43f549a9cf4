"""Hands: palm, fingers and thumb in the few shapes that read at a distance."""

from __future__ import annotations

import functools
from typing import Any

from aquatint.engines.composer.art.figures.geometry import moved, ribbon, stroke_line, union
from aquatint.engines.composer.art.figures.parts import shadowed
from aquatint.engines.composer.art.figures.people.joints import Limb
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

CLOSED = frozenset({"fist", "point"})


@functools.cache
def _shape(hand: str) -> Any:
    """The outline of a hand that hangs from the origin, thumb to the left."""
    closed = hand in CLOSED
    palm = (0.0, 0.0155), (0.014, 0.02), (0.034 if closed else 0.028, 0.021 if closed else 0.0175)
    spines = [[(0.0, along, r) for along, r in palm]]
    spines += [
        [(x, y, r) for (y, x), r in zip(spine, (0.0068, 0.0066, 0.0052), strict=True)] for spine in FINGERS[hand]
    ]
    spines.append([(x, y, r) for (y, x), r in zip(THUMBS[hand], (0.009, 0.0084, 0.0064), strict=True)])
    return union([ribbon(spine) for spine in spines])


@functools.cache
def _folds(hand: str) -> Any:
    """The lines between fingers and along the thumb."""
    lines = []
    for first, second in zip(FINGERS[hand], FINGERS[hand][1:], strict=False):
        lines.append([((a[1] + b[1]) / 2, (a[0] + b[0]) / 2) for a, b in zip(first[:2], second[:2], strict=True)])
    if hand in CLOSED:
        lines += [[(across, 0.034), (across + 0.001, 0.052)] for across in (-0.006, 0.004, 0.013)]
    if hand != "open":
        lines.append([(x, y) for y, x in THUMBS[hand][1:]])
    return union([stroke_line(line) for line in lines])


def add_hand(group: Group, arm: Limb, colour: Colour, k: float) -> None:
    """Add the hand at the end of an arm; ``k`` is the thickness of limbs against an adult's."""
    if arm.hand == "hidden":
        return
    group.shape(moved(_shape(arm.hand), *arm.end, arm.angle, k), colour)
    group.line(moved(_folds(arm.hand), *arm.end, arm.angle, k), shadowed(colour, 0.9), 0.0028 * k, 0.65)
