"""Unlike sizes in one picture: true ratios as far as they are small, drawn closer together the larger they are.

The rule for all things of a scene. It never turns the order of two sizes around, whatever the sizes are.
"""

from __future__ import annotations

import math

NARROWEST = 0.3
"""Logarithm of the least that there always is between the drawn hero and the largest or smallest thing."""


def compressed(ratio: float, least: float, most: float) -> float:
    """How many times as large as the hero a thing is drawn that really is ``ratio`` times as large.

    Near 1 that is the true ratio; beyond, it nears ``least`` (below 1) or ``most`` (above 1) and never gets there,
    so that of two things the larger one is always drawn larger. All are ratios, greater than 0.
    """
    away = math.log(max(1e-9, ratio))
    room = max(NARROWEST, math.log(most) if away > 0 else -math.log(max(1e-9, least)))
    return math.exp(math.copysign(room * -math.expm1(-abs(away) / room), away))


def side(height: float, aspect: float) -> float:
    """The side of a square as large as a thing: what counts as its size, so that long things are no small ones."""
    return float(height * math.sqrt(max(1e-3, aspect)))


def height_of(own_side: float, aspect: float) -> float:
    """The height of a thing whose `side` is known."""
    return float(own_side / math.sqrt(max(1e-3, aspect)))
